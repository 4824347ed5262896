import type { Adjustment, RemittanceClaim, RemittanceLine } from "@/lib/domain/remittances/remittance";
import { sumCents, type Cents } from "@/lib/domain/shared/money";
import { classOfAdjustment, isWithinAllowed } from "./adjustment-reasons";
import { ADJUSTMENT_CLASSES, type AdjustmentClass, type ClassifyContext } from "./outcome";
import { restOf, spreadClaimAdjustments } from "./spread-claim-adjustments";

export type CentsByClass = Record<AdjustmentClass, Cents>;

/** A line with its money sorted, before any outcome. */
export interface LineMoney {
  line: RemittanceLine;
  /** SVC03, less its share where the payer adjusts whole lines at the claim. */
  paidCents: Cents;
  /** What decides the outcome: the line's own adjustments, with the claim's only where they deny all that is left. */
  deciding: readonly Adjustment[];
  decidingCents: CentsByClass;
  /** The line's own and its share of the claim's. */
  cents: CentsByClass;
  allowedCents: Cents;
}

/** The lines of a claim with their money by class; a claim without lines is read as one line of its own adjustments. */
export function readLineMoney(claim: RemittanceClaim, context: ClassifyContext): LineMoney[] {
  if (claim.lines.length === 0) return [asOneLine(claim, context)];
  const shares = spreadClaimAdjustments(claim);
  const isTakenFromPaid = claimTakesFromPaidLines(claim);
  const isDeniedAsAWhole = claimDeniesWhatIsLeft(claim, context);
  return claim.lines.map((line, index) => {
    const share = shares[index]!;
    const all = [...line.adjustments, ...share];
    const paidCents = isTakenFromPaid ? line.paidCents - totalOf(share) : line.paidCents;
    const isDeniedByClaim = isDeniedAsAWhole && paidCents === 0 && restOf(line) > 0;
    const deciding = isDeniedByClaim ? all : line.adjustments;
    const cents = centsByClass(all, context);
    return {
      ...{ line, paidCents, deciding, cents },
      decidingCents: isDeniedByClaim ? cents : centsByClass(line.adjustments, context),
      allowedCents: allowedOf(line, paidCents, all),
    };
  });
}

export function centsByClass(
  adjustments: readonly Adjustment[],
  context: Pick<ClassifyContext, "capitated">,
): CentsByClass {
  const cents = Object.fromEntries(ADJUSTMENT_CLASSES.map((name) => [name, 0])) as CentsByClass;
  for (const adjustment of adjustments) cents[classOfAdjustment(adjustment, context)] += adjustment.cents;
  return cents;
}

/** True where the lines balance by themselves and the claim's adjustments come off what they were paid. */
function claimTakesFromPaidLines(claim: RemittanceClaim): boolean {
  const paid = sumCents(claim.lines.map((line) => line.paidCents));
  return paid !== claim.paidCents && paid - totalOf(claim.adjustments) === claim.paidCents;
}

/** True where denials of the whole claim take all that its lines left and that was not paid. */
function claimDeniesWhatIsLeft(claim: RemittanceClaim, context: ClassifyContext): boolean {
  const denied = centsByClass(claim.adjustments, context).denial;
  return denied > 0 && denied === sumCents(claim.lines.map(restOf)) - claim.paidCents;
}

/**
 * Paid and the patient's share of it, or what the payer says it allowed. An amount allowed beside nothing paid, owed or
 * settled by another payer is a price list's, not this line's: 0.
 */
function allowedOf(line: RemittanceLine, paidCents: Cents, adjustments: readonly Adjustment[]): Cents {
  const patient = totalOf(adjustments.filter(({ carc }) => isWithinAllowed(carc)));
  const settled = totalOf(adjustments.filter(({ carc }) => carc === "23"));
  if (paidCents === 0 && patient === 0 && settled === 0) return 0;
  return line.allowedCents ?? paidCents + patient;
}

function asOneLine(claim: RemittanceClaim, context: ClassifyContext): LineMoney {
  const line: RemittanceLine = {
    ...{ number: 0, codeQualifier: "", code: "", modifiers: [], submitted: null, revenueCode: null },
    ...{ chargeCents: claim.chargeCents, paidCents: claim.paidCents, unitsPaid: 1, unitsSubmitted: 1 },
    ...{ serviceFrom: claim.serviceFrom, serviceTo: claim.serviceTo, controlNumber: null },
    ...{
      allowedCents: null,
      amounts: [],
      adjustments: claim.adjustments,
      remarks: claim.remarks,
      policies: [],
    },
  };
  const cents = centsByClass(claim.adjustments, context);
  return {
    ...{ line, paidCents: claim.paidCents, deciding: claim.adjustments, decidingCents: cents, cents },
    allowedCents: allowedOf(line, claim.paidCents, claim.adjustments),
  };
}

function totalOf(adjustments: readonly Adjustment[]): Cents {
  return sumCents(adjustments.map((adjustment) => adjustment.cents));
}
