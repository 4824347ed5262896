import { balanceOfPayment, type PaymentBalance } from "@/lib/domain/remittances/balance";
import type { ProviderAdjustment, RemittancePayment } from "@/lib/domain/remittances/remittance";
import type { Cents } from "@/lib/domain/shared/money";
import type { RawSegment } from "./types";

/** Segments that the head of a payment may have, and reasons that its PLB may; more means that the file is not what it says. */
export const MAX_HEADER_SEGMENTS = 1_000;
export const MAX_PROVIDER_ADJUSTMENTS = 20_000;

/** A payment between ST and SE: its head until that is whole, then its sums. */
export class OpenPayment {
  /** Null until the first claim, provider adjustment or SE ends the head. */
  payment: RemittancePayment | null = null;
  readonly header: RawSegment[];
  readonly providerAdjustments: ProviderAdjustment[] = [];
  private claimsPaidCents = 0;
  private magnitude = 0;

  constructor(
    readonly ordinal: number,
    readonly segment: number,
    st: RawSegment,
  ) {
    this.header = [st];
  }

  addClaim(paidCents: Cents): void {
    this.claimsPaidCents += paidCents;
    this.magnitude += Math.abs(paidCents);
  }

  /** Why the payment cannot be summed up; null when it can. */
  get excess(): string | null {
    if (this.header.length > MAX_HEADER_SEGMENTS)
      return `The head of a payment has more than ${MAX_HEADER_SEGMENTS.toLocaleString("en-US")} segments.`;
    if (this.providerAdjustments.length > MAX_PROVIDER_ADJUSTMENTS)
      return `A payment has more than ${MAX_PROVIDER_ADJUSTMENTS.toLocaleString("en-US")} provider adjustments.`;
    return Number.isSafeInteger(this.magnitude)
      ? null
      : "The amounts of the payment are too large to be added up.";
  }

  balance(): PaymentBalance {
    let providerCents = 0;
    for (const { cents } of this.providerAdjustments) providerCents += cents;
    return balanceOfPayment(this.payment?.amountCents ?? 0, this.claimsPaidCents, providerCents);
  }
}
