import type { Adjustment, RemittanceClaim, RemittanceLine } from "@/lib/domain/remittances/remittance";
import { sumCents, type Cents } from "@/lib/domain/shared/money";

/** `amount` in parts proportional to `weights` (none negative), to the cent: the largest remainders get the odd cents. */
export function spreadCents(amount: Cents, weights: readonly number[]): Cents[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) return weights.map((_, index) => (index === 0 ? amount : 0));
  const size = BigInt(Math.abs(amount));
  const parts = weights.map((weight, index) => {
    const product = size * BigInt(weight);
    return { index, cents: product / total, remainder: product % total };
  });
  let odd = size - parts.reduce((sum, part) => sum + part.cents, 0n);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of byRemainder) {
    if (odd === 0n) break;
    part.cents += 1n;
    odd -= 1n;
  }
  return parts.map((part) => (amount < 0 ? -Number(part.cents) || 0 : Number(part.cents)));
}

/** Charge less the line's own adjustments: what the payer left on it before paying. */
export function restOf(line: Pick<RemittanceLine, "chargeCents" | "adjustments">): Cents {
  return line.chargeCents - sumCents(line.adjustments.map((adjustment) => adjustment.cents));
}

/**
 * The adjustments of the whole claim (loop 2100) as parts of its lines, one list a line. They go where a line's own
 * adjustments and payment leave its charge unexplained; where every line explains itself, to what the lines were paid;
 * otherwise pro rata to the charge. The parts of an adjustment add up to it, those of a line to the line's share.
 */
export function spreadClaimAdjustments(
  claim: Pick<RemittanceClaim, "adjustments" | "lines">,
): Adjustment[][] {
  const { adjustments, lines } = claim;
  if (lines.length === 0) return [];
  const shares: Adjustment[][] = lines.map(() => []);
  if (adjustments.length === 0) return shares;
  const weights = weightsOf(claim);
  // The largest comes last and takes what rounding left on each line.
  const ordered = [...adjustments].sort((a, b) => Math.abs(a.cents) - Math.abs(b.cents));
  const largest = ordered.pop()!;
  const left = spreadCents(sumCents(adjustments.map((adjustment) => adjustment.cents)), weights);
  for (const adjustment of ordered) {
    spreadCents(adjustment.cents, weights).forEach((cents, index) => {
      shares[index]!.push({ ...adjustment, cents, quantity: null });
      left[index] = left[index]! - cents;
    });
  }
  left.forEach((cents, index) => shares[index]!.push({ ...largest, cents, quantity: null }));
  return shares.map((share) => share.filter((adjustment) => adjustment.cents !== 0));
}

function weightsOf(claim: Pick<RemittanceClaim, "adjustments" | "lines">): number[] {
  const total = sumCents(claim.adjustments.map((adjustment) => adjustment.cents));
  const unexplained = claim.lines.map((line) => restOf(line) - line.paidCents);
  if (total > 0 && sumCents(unexplained) === total && unexplained.every((cents) => cents >= 0)) {
    return unexplained;
  }
  const paid = claim.lines.map((line) => line.paidCents);
  if (unexplained.every((cents) => cents === 0) && paid.every((cents) => cents >= 0) && sumCents(paid) > 0) {
    return paid;
  }
  return claim.lines.map((line) => Math.max(0, line.chargeCents));
}
