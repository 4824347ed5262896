import { isCalendarDate, type CalendarDate } from "@/lib/domain/shared/calendar-date";

/** A calendar date as every screen shows it: "2026-06-03" -> "06/03/2026". Files and exports keep YYYY-MM-DD. */
export function formatDate(date: CalendarDate): string {
  return `${date.slice(5, 7)}/${date.slice(8, 10)}/${date.slice(0, 4)}`;
}

/** "06/03/2026", or "06/03/2026 to 06/05/2026" for a span; an em dash where there is none. */
export function formatDateSpan(from: CalendarDate | null, to: CalendarDate | null): string {
  if (from === null) return "—";
  if (to === null || to === from) return formatDate(from);
  return `${formatDate(from)} to ${formatDate(to)}`;
}

/**
 * Sentences and values that carry dates as they are stored (the words of a finding, a correction, a source), for reading:
 * each real day written YYYY-MM-DD becomes MM/DD/YYYY. What only looks like one (an account number) stays.
 */
export function withDatesFormatted(text: string): string {
  return text.replaceAll(/(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/g, (date) =>
    isCalendarDate(date) ? formatDate(date) : date,
  );
}

/**
 * An instant (ISO text) on the practice's clock, with the zone's short name: "06/03/2026, 2:05 PM EDT". Never the
 * browser's zone: two people in two zones must read the same time.
 */
export function formatInstant(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    month: "2-digit",
    day: "2-digit",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  }).format(new Date(instant));
}

/** The same without the zone's name, for narrow columns whose header names the zone. */
export function formatInstantShort(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    month: "2-digit",
    day: "2-digit",
    hour: "numeric",
    minute: "2-digit",
  }).format(new Date(instant));
}

const MONTHS = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", month: "long", year: "numeric" });

/** A month as people say it: "2026-06" -> "June 2026". */
export function monthInWords(month: string): string {
  return MONTHS.format(new Date(`${month}-01T00:00:00Z`));
}
