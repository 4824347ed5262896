import { newId } from "@/lib/data/new-id";
import { listClaimsByPayerNumber } from "@/lib/data/remittances/posting-reads";
import {
  appendEntries,
  type NewLedgerEntry,
  type NewProviderAdjustment,
} from "@/lib/data/remittances/posting-writes";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { kindOfProviderReason } from "@/lib/domain/remittances/ledger-kinds";

type Adjustment = Pick<NewProviderAdjustment, "reason" | "reference" | "cents">;

/** Rows of a payment's money outside of claims, in file order, not yet tied to any claim. */
export function adjustmentRows(
  paymentId: string,
  adjustments: readonly Adjustment[],
): NewProviderAdjustment[] {
  return adjustments.map(({ reason, reference, cents }, index) => {
    return { id: newId(), paymentId, ordinal: index + 1, reason, reference, cents, claimId: null };
  });
}

/** Ties each to the claim whose payer number it names; what fits none, or more than one, lies on the payment. */
export async function tieToClaims(
  tx: TenantTx,
  adjustments: readonly NewProviderAdjustment[],
): Promise<NewProviderAdjustment[]> {
  if (adjustments.length === 0) return [];
  const references = adjustments.flatMap(({ reference }) => reference ?? []);
  const claims = await listClaimsByPayerNumber(tx, references);
  return adjustments.map((adjustment) => {
    const fits = new Set(
      claims
        .filter((claim) => claim.payerControlNumber === adjustment.reference)
        .map((claim) => claim.claimId),
    );
    return { ...adjustment, claimId: fits.size === 1 ? [...fits][0]! : null };
  });
}

/** The entries of money outside of claims; those of 0 are none. `payments`: the days of posting, by payment. */
export async function appendAdjustmentEntries(
  tx: TenantTx,
  organizationId: string,
  payments: ReadonlyMap<string, { postedOn: string }>,
  adjustments: readonly NewProviderAdjustment[],
): Promise<void> {
  const entries = adjustments
    .filter(({ cents }) => cents !== 0)
    .map(({ paymentId, reason, cents, claimId }): NewLedgerEntry => {
      const { postedOn } = payments.get(paymentId)!;
      const kind = kindOfProviderReason(reason);
      return {
        ...{ id: newId(), claimId, remittanceClaimId: null, lineNumber: 0, kind, effect: "posting" },
        ...{ cents, group: null, carc: reason, paymentId, postedOn },
      };
    });
  await appendEntries(tx, organizationId, entries);
}
