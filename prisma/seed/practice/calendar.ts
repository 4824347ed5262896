import { addDays, addMonths, toEpochDay, type CalendarDate } from "@/lib/domain/shared/calendar-date";

/** Days behind as-of whose files are open work; older files are history, already with the payer. */
export const OPEN_DAYS = 42;
const MONTHS = 18;

export interface FilePeriod {
  from: CalendarDate;
  /** Last day, and the day the file was made. */
  to: CalendarDate;
  isHistory: boolean;
}

export interface PracticeCalendar {
  start: CalendarDate;
  asOf: CalendarDate;
  openFrom: CalendarDate;
  /** Monthly files of history, then weekly ones. */
  periods: FilePeriod[];
}

/** The export files of 18 months that end on `asOf`. */
export function practiceCalendar(asOf: CalendarDate): PracticeCalendar {
  const start = addDays(addMonths(asOf, -MONTHS), 1);
  const openFrom = addDays(asOf, 1 - OPEN_DAYS);
  const periods: FilePeriod[] = [];
  for (let from = start; from < openFrom;) {
    const nextMonth = addMonths(`${from.slice(0, 8)}01`, 1);
    const next = nextMonth < openFrom ? nextMonth : openFrom;
    periods.push({ from, to: addDays(next, -1), isHistory: true });
    from = next;
  }
  for (let from = openFrom; from <= asOf; from = addDays(from, 7)) {
    periods.push({ from, to: addDays(from, 6), isHistory: false });
  }
  return { start, asOf, openFrom, periods };
}

/** The day itself, or the Monday after a weekend. */
export function workingDay(date: CalendarDate): CalendarDate {
  const weekday = (toEpochDay(date) + 4) % 7;
  return weekday === 6 ? addDays(date, 2) : weekday === 0 ? addDays(date, 1) : date;
}
