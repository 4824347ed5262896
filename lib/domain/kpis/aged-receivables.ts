import { daysBetween, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import { sumCents, type Cents } from "@/lib/domain/shared/money";
import type { AgeBasis, DeterminationRow } from "./determination-row";
import { measure, type Measure } from "./measure";
import { isCounted, isScsLine } from "./scope";

/** Ages in days, both ends included; the last has no end. */
export const AGE_BUCKETS = [
  { key: "0-30", name: "0–30 days", from: 0, to: 30 },
  { key: "31-60", name: "31–60 days", from: 31, to: 60 },
  { key: "61-90", name: "61–90 days", from: 61, to: 90 },
  { key: "91-120", name: "91–120 days", from: 91, to: 120 },
  { key: "over 120", name: "Over 120 days", from: 121, to: Number.POSITIVE_INFINITY },
] as const;
export type AgeBucket = (typeof AGE_BUCKETS)[number]["key"];

export interface AgedReceivables {
  totalCents: Cents;
  buckets: { key: AgeBucket; openCents: Cents; lineIds: string[] }[];
  over60: Measure;
  over120: Measure;
  /** Credit balances, apart from the rest; negative or zero. */
  creditCents: Cents;
  /** Open lines without the date that the age counts from; in no bucket and on no side of a rate. */
  undated: { openCents: Cents; lineIds: string[] };
}

/** Open insurance balances of stimulator lines by age on a day. Over 60 is 61 days and more. */
export function agedReceivables(
  rows: readonly DeterminationRow[],
  asOf: CalendarDate,
  basis: AgeBasis = "service",
): AgedReceivables {
  const inScope = rows.filter((row) => isCounted(row) && isScsLine(row));
  const open = inScope
    .filter((row) => row.openCents > 0)
    .map((row) => ({ row, days: ageOf(row.agedFrom[basis], asOf) }));
  const undated = open.filter(({ days }) => days === null).map(({ row }) => row);
  const aged = open.filter((item): item is { row: DeterminationRow; days: number } => item.days !== null);
  const over = (days: number) =>
    measure(
      "cents",
      aged.map(({ row, days: age }) => ({
        ...{ id: row.lineId, whole: row.openCents },
        part: age > days ? row.openCents : 0,
      })),
    );
  return {
    totalCents: openOf(aged.map(({ row }) => row)),
    buckets: AGE_BUCKETS.map(({ key, from, to }) => {
      const inBucket = aged.filter(({ days }) => days >= from && days <= to).map(({ row }) => row);
      return { key, openCents: openOf(inBucket), lineIds: inBucket.map((row) => row.lineId) };
    }),
    over60: over(60),
    over120: over(120),
    creditCents: openOf(inScope.filter((row) => row.openCents < 0)),
    undated: { openCents: openOf(undated), lineIds: undated.map((row) => row.lineId) },
  };
}

/** Days from the basis to the snapshot; a date after it counts as today. */
function ageOf(from: CalendarDate | null, asOf: CalendarDate): number | null {
  return from === null ? null : Math.max(0, daysBetween(from, asOf));
}

function openOf(rows: readonly DeterminationRow[]): Cents {
  return sumCents(rows.map((row) => row.openCents));
}
