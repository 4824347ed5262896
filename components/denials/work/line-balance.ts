import type { DenialLineView } from "@/lib/domain/denials/denial-screen";

/** Charge less adjustments less paid, in cents; 0 where the line adds up. */
export function balanceOf(line: Pick<DenialLineView, "chargeCents" | "paidCents" | "adjustments">): number {
  return line.chargeCents - line.adjustments.reduce((sum, { cents }) => sum + cents, 0) - line.paidCents;
}
