import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import { readCents, readDate, readNumber } from "./amounts";
import { type ClaimProblem, shown } from "./claim-problem";
import { textAt } from "./raw-segment";
import type { RawSegment } from "./types";

/** Amounts, numbers and days of a run of segments (a claim, a payment's head) as they are read, with a note on each that cannot be. */
export class SegmentNotes {
  readonly problems: ClaimProblem[] = [];
  /** The segment being read, counted from the first one. */
  offset = 0;
  private magnitude = 0;

  constructor(public loop: string | null) {}

  warn(element: string | null, message: string): void {
    this.add("warning", element, message);
  }

  quarantine(element: string | null, message: string): void {
    this.add("quarantine", element, message);
  }

  unknown(id: string): void {
    this.warn(null, `The guide has no segment ${shown(id)} here; it is kept as it came.`);
  }

  /** An amount without which the money is in doubt: what cannot be read quarantines the claim and is null. */
  money(segment: RawSegment, index: number, what: string): Cents | null {
    const cents = this.weighed(readCents(segment[index]));
    if (cents === null)
      this.quarantine(elementName(segment, index), `${what} is missing or is not an amount.`);
    return cents;
  }

  /** An amount that only informs: null where it is absent or unreadable. */
  amount(segment: RawSegment, index: number): Cents | null {
    if (textAt(segment, index) === null) return null;
    const cents = this.weighed(readCents(segment[index]));
    if (cents === null) this.warn(elementName(segment, index), "The amount cannot be read.");
    return cents;
  }

  /** A count of units: null where it is absent or unreadable. */
  number(segment: RawSegment, index: number): number | null {
    if (textAt(segment, index) === null) return null;
    const number = readNumber(segment[index]);
    if (number === null) this.warn(elementName(segment, index), "The number of units cannot be read.");
    return number;
  }

  /** A day: null where it is absent or is no day of the calendar. */
  day(segment: RawSegment, index: number): CalendarDate | null {
    const text = textAt(segment, index);
    if (text === null) return null;
    const day = readDate(text);
    if (day === null) this.warn(elementName(segment, index), "The date is not a day of the calendar.");
    return day;
  }

  /** False when the amounts are so large that their sums would no longer be exact. */
  get isExact(): boolean {
    return Number.isSafeInteger(this.magnitude);
  }

  private weighed(cents: Cents | null): Cents | null {
    if (cents !== null) this.magnitude += Math.abs(cents);
    return cents;
  }

  private add(grade: ClaimProblem["grade"], element: string | null, message: string): void {
    this.problems.push({ grade, offset: this.offset, element, loop: this.loop, message });
  }
}

export const elementName = (segment: RawSegment, index: number) =>
  `${segment[0]}${String(index).padStart(2, "0")}`;
