import type { CalendarDate } from "@/lib/domain/shared/calendar-date";

/** A rate with what stands behind it, so that a screen can list the claims. */
export interface Measure {
  /** Numerator over denominator, not rounded; null ("n/a") where the denominator is zero. */
  value: number | null;
  numerator: number;
  denominator: number;
  /** What is counted. */
  unit: "claims" | "lines" | "cents";
  /** Ids of the claims or lines on each side. */
  numeratorIds: string[];
  denominatorIds: string[];
}

/** First and last day, both included. */
export interface Period {
  from: CalendarDate;
  to: CalendarDate;
}

/** A null period is all time. */
export function isWithin(date: CalendarDate | null, period: Period | null): boolean {
  return period === null || (date !== null && date >= period.from && date <= period.to);
}

interface Counted {
  id: string;
  /** How much it adds below and above: 1 each where things are counted. */
  whole: number;
  part: number;
}

export function measure(unit: Measure["unit"], counted: readonly Counted[]): Measure {
  const total = (pick: (item: Counted) => number) => counted.reduce((sum, item) => sum + pick(item), 0);
  const numerator = total((item) => item.part);
  const denominator = total((item) => item.whole);
  return {
    value: denominator === 0 ? null : numerator / denominator,
    ...{ numerator, denominator, unit },
    numeratorIds: counted.filter((item) => item.part !== 0).map((item) => item.id),
    denominatorIds: counted.map((item) => item.id),
  };
}
