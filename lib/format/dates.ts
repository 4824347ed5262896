import type { CalendarDate } from "@/lib/domain/shared/calendar-date";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A calendar date for reading: "2026-06-03" -> "Jun 3, 2026". No time zone takes part. */
export function formatDate(date: CalendarDate): string {
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? "?";
  return `${month} ${Number(date.slice(8, 10))}, ${date.slice(0, 4)}`;
}

/** The way forms and claim lines write it: "2026-06-03" -> "06/03/2026". */
export function formatDateNumeric(date: CalendarDate): string {
  return `${date.slice(5, 7)}/${date.slice(8, 10)}/${date.slice(0, 4)}`;
}

/** "Jun 3, 2026", or "Jun 3 to Jun 5, 2026" for a span; an em dash where there is none. */
export function formatDateSpan(from: CalendarDate | null, to: CalendarDate | null): string {
  if (from === null) return "—";
  if (to === null || to === from) return formatDate(from);
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${formatDate(from)} to ${formatDate(to)}`;
  return `${formatDate(from).replace(/, \d{4}$/, "")} to ${formatDate(to)}`;
}

/**
 * An instant (ISO text) on the practice's clock, with the zone's short name: "Jun 3, 2026, 2:05 PM EDT". Never the
 * browser's zone: two people in two zones must read the same time.
 */
export function formatInstant(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    month: "short",
    day: "numeric",
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
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
  }).format(new Date(instant));
}
