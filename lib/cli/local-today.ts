import { dateInZone, type CalendarDate } from "@/lib/domain/shared/calendar-date";

/** The day on this machine: the command line knows no practice and so no other zone. */
export function localToday(): CalendarDate {
  return dateInZone(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);
}
