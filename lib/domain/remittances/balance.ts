import type { Cents } from "@/lib/domain/shared/money";
import type { ProviderAdjustment, RemittanceClaim, RemittanceLine, RemittancePayment } from "./remittance";

/**
 * A law of the 835 that does not hold. `cents` is what the file states as paid minus what its own figures come to:
 * positive when more was paid than charge and reasons explain, negative when less was.
 */
export interface Gap {
  level: "line" | "claim" | "payment";
  /** CLP01; null at the level of the payment. */
  claimId: string | null;
  /** `RemittanceLine.number`; null at the levels of claim and payment. */
  line: number | null;
  cents: Cents;
}

export interface PaymentBalance {
  /** BPR02 minus (claims less provider adjustments); 0 when the payment balances. */
  gapCents: Cents;
  /** Sums of CLP04 and of PLB. */
  claimsPaidCents: Cents;
  providerCents: Cents;
}

/** Law of the line: SVC03 = SVC02 less its adjustments (X12 RFI 2348). */
export function lineGapCents({ paidCents, chargeCents, adjustments }: RemittanceLine): Cents {
  return paidCents - (chargeCents - sumOf(adjustments));
}

/** Law of the claim: CLP04 = CLP03 less the adjustments of the claim and of all its lines. CLP05 takes no part. */
export function claimGapCents({ paidCents, chargeCents, adjustments, lines }: RemittanceClaim): Cents {
  let adjusted = sumOf(adjustments);
  for (const line of lines) adjusted += sumOf(line.adjustments);
  return paidCents - (chargeCents - adjusted);
}

/** Law of the payment: BPR02 = sum of CLP04 less sum of PLB; a positive PLB amount reduces the payment. */
export function balanceOfPayment(
  amountCents: Cents,
  claimsPaidCents: Cents,
  providerCents: Cents,
): PaymentBalance {
  return { gapCents: amountCents - (claimsPaidCents - providerCents), claimsPaidCents, providerCents };
}

/** Where a claim and its lines do not balance: the claim first, its lines in order; empty when all of it does. */
export function gapsOfClaim(claim: RemittanceClaim): Gap[] {
  const claimId = claim.claimNumber;
  const gaps: Gap[] = [];
  const own = claimGapCents(claim);
  if (own !== 0) gaps.push({ level: "claim", claimId, line: null, cents: own });
  for (const line of claim.lines) {
    const cents = lineGapCents(line);
    if (cents !== 0) gaps.push({ level: "line", claimId, line: line.number, cents });
  }
  return gaps;
}

/**
 * A whole payment that is in memory: its gap and where it, its claims and their lines do not balance, the payment
 * first. A payment balances when `gaps` is empty.
 */
export function gapsOfPayment(
  payment: RemittancePayment,
  claims: readonly RemittanceClaim[],
  providerAdjustments: readonly ProviderAdjustment[],
): { balance: PaymentBalance; gaps: Gap[] } {
  let claimsPaidCents = 0;
  for (const { paidCents } of claims) claimsPaidCents += paidCents;
  const balance = balanceOfPayment(payment.amountCents, claimsPaidCents, sumOf(providerAdjustments));
  return { balance, gaps: [...gapOfPayment(balance), ...claims.flatMap(gapsOfClaim)] };
}

/** The payment's own gap as a list, for a reader that sums up while it reads. */
export function gapOfPayment({ gapCents }: PaymentBalance): Gap[] {
  return gapCents === 0 ? [] : [{ level: "payment", claimId: null, line: null, cents: gapCents }];
}

function sumOf(amounts: readonly { cents: Cents }[]): Cents {
  let total = 0;
  for (const { cents } of amounts) total += cents;
  return total;
}
