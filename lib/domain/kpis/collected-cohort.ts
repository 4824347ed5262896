import type { Cents } from "@/lib/domain/shared/money";
import type { FigurePoint } from "./figure-series";
import { benchmarkState, type TargetState } from "./target";
import { percent, valueOf } from "./figure-view";
import type { Period } from "./measure";
import { FEWEST_PAID_LINES, MATURE_SHARE } from "./net-collection";

/** What came in and was to come in for the lines of one month of service, insurers only. */
export interface MonthCollection {
  /** YYYY-MM. */
  month: string;
  lines: number;
  decidedLines: number;
  paidCents: Cents;
  dueCents: Cents;
  /** Lines of which nobody can say what was to come in. */
  unknownLines: number;
}

/** The net collection rate of a cohort of months of service, as the dashboards show it. */
export function collectedOf(sums: readonly MonthCollection[], cohort: Period): FigurePoint {
  const own = sums.filter(({ month }) => month >= cohort.from.slice(0, 7) && month <= cohort.to.slice(0, 7));
  const total = (key: Exclude<keyof MonthCollection, "month">) => own.reduce((sum, row) => sum + row[key], 0);
  const lines = total("lines");
  const side = { numerator: total("paidCents"), denominator: total("dueCents"), n: lines };
  return { ...side, missing: whyMissing(lines, total("decidedLines"), total("unknownLines")) };
}

function whyMissing(lines: number, decidedLines: number, unknownLines: number): string | null {
  if (lines === 0) return null;
  if (unknownLines > 0)
    return `Of ${unknownLines} denied or unpaid ${unknownLines === 1 ? "line" : "lines"} nobody can say what was to come in: no contract, and fewer than ${FEWEST_PAID_LINES} like lines were paid.`;
  if (decidedLines / lines < MATURE_SHARE)
    return `Too early: ${percent(decidedLines / lines)} of the lines are decided, shown from ${percent(MATURE_SHARE)}.`;
  return null;
}

/** The practice's own rate on all other codes, as the mark to reach. */
export function collectionBenchmark(
  own: FigurePoint,
  others: FigurePoint,
): { state: TargetState | null; words: string } {
  const mark = others.missing === null ? valueOf(others) : null;
  const value = own.missing === null ? valueOf(own) : null;
  const words =
    mark === null
      ? "at or above the practice's rate on other codes, which is not known"
      : `at or above ${percent(mark)}, the practice's rate on other codes`;
  return { state: benchmarkState(value, mark), words };
}
