import { formatX12Cents, type Cents } from "@/lib/domain/shared/money";
import { gapsOfClaim, type Gap, type PaymentBalance } from "./balance";
import type { RemittanceClaim, RemittancePayment } from "./remittance";

/** Why a payment is held: its place, its exact gap where there is one, and a sentence for a biller. */
export interface HoldReason {
  level: "payment" | "claim" | "line";
  claimNumber: string | null;
  /** Position in the CLP. */
  line: number | null;
  cents: Cents;
  message: string;
}

/**
 * Gaps of a claim that hold its payment. Lines that do not explain themselves hold nothing where the claim's own
 * adjustments explain exactly what they leave: payers deny whole claims in one adjustment (loop 2100).
 */
export function holdingGaps(claim: RemittanceClaim): Gap[] {
  const gaps = gapsOfClaim(claim);
  if (gaps.length === 0 || gaps.some((gap) => gap.level === "claim")) return gaps;
  const ofClaim = claim.adjustments.reduce((sum, { cents }) => sum + cents, 0);
  const ofLines = gaps.reduce((sum, { cents }) => sum + cents, 0);
  return ofClaim !== 0 && ofLines === -ofClaim ? [] : gaps;
}

export interface PaymentToJudge {
  payment: Pick<RemittancePayment, "amountCents">;
  balance: PaymentBalance;
  /** Gaps of its claims that hold it, in file order. */
  gaps: readonly Gap[];
  /** CLPs of it that cannot be read. */
  unreadable: readonly { claimNumber: string | null; paidCents: Cents }[];
}

/**
 * Why a payment cannot be posted; empty when it can. It is posted whole or not at all: with one claim left out, what is
 * posted would not be what the bank received.
 */
export function reasonsToHold({ payment, balance, gaps, unreadable }: PaymentToJudge): HoldReason[] {
  const reasons: HoldReason[] = [];
  if (balance.gapCents !== 0) {
    const computed = balance.claimsPaidCents - balance.providerCents;
    reasons.push({
      ...{ level: "payment", claimNumber: null, line: null, cents: balance.gapCents },
      message: `The payment says ${dollars(payment.amountCents)}, its claims less provider adjustments come to ${dollars(computed)}.`,
    });
  }
  for (const { claimNumber, paidCents } of unreadable) {
    reasons.push({
      ...{ level: "claim", claimNumber, line: null, cents: paidCents },
      message: "This claim of the payment cannot be read.",
    });
  }
  for (const { level, claimId, line, cents } of gaps) reasons.push(reasonOf(level, claimId, line, cents));
  return reasons;
}

function reasonOf(
  level: Gap["level"],
  claimNumber: string | null,
  line: number | null,
  cents: Cents,
): HoldReason {
  const what = level === "line" ? `Line ${line} of the claim` : "The claim";
  const message =
    cents > 0
      ? `${what} is paid ${dollars(cents)} more than its charge and adjustments leave.`
      : `${what} is paid ${dollars(-cents)} less than its charge and adjustments leave.`;
  return { level, claimNumber, line, cents, message };
}

function dollars(cents: Cents): string {
  const text = formatX12Cents(Math.abs(cents));
  const [whole = "0", fraction = ""] = text.split(".");
  return `${cents < 0 ? "-" : ""}$${Number(whole).toLocaleString("en-US")}.${fraction.padEnd(2, "0")}`;
}
