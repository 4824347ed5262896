import { createHash } from "node:crypto";

/** SHA-256 (hex) of the text that `fingerprintClaim` gives: what is stored and compared. */
export function fingerprintHash(fingerprint: string): string {
  return createHash("sha256").update(fingerprint, "utf8").digest("hex");
}
