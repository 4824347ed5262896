import type { Cents } from "@/lib/domain/shared/money";
import { OUTSIDE_REASONS, type OutsideReason } from "./outside";
import { Tally } from "./tally";
import type { Xray } from "./xray";

/** Adds up what is beside the figures, by reason. */
export class OutsideTally {
  private readonly reasons = new Map<OutsideReason, { charged: Tally; deniedCents: Cents }>();

  add(
    reason: OutsideReason,
    claim: string,
    { charge, denied = 0, lines }: { charge: Cents; denied?: Cents; lines: number },
  ): void {
    const sums = this.reasons.get(reason) ?? { charged: new Tally(), deniedCents: 0 };
    this.reasons.set(reason, sums);
    sums.charged.add(claim, charge, lines);
    sums.deniedCents += denied;
  }

  /** Only what there is, in the order of reasons. */
  rows(): Xray["outside"] {
    return OUTSIDE_REASONS.flatMap((reason) => {
      const sums = this.reasons.get(reason);
      if (sums === undefined) return [];
      const { claims, lines, cents } = sums.charged.sum();
      return [{ reason, claims, lines, chargeCents: cents, cents: sums.deniedCents }];
    });
  }
}
