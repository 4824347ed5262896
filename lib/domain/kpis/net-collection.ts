import type { LineOutcome } from "@/lib/domain/denials/outcome";
import type { Cents } from "@/lib/domain/shared/money";
import type { DeterminationRow } from "./determination-row";
import { isWithin, measure, type Measure, type Period } from "./measure";
import { isCounted } from "./scope";

/** A median of fewer paid lines says too little. */
export const FEWEST_PAID_LINES = 5;
/** Below this share of decided lines a cohort is too young to be shown. */
export const MATURE_SHARE = 0.8;

/** The money of these lines is in another line or never was: nothing is expected of them. */
export const NOTHING_OF_ITS_OWN: ReadonlySet<LineOutcome> = new Set(["PACKAGED", "BUNDLED"]);
export const ALLOWED_AS_DECIDED: ReadonlySet<LineOutcome> = new Set([
  "PAID",
  "PATIENT_RESP",
  "COB_SATISFIED",
]);

export interface NetCollection extends Measure {
  /** True where no feed of patient payments is connected: the patient's share is on neither side. */
  isInsuranceOnly: boolean;
  /** Lines denied or unpaid for which neither a contract nor enough paid lines say what was to be expected. */
  withoutExpectation: string[];
  /** Lines with a standing decision over all lines; below `MATURE_SHARE` the cohort is immature. */
  decidedShare: number | null;
}

/**
 * Net collection rate of the lines served in the period: what came in over what was to come in, which is the amount
 * allowed where a line was paid, and the expected amount where it was denied or is unpaid (the contract's, else the
 * median allowed for the payer, code, unit rank and role over at least five paid lines of `history`). Null also where
 * one such amount is missing. Takes the rows of one scope: stimulator lines, or all others for the practice's own mark.
 */
export function netCollectionRate(
  rows: readonly DeterminationRow[],
  period: Period | null,
  history: readonly DeterminationRow[] = rows,
): NetCollection {
  const cohort = rows.filter((row) => isCounted(row) && isWithin(row.agedFrom.service, period));
  const primary = cohort.filter((row) => row.responsibility === "P");
  const isInsuranceOnly = !primary.every((row) => row.patientPaidCents !== null);
  const medians = mediansOf(history);
  const judged = primary.map((row) => ({ row, dueCents: dueOf(row, medians, isInsuranceOnly) }));
  const withoutExpectation = judged.filter(({ dueCents }) => dueCents === null).map(({ row }) => row.lineId);
  const paid = collectedByLine(isInsuranceOnly ? primary : cohort, isInsuranceOnly);
  const rate = measure(
    "cents",
    judged.map(({ row, dueCents }) => ({
      id: row.lineId,
      whole: dueCents ?? 0,
      part: paid.get(row.lineId) ?? 0,
    })),
  );
  const decided = primary.filter((row) => row.current !== null && row.current.outcome !== "PEND");
  return {
    ...rate,
    value: withoutExpectation.length > 0 ? null : rate.value,
    ...{ isInsuranceOnly, withoutExpectation },
    decidedShare: primary.length === 0 ? null : decided.length / primary.length,
  };
}

/** What was to come in for a line; null where nobody can say. */
function dueOf(
  row: DeterminationRow,
  medians: ReadonlyMap<string, Cents>,
  isInsuranceOnly: boolean,
): Cents | null {
  const { current } = row;
  const patientCents = isInsuranceOnly ? (current?.patientCents ?? 0) : 0;
  if (current !== null && ALLOWED_AS_DECIDED.has(current.outcome)) return current.allowedCents - patientCents;
  if (current !== null && NOTHING_OF_ITS_OWN.has(current.outcome) && !current.countsAsDenied) return 0;
  const expected = row.contractCents ?? medians.get(keyOf(row)) ?? null;
  return expected === null ? null : Math.max(expected, current?.allowedCents ?? 0) - patientCents;
}

function collectedByLine(rows: readonly DeterminationRow[], isInsuranceOnly: boolean): Map<string, Cents> {
  const paid = new Map<string, Cents>();
  for (const row of rows) {
    const cents = row.netPaidCents + (isInsuranceOnly ? 0 : (row.patientPaidCents ?? 0));
    paid.set(row.lineId, (paid.get(row.lineId) ?? 0) + cents);
  }
  return paid;
}

function mediansOf(rows: readonly DeterminationRow[]): Map<string, Cents> {
  const allowed = new Map<string, Cents[]>();
  for (const row of rows) {
    if (!isCounted(row) || row.responsibility !== "P" || row.current?.outcome !== "PAID") continue;
    allowed.set(keyOf(row), [...(allowed.get(keyOf(row)) ?? []), row.current.allowedCents]);
  }
  const enough = [...allowed].filter(([, amounts]) => amounts.length >= FEWEST_PAID_LINES);
  return new Map(enough.map(([key, amounts]) => [key, medianOf(amounts)]));
}

/** Of an even number the mean of the middle two, halves of a cent down. */
function medianOf(amounts: readonly Cents[]): Cents {
  const sorted = [...amounts].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : Math.floor((sorted[middle - 1]! + sorted[middle]!) / 2);
}

function keyOf({ payerId, code, unitRank, role }: DeterminationRow): string {
  return [payerId, code, unitRank, role].join(" ");
}
