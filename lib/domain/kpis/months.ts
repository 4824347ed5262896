import { addMonths, daysInMonth, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Period } from "./measure";

/** A month of the calendar, written YYYY-MM. */
export type Month = string;

export function isMonth(text: string): text is Month {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

export function monthOf(date: CalendarDate): Month {
  return date.slice(0, 7);
}

/** `month` plus whole months (negative goes back). */
export function shiftMonth(month: Month, months: number): Month {
  return monthOf(addMonths(`${month}-01`, months));
}

export function periodOf(month: Month): Period {
  const last = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return { from: `${month}-01`, to: `${month}-${last}` };
}

/** The last `count` months up to `month`, oldest first. */
export function monthsUpTo(month: Month, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => shiftMonth(month, index - count + 1));
}

/** The day on which balances of a month are taken: its last day, or today while it runs. */
export function snapshotDay(month: Month, today: CalendarDate): CalendarDate {
  const { to } = periodOf(month);
  return to < today ? to : today;
}

/** How long after service a claim may still be decided: a cohort ends so many months before the month that shows it. */
const MONTHS_TO_MATURE = 3;

/** The twelve months of service that the net collection rate of a month looks at. */
export function collectionCohort(month: Month): Period {
  const last = shiftMonth(month, -MONTHS_TO_MATURE);
  return { from: periodOf(shiftMonth(last, -11)).from, to: periodOf(last).to };
}
