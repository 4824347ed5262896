import type { Adjustment } from "@/lib/domain/remittances/remittance";
import { adjustmentReason, classOfAdjustment } from "./adjustment-reasons";
import type { AdjustmentView } from "./denial-screen";

/** Reasons in our words, the payer's order kept; a code that the table does not have says so. */
export function viewAdjustments(
  adjustments: readonly Adjustment[],
  context: { capitated: boolean },
): AdjustmentView[] {
  return adjustments.map(({ group, carc, cents }) => ({
    ...{ group, carc, cents },
    words: adjustmentReason(carc)?.words ?? "a reason that is not in the table of reasons",
    isDenial: classOfAdjustment({ group, carc }, context) === "denial",
  }));
}
