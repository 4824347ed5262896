import type { LineOutcome } from "@/lib/domain/denials/outcome";
import type { DeterminationRow } from "./determination-row";
import { isWithin, measure, type Measure, type Period } from "./measure";
import { firstDayOf, firstDecisionsByClaim } from "./scope";

export const SETTLED: ReadonlySet<LineOutcome> = new Set(["PAID", "PATIENT_RESP", "COB_SATISFIED"]);

/**
 * Original claims whose first decision left every surgical stimulator line paid, the patient's or another payer's, of
 * the claims first decided in the period. Strict: one line that is not so fails its claim.
 */
export function firstPassPaymentRate(rows: readonly DeterminationRow[], period: Period | null): Measure {
  const decided = [...firstDecisionsByClaim(rows)].filter(([, lines]) => isWithin(firstDayOf(lines), period));
  return measure(
    "claims",
    decided.map(([id, lines]) => ({
      ...{ id, whole: 1 },
      part: lines.every((line) => SETTLED.has(line.initial.outcome)) ? 1 : 0,
    })),
  );
}
