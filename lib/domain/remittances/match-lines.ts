import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import type { RemittanceClaim, RemittanceLine } from "./remittance";

/** A line of the claim as it was sent; what an answer can be recognised by. */
export interface SentLine {
  number: number;
  /** REF*6R as sent; null where the practice's system sent none. */
  controlNumber: string | null;
  code: string;
  modifiers: readonly string[];
  units: number;
  chargeCents: Cents;
  serviceFrom: CalendarDate | null;
}

export type LineMatchKind = "control_number" | "line_number" | "code" | "charge" | "born";

export interface LineMatch {
  /** Number of the sent line. */
  line: number;
  kind: LineMatchKind;
}

/**
 * Which sent line each line of a CLP answers; null where none can be told, so that its money lies on the claim,
 * unapplied. The line control number decides; several answers may carry the same one (a payer splits a line). Without
 * it the code as submitted with modifiers, day, charge and units; then ever less of that where only one line is left.
 * `taken` are lines that another CLP of the same answer has (a payer splits a claim). Source: X12 RFI 1684, 498, 2224.
 */
export function matchLines(
  claim: Pick<RemittanceClaim, "lines">,
  sent: readonly SentLine[],
  taken: ReadonlySet<number> = new Set(),
): (LineMatch | null)[] {
  const matches: (LineMatch | null)[] = claim.lines.map((line) => byControlNumber(line, sent));
  const used = new Set(taken);
  for (const match of matches) if (match !== null) used.add(match.line);
  for (const isSame of RULES) {
    claim.lines.forEach((line, index) => {
      if (matches[index] !== null) return;
      const fits = sent.filter((candidate) => !used.has(candidate.number) && isSame.fits(line, candidate));
      if (fits.length === 0 || (isSame.mustBeUnique && fits.length > 1)) return;
      matches[index] = { line: fits[0]!.number, kind: isSame.kind };
      used.add(fits[0]!.number);
    });
  }
  return matches;
}

function byControlNumber(line: RemittanceLine, sent: readonly SentLine[]): LineMatch | null {
  const returned = line.controlNumber?.trim().toUpperCase();
  if (returned === undefined || returned === "") return null;
  const same = sent.find((candidate) => candidate.controlNumber?.toUpperCase() === returned);
  if (same !== undefined) return { line: same.number, kind: "control_number" };
  // Payers return the line's position where none was sent.
  if (!/^\d{1,3}$/.test(returned) || sent.some((candidate) => candidate.controlNumber !== null)) return null;
  const position = sent.find((candidate) => candidate.number === Number(returned));
  return position === undefined ? null : { line: position.number, kind: "line_number" };
}

interface MatchRule {
  kind: LineMatchKind;
  mustBeUnique: boolean;
  fits(line: RemittanceLine, sent: SentLine): boolean;
}

const RULES: readonly MatchRule[] = [
  {
    kind: "code",
    mustBeUnique: false,
    fits: (line, sent) =>
      sameCode(line, sent) &&
      sameModifiers(line, sent) &&
      sameDay(line, sent) &&
      line.chargeCents === sent.chargeCents &&
      line.unitsSubmitted === sent.units,
  },
  {
    kind: "code",
    mustBeUnique: false,
    fits: (line, sent) =>
      sameCode(line, sent) && sameModifiers(line, sent) && line.chargeCents === sent.chargeCents,
  },
  { kind: "code", mustBeUnique: true, fits: (line, sent) => sameCode(line, sent) && sameDay(line, sent) },
  { kind: "charge", mustBeUnique: true, fits: (line, sent) => line.chargeCents === sent.chargeCents },
];

/** A payer that adjudicates another code says in SVC06 what was submitted. */
function submittedOf(line: RemittanceLine): { code: string; modifiers: readonly string[] } {
  return line.submitted ?? line;
}

function sameCode(line: RemittanceLine, sent: SentLine): boolean {
  return submittedOf(line).code === sent.code;
}

function sameModifiers(line: RemittanceLine, sent: SentLine): boolean {
  const { modifiers } = submittedOf(line);
  return [...modifiers].sort().join() === [...sent.modifiers].sort().join();
}

function sameDay(line: RemittanceLine, sent: SentLine): boolean {
  return line.serviceFrom === null || line.serviceFrom === sent.serviceFrom;
}
