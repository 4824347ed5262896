import type { CalendarDate } from "@/lib/domain/shared/calendar-date";

/** A calendar date as Prisma wants a `date` column: midnight UTC, so that no zone can move it. */
export function toDateColumn(date: CalendarDate): Date;
export function toDateColumn(date: CalendarDate | null): Date | null;
export function toDateColumn(date: CalendarDate | null): Date | null {
  return date === null ? null : new Date(`${date}T00:00:00Z`);
}

/** A `date` column as the calendar date it holds. */
export function fromDateColumn(value: Date): CalendarDate;
export function fromDateColumn(value: Date | null): CalendarDate | null;
export function fromDateColumn(value: Date | null): CalendarDate | null {
  return value === null ? null : value.toISOString().slice(0, 10);
}
