import { LEAD_PLACEMENT_CODES } from "@/lib/domain/code-sets/scs-codes";
import type { RemittanceClaim } from "@/lib/domain/remittances/remittance";
import { classOfAdjustment } from "./adjustment-reasons";
import { billedCode, isSameDay } from "./denial-category";
import type { ClassifyContext } from "./outcome";
import type { LineMoney } from "./read-line-money";

/**
 * True for a denied lead whose fellow the payer allowed: another lead line of the day, or the first unit of the same
 * line. Two leads denied together are no second-lead loss.
 */
export function isLostSecondLead(
  money: LineMoney,
  all: readonly LineMoney[],
  claim: RemittanceClaim,
  context: ClassifyContext,
): boolean {
  if (!LEAD_PLACEMENT_CODES.has(billedCode(money.line))) return false;
  return hasAllowedFellow(money, all, claim) || hasUnitCut(money, context);
}

function hasAllowedFellow(money: LineMoney, all: readonly LineMoney[], claim: RemittanceClaim): boolean {
  return all.some(
    (other) =>
      other !== money &&
      LEAD_PLACEMENT_CODES.has(billedCode(other.line)) &&
      other.allowedCents > 0 &&
      isSameDay(other.line, money.line, claim),
  );
}

/** Only 63650 is counted by leads; the units show as paid below billed, or as the quantity of a denial. */
function hasUnitCut({ line, allowedCents, deciding }: LineMoney, context: ClassifyContext): boolean {
  if (billedCode(line) !== "63650" || line.unitsSubmitted < 2 || allowedCents <= 0) return false;
  if (line.unitsPaid > 0 && line.unitsPaid < line.unitsSubmitted) return true;
  return deciding.some(
    (adjustment) => (adjustment.quantity ?? 0) > 0 && classOfAdjustment(adjustment, context) === "denial",
  );
}
