import type { Cents } from "@/lib/domain/shared/money";
import { OUTSIDE_REASONS, type OutsideReason } from "./outside";
import { Tally } from "./tally";
import type { OutsideClaim, Xray } from "./xray";

/** Adds up what is beside the figures, by reason. */
export class OutsideTally {
  private readonly reasons = new Map<OutsideReason, { charged: Tally; deniedCents: Cents }>();
  private readonly byClaim = new Map<string, OutsideClaim>();

  add(
    reason: OutsideReason,
    { payee, claimNumber }: { payee: string; claimNumber: string },
    { charge, denied = 0, lines }: { charge: Cents; denied?: Cents; lines: number },
  ): void {
    const claim = `${payee} ${claimNumber}`;
    const own = this.byClaim.get(`${reason} ${claim}`) ?? {
      ...{ reason, claimNumber, payee, lines: 0, chargeCents: 0, cents: 0 },
    };
    this.byClaim.set(`${reason} ${claim}`, own);
    own.lines += lines;
    own.chargeCents += charge;
    own.cents += denied;
    const sums = this.reasons.get(reason) ?? { charged: new Tally(), deniedCents: 0 };
    this.reasons.set(reason, sums);
    sums.charged.add(claim, charge, lines);
    sums.deniedCents += denied;
  }

  /** The claims behind the rows, by reason and number. */
  claims(): OutsideClaim[] {
    const order = (claim: OutsideClaim) => OUTSIDE_REASONS.indexOf(claim.reason);
    return [...this.byClaim.values()].sort(
      (a, b) => order(a) - order(b) || (a.claimNumber < b.claimNumber ? -1 : 1),
    );
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
