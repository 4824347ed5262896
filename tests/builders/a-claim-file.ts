import type { Claim } from "@/lib/domain/claims/claim";
import { sourceOfClaim } from "@/lib/edi/segments-of-claim";
import { write837, type WriteEnvelope } from "@/lib/edi/write-837";

/** An 837P file of these claims, as bytes; override what the envelope says. */
export function aClaimFile(claims: readonly Claim[], overrides: Partial<WriteEnvelope> = {}): Uint8Array {
  const text = write837({
    claims: claims.map((claim) => ({ claim, source: sourceOfClaim(claim) })),
    envelope: {
      senderId: "HARBOR",
      receiverId: "CLEARHOUSE",
      submitter: { name: "HARBOR PAIN GROUP", id: "HARBOR", contactName: "BILLING", phone: "3055550100" },
      receiver: { name: "EXAMPLE CLEARINGHOUSE", id: "CLEARHOUSE" },
      controlNumber: 1,
      at: new Date("2026-06-05T10:15:00Z"),
      usage: "T",
      ...overrides,
    },
  });
  return new TextEncoder().encode(text);
}
