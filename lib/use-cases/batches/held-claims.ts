import type { ClaimRecord } from "@/lib/data/claims/claim-records";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import type { HeldClaim } from "@/lib/domain/claims/batch-screen";
import { releaseReasons } from "@/lib/domain/claims/release-gate";
import type { UseCaseContext } from "../define-use-case";
import { readGateClaims } from "../review/read-gate";

/** Splits claims into those that the release gate lets go and those that it holds. */
export async function splitAtGate(
  { tx, actor }: UseCaseContext,
  records: ClaimRecord[],
): Promise<{ go: ClaimRecord[]; held: HeldClaim[] }> {
  const { requiresSecondReview } = await readOrganizationSettings(tx);
  const gates = await readGateClaims(tx, records);
  const go: ClaimRecord[] = [];
  const held: HeldClaim[] = [];
  for (const record of records) {
    const reasons = releaseReasons(gates.get(record.id)!, actor, requiresSecondReview);
    const { id: claimId, claimNumber, chargeCents } = record;
    if (reasons.length === 0) go.push(record);
    else held.push({ claimId, claimNumber, chargeCents, reasons });
  }
  return { go, held };
}
