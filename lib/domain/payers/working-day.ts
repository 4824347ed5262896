import { addDays, daysInMonth, toEpochDay, type CalendarDate } from "@/lib/domain/shared/calendar-date";

/** 0 Sunday … 6 Saturday. */
function weekday(date: CalendarDate): number {
  return (toEpochDay(date) + 4) % 7;
}

/** The n-th weekday of a month; n = -1 is the last. */
function nth(year: number, month: number, day: number, n: number): CalendarDate {
  const prefix = `${year}-${String(month).padStart(2, "0")}-`;
  if (n === -1) {
    const last = `${prefix}${daysInMonth(year, month)}`;
    return addDays(last, -((weekday(last) - day + 7) % 7));
  }
  const first = `${prefix}01`;
  return addDays(first, ((day - weekday(first) + 7) % 7) + 7 * (n - 1));
}

/** A fixed holiday is observed on Friday when it falls on Saturday, on Monday when on Sunday. */
function observed(date: CalendarDate): CalendarDate {
  const day = weekday(date);
  return day === 6 ? addDays(date, -1) : day === 0 ? addDays(date, 1) : date;
}

/** Years already worked out: deadlines of every claim ask for the same two or three. */
const holidaysOfYear = new Map<number, ReadonlySet<CalendarDate>>();

/** Federal holidays as observed in a year (5 U.S.C. 6103), New Year's Day of the next year included. */
export function federalHolidays(year: number): ReadonlySet<CalendarDate> {
  let holidays = holidaysOfYear.get(year);
  if (holidays === undefined) {
    holidays = workOutHolidays(year);
    holidaysOfYear.set(year, holidays);
  }
  return holidays;
}

function workOutHolidays(year: number): ReadonlySet<CalendarDate> {
  return new Set([
    observed(`${year}-01-01`),
    nth(year, 1, 1, 3),
    nth(year, 2, 1, 3),
    nth(year, 5, 1, -1),
    ...(year >= 2021 ? [observed(`${year}-06-19`)] : []),
    observed(`${year}-07-04`),
    nth(year, 9, 1, 1),
    nth(year, 10, 1, 2),
    observed(`${year}-11-11`),
    nth(year, 11, 4, 4),
    observed(`${year}-12-25`),
    observed(`${year + 1}-01-01`),
  ]);
}

/** The date itself, or the next day that is neither a weekend nor a federal holiday. */
export function nextWorkingDay(date: CalendarDate): CalendarDate {
  let day = date;
  while (weekday(day) === 0 || weekday(day) === 6 || federalHolidays(Number(day.slice(0, 4))).has(day)) {
    day = addDays(day, 1);
  }
  return day;
}
