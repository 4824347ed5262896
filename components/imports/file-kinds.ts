import type { ImportSummary } from "@/lib/domain/imports/import-screen";

/** An 835: its claims are answers of payers, its cents what they paid, and whole payments are held. */
export function isRemittance({ kind }: Pick<ImportSummary, "kind">): boolean {
  return kind === "835";
}
