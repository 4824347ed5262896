import { isCalendarDate } from "@/lib/domain/shared/calendar-date";
import { sumCents } from "@/lib/domain/shared/money";
import type { ClaimChange, ClaimTextField } from "./change";
import type { Claim, ServiceLine } from "./claim";
import {
  checkCharge,
  checkPointers,
  checkUnits,
  cleanDiagnoses,
  cleanModifiers,
  cleanPlace,
  cleanText,
  fail,
} from "./clean-fields";

const MAX_LINES = 50;
const MAX_LINE_AUTHORIZATIONS = 5;
const TEXT_LIMITS: Record<ClaimTextField, number> = {
  authorization: 50,
  referral: 50,
  payerControlNumber: 50,
  frequency: 1,
  placeOfService: 2,
  note: 80,
  delayReason: 2,
};

/** A line under change: `ref` is its number in the claim that the changes were written for, null when new. */
interface WorkingLine {
  ref: number | null;
  line: ServiceLine;
}

/**
 * Applies corrections to a claim and returns the corrected copy; the input stays untouched.
 * Every change names lines by their number in `claim`, whatever earlier changes of the list did; lines are renumbered
 * 1..n at the end. A change of any line's charge, or of the set of lines, makes the claim total the sum of its lines.
 * Throws AppError `invalid_input` that names the line and the field, e.g. `fields["lines.2.modifiers"]`.
 */
export function applyChanges(claim: Claim, changes: readonly ClaimChange[]): Claim {
  const result: Claim = { ...claim };
  let working: WorkingLine[] = claim.lines.map((line) => ({ ref: line.number, line: { ...line } }));
  let chargesTouched = false;
  const pointersTouched = new Set<WorkingLine>();
  let diagnosesTouched = false;

  for (const change of changes) {
    switch (change.kind) {
      case "set_claim":
        setClaimField(result, change.field, change.value);
        break;
      case "set_diagnoses":
        result.diagnoses = cleanDiagnoses(change.value);
        diagnosesTouched = true;
        break;
      case "set_line": {
        const target = findLine(working, change.line, change.field);
        setLineField(target.line, change, change.line);
        if (change.field === "chargeCents") chargesTouched = true;
        if (change.field === "diagnosisPointers") pointersTouched.add(target);
        break;
      }
      case "remove_line": {
        const target = findLine(working, change.line, "line");
        if (working.length === 1) fail(change.line, "line", "A claim keeps at least one service line.");
        working = working.filter((entry) => entry !== target);
        chargesTouched = true;
        break;
      }
      case "split_line":
        working = splitLine(working, change);
        chargesTouched = true;
        break;
      case "merge_lines":
        working = mergeLines(working, change);
        chargesTouched = true;
        break;
    }
  }

  for (const entry of working) {
    if (!diagnosesTouched && !pointersTouched.has(entry)) continue;
    const outside = entry.line.diagnosisPointers.find((pointer) => pointer > result.diagnoses.length);
    if (outside !== undefined) {
      fail(
        entry.ref,
        "diagnosisPointers",
        `Line ${entry.ref ?? "new"} points at diagnosis ${outside}, but the claim has ${result.diagnoses.length}.`,
      );
    }
  }
  result.lines = working.map((entry, index) => ({ ...entry.line, number: index + 1 }));
  if (chargesTouched) result.chargeCents = sumCents(result.lines.map((line) => line.chargeCents));
  return result;
}

function findLine(working: WorkingLine[], number: number, field: string): WorkingLine {
  const found = working.find((entry) => entry.ref === number);
  if (!found) fail(number, field, `The claim has no line ${number}.`);
  return found;
}

function setClaimField(claim: Claim, field: ClaimTextField, value: string | null): void {
  const text = value === null ? "" : cleanText(null, field, value, TEXT_LIMITS[field]);
  if (field === "frequency") {
    if (!/^[1-9]$/.test(text))
      fail(null, field, "The claim frequency is one digit: 1 original, 7 replacement, 8 void.");
    claim.frequency = text;
  } else if (field === "placeOfService") {
    claim.placeOfService = cleanPlace(null, text);
  } else {
    claim[field] = text === "" ? null : text;
  }
}

type LineChange = Extract<ClaimChange, { kind: "set_line" }>;

function setLineField(target: ServiceLine, change: LineChange, number: number): void {
  switch (change.field) {
    case "code": {
      const code = change.value.trim().toUpperCase();
      if (!/^[0-9A-Z]{5}$/.test(code))
        fail(
          number,
          "code",
          `"${code}" on line ${number} is not a procedure code: it has five letters or digits.`,
        );
      target.code = code;
      return;
    }
    case "note":
      target.note = cleanText(number, "note", change.value, TEXT_LIMITS.note) || null;
      return;
    case "placeOfService":
      target.placeOfService = change.value === null ? null : cleanPlace(number, change.value);
      return;
    case "modifiers":
      target.modifiers = cleanModifiers(number, change.value);
      return;
    case "units":
      target.units = checkUnits(number, change.value);
      return;
    case "chargeCents":
      target.chargeCents = checkCharge(number, change.value);
      return;
    case "diagnosisPointers":
      target.diagnosisPointers = checkPointers(number, change.value);
      return;
    case "authorizations": {
      const numbers = change.value
        .map((text) => cleanText(number, "authorizations", text, 50))
        .filter((text) => text !== "");
      if (numbers.length > MAX_LINE_AUTHORIZATIONS)
        fail(
          number,
          "authorizations",
          `Line ${number} holds at most ${MAX_LINE_AUTHORIZATIONS} authorizations.`,
        );
      target.authorizations = numbers;
      return;
    }
    case "serviceDates": {
      const { from, to } = change.value;
      if (!isCalendarDate(from) || !isCalendarDate(to))
        fail(number, "serviceDates", `Line ${number} needs dates of the calendar.`);
      if (to < from) fail(number, "serviceDates", `On line ${number} the last day is before the first.`);
      target.serviceFrom = from;
      target.serviceTo = to;
    }
  }
}

function splitLine(
  working: WorkingLine[],
  change: Extract<ClaimChange, { kind: "split_line" }>,
): WorkingLine[] {
  const target = findLine(working, change.line, "line");
  if (working.length >= MAX_LINES)
    fail(change.line, "line", `A claim holds at most ${MAX_LINES} service lines.`);
  checkUnits(change.line, change.units);
  checkCharge(change.line, change.chargeCents);
  const unitsLeft = roundUnits(target.line.units - change.units);
  const chargeLeft = target.line.chargeCents - change.chargeCents;
  if (unitsLeft <= 0)
    fail(
      change.line,
      "units",
      `Line ${change.line} has ${target.line.units} units; both parts of a split need some.`,
    );
  if (chargeLeft < 0)
    fail(change.line, "chargeCents", `The new line cannot take more than the charge of line ${change.line}.`);
  const added: ServiceLine = {
    ...target.line,
    units: change.units,
    chargeCents: change.chargeCents,
    modifiers: cleanModifiers(change.line, change.modifiers),
    // A control number names one line only (RFI 1917); the writer gives the new line its own.
    controlNumber: null,
  };
  const kept: WorkingLine = {
    ref: target.ref,
    line: { ...target.line, units: unitsLeft, chargeCents: chargeLeft },
  };
  return working.flatMap((entry) => (entry === target ? [kept, { ref: null, line: added }] : [entry]));
}

function mergeLines(
  working: WorkingLine[],
  change: Extract<ClaimChange, { kind: "merge_lines" }>,
): WorkingLine[] {
  const into = findLine(working, change.into, "line");
  const from = findLine(working, change.from, "line");
  if (into === from) fail(change.into, "line", "A line cannot be joined with itself.");
  if (
    into.line.code !== from.line.code ||
    into.line.unitBasis !== from.line.unitBasis ||
    into.line.serviceFrom !== from.line.serviceFrom
  ) {
    fail(
      change.from,
      "line",
      `Lines ${change.into} and ${change.from} differ in code or date and cannot be joined.`,
    );
  }
  into.line.units = checkUnits(change.into, roundUnits(into.line.units + from.line.units));
  into.line.chargeCents = checkCharge(change.into, into.line.chargeCents + from.line.chargeCents);
  return working.filter((entry) => entry !== from);
}

/** Units carry at most three decimals; this takes the binary noise out of their sums. */
function roundUnits(units: number): number {
  return Math.round(units * 1000) / 1000;
}
