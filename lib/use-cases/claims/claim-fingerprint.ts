import { createHash } from "node:crypto";
import type { Claim } from "@/lib/domain/claims/claim";
import { fingerprintClaim } from "@/lib/domain/claims/fingerprint-claim";

/** SHA-256 (hex) of what the payer sees of a claim, as every version keeps it. */
export function claimFingerprint(claim: Claim): string {
  return createHash("sha256").update(fingerprintClaim(claim), "utf8").digest("hex");
}
