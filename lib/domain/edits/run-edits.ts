import type { Claim } from "@/lib/domain/claims/claim";
import type { EditContext } from "./context";
import type { EditResult } from "./finding";

/** Signature first, so that everything compiles against it; the engine follows in the next commit. */
export function runEdits(claim: Claim, context: EditContext): EditResult {
  throw new Error(`no edits for ${claim.claimNumber} as of ${context.asOf}`);
}
