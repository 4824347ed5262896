import type { DraftClaim } from "../claims";

/** What a payer says about one line; a line it says nothing about is paid. */
export type LineVerdict =
  | { kind: "denied"; group: string; carc: string; remarks: string[]; policy: string | null }
  /** Fewer units than billed. */
  | { kind: "cut"; carc: string; unitsPaid: number; remarks: string[] }
  /** Adjudicated as part of another line, whose number this is. */
  | { kind: "bundled"; into: number }
  /** A facility's line that the case rate of another line covers. */
  | { kind: "packaged"; carc: string; remarks: string[] };

/** Decides how likely work on a denial is to bring money, and how it is worked. */
export type DenialKind =
  | "inclusive"
  | "coding"
  | "authorization"
  | "clinical"
  | "documents"
  | "eligibility"
  | "late"
  | "unprocessable"
  | "final";

export interface Verdict {
  lines: ReadonlyMap<number, LineVerdict>;
  /** Remarks of the claim (MOA). */
  remarks: string[];
  /** Null when nothing is denied. */
  denial: DenialKind | null;
  /** Sent with status 4, as some payers do for any denial. */
  isUnknownPatient: boolean;
}

export const PAID: Verdict = { lines: new Map(), remarks: [], denial: null, isUnknownPatient: false };

/** "CO-50 N115 M25": group, reason and the remarks of the line. */
export function denied(shorthand: string, policy: string | null = null): LineVerdict {
  const [reason, ...remarks] = shorthand.split(" ");
  const [group, carc] = reason!.split("-");
  return { kind: "denied", group: group!, carc: carc!, remarks, policy };
}

export function onLines(
  numbers: readonly number[],
  line: LineVerdict,
  denial: DenialKind,
  remarks: string[] = [],
): Verdict {
  return { ...PAID, lines: new Map(numbers.map((number) => [number, line])), denial, remarks };
}

export const onAll = ({ claim }: DraftClaim, line: LineVerdict, denial: DenialKind, remarks: string[] = []) =>
  onLines(
    claim.lines.map(({ number }) => number),
    line,
    denial,
    remarks,
  );

/** Codes whose lines count in the practice's denial rate; all of them are spinal here. */
const STIMULATOR = new Set([
  ...["63650", "63655", "63661", "63662", "63663", "63664", "63685", "63688"],
  ...["95970", "95971", "95972"],
]);

/** Numbers of the lines that count in the denial rate: facility and anaesthesia claims stay out. */
export function countedLines({ claim }: DraftClaim): number[] {
  if (claim.role !== "surgeon" && claim.role !== "assistant") return [];
  return claim.lines.filter(({ code }) => STIMULATOR.has(code)).map(({ number }) => number);
}
