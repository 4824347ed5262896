import type { CalendarDate } from "@/lib/domain/shared/calendar-date";

/** One published edition of a code table, in force from a day until the next edition we hold. */
export interface Edition<Rows> {
  /** As the publisher dates it: "2024-07-01". */
  edition: string;
  effectiveFrom: CalendarDate;
  /** Last day of force as published; null where the publisher sets none. */
  effectiveTo: CalendarDate | null;
  rows: Rows;
}

/** A code table whose rows change by date of service. */
export interface DatedTable<Rows> {
  /** Plain words, for "why": "CMS medically unlikely edits". */
  label: string;
  /** Where the rows were read. */
  source: string;
  /** Oldest first, never empty. */
  editions: readonly Edition<Rows>[];
}

/**
 * The edition for a date of service: the newest that had begun by then. Days before the first edition take the first,
 * days after the last take the last: `editionInWords` says so wherever that happens.
 */
export function editionOn<Rows>(table: DatedTable<Rows>, date: CalendarDate | null): Edition<Rows> {
  const { editions } = table;
  if (date !== null) {
    for (let at = editions.length - 1; at > 0; at -= 1) {
      const edition = editions[at]!;
      if (edition.effectiveFrom <= date) return edition;
    }
    return editions[0]!;
  }
  return editions[editions.length - 1]!;
}

/** "Edition 2024-07-01", and that it is only the nearest one where the date of service lies outside its own quarter. */
export function editionInWords(table: DatedTable<unknown>, date: CalendarDate | null): string {
  const { edition, effectiveFrom, effectiveTo } = editionOn(table, date);
  const isOutside = date !== null && (date < effectiveFrom || (effectiveTo !== null && date > effectiveTo));
  return isOutside
    ? `Edition ${edition}, the nearest one held for ${date}. ${table.source}`
    : `Edition ${edition}. ${table.source}`;
}
