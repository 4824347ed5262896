import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";

/** What a line is recognised by, in a claim as sent and in every answer to it. */
export interface LineMarks {
  /** REF*6R. */
  controlNumber: string | null;
  code: string;
  modifiers: readonly string[];
  chargeCents: Cents;
  serviceFrom: CalendarDate | null;
}

type Fits = (line: LineMarks, other: LineMarks) => boolean;

const sameModifiers: Fits = (a, b) => [...a.modifiers].sort().join() === [...b.modifiers].sort().join();
const sameCharge: Fits = (a, b) => Math.abs(a.chargeCents) === Math.abs(b.chargeCents);
const sameDay: Fits = (a, b) =>
  a.serviceFrom === null || b.serviceFrom === null || a.serviceFrom === b.serviceFrom;

/** Strongest first. */
const RULES: readonly Fits[] = [
  (a, b) =>
    a.controlNumber !== null && a.controlNumber.toUpperCase() === (b.controlNumber ?? "").toUpperCase(),
  (a, b) => a.code === b.code && sameDay(a, b) && sameCharge(a, b) && sameModifiers(a, b),
  (a, b) => a.code === b.code && sameDay(a, b) && sameCharge(a, b),
  (a, b) => a.code === b.code && sameDay(a, b),
];

/**
 * For each line the one of `others` that it is, by position in `others`; null where none is left. Each is used once,
 * those in `taken` not at all. A reversal's negative charge is the same charge.
 */
export function sameLines(
  lines: readonly LineMarks[],
  others: readonly LineMarks[],
  taken: ReadonlySet<number> = new Set(),
): (number | null)[] {
  const found: (number | null)[] = lines.map(() => null);
  const used = new Set(taken);
  for (const fits of RULES) {
    lines.forEach((line, index) => {
      if (found[index] !== null) return;
      const at = others.findIndex((other, position) => !used.has(position) && fits(line, other));
      if (at < 0) return;
      found[index] = at;
      used.add(at);
    });
  }
  return found;
}
