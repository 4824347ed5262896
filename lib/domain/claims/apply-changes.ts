import { AppError } from "@/lib/domain/shared/app-error";
import { isCalendarDate } from "@/lib/domain/shared/calendar-date";
import { MAX_CENTS, sumCents } from "@/lib/domain/shared/money";
import type { ClaimChange, ClaimTextField } from "./change";
import type { Claim, ServiceLine } from "./claim";
import { fieldInWords } from "./claim-fields";

const MAX_MODIFIERS = 4;
const MAX_POINTERS = 4;
const MAX_DIAGNOSES = 12;
const MAX_LINES = 50;
const MAX_LINE_AUTHORIZATIONS = 5;
const MAX_UNITS = 9_999_999;
const TEXT_LIMITS: Record<ClaimTextField, number> = {
  authorization: 50,
  referral: 50,
  payerControlNumber: 50,
  frequency: 1,
  placeOfService: 2,
  note: 80,
  delayReason: 2,
};
/** Characters that separate things in an 837 file, and everything that is not printable. */
const UNSAFE = /[~*:^|\u0000-\u001f\u007f]/;

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

function fail(line: number | null, field: string, message: string): never {
  const path = line === null ? field : `lines.${line}.${field}`;
  throw new AppError("invalid_input", message, {
    fields: { [path]: message },
    next: `Change ${fieldInWords(line, field)} and save again.`,
  });
}

function findLine(working: WorkingLine[], number: number, field: string): WorkingLine {
  const found = working.find((entry) => entry.ref === number);
  if (!found) fail(number, field, `The claim has no line ${number}.`);
  return found;
}

function cleanText(line: number | null, field: string, value: string, limit: number): string {
  const text = value.trim();
  const words = fieldInWords(line, field);
  if (text.length > limit) fail(line, field, `${words} holds at most ${limit} characters.`);
  if (UNSAFE.test(text)) fail(line, field, `${words} cannot hold line breaks or any of ~ * : ^ |.`);
  return text;
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

function cleanPlace(line: number | null, value: string): string {
  const place = value.trim();
  if (!/^\d{2}$/.test(place))
    fail(line, "placeOfService", "A place of service has two digits, such as 11, 22 or 24.");
  return place;
}

function cleanDiagnoses(value: string[]): string[] {
  const codes = value.map((code) => code.trim().replaceAll(".", "").toUpperCase());
  if (codes.length === 0) fail(null, "diagnoses", "A claim needs at least one diagnosis.");
  if (codes.length > MAX_DIAGNOSES)
    fail(null, "diagnoses", `A claim holds at most ${MAX_DIAGNOSES} diagnoses.`);
  for (const code of codes) {
    if (!/^[A-Z][0-9][0-9A-Z]{1,5}$/.test(code))
      fail(null, "diagnoses", `"${code}" is not written like a diagnosis code.`);
  }
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) fail(null, "diagnoses", `Diagnosis ${twice} is on the claim twice.`);
  return codes;
}

function cleanModifiers(line: number, value: string[]): string[] {
  const modifiers = value
    .map((modifier) => modifier.trim().toUpperCase())
    .filter((modifier) => modifier !== "");
  if (modifiers.length > MAX_MODIFIERS)
    fail(line, "modifiers", `Line ${line} can carry at most ${MAX_MODIFIERS} modifiers.`);
  const odd = modifiers.find((modifier) => !/^[0-9A-Z]{2}$/.test(modifier));
  if (odd !== undefined)
    fail(
      line,
      "modifiers",
      `"${odd}" on line ${line} is not a modifier: a modifier has two letters or digits.`,
    );
  const twice = modifiers.find((modifier, index) => modifiers.indexOf(modifier) !== index);
  if (twice !== undefined) fail(line, "modifiers", `Modifier ${twice} is on line ${line} twice.`);
  return modifiers;
}

function checkUnits(line: number, units: number): number {
  if (!Number.isFinite(units) || units <= 0) fail(line, "units", `Line ${line} needs more than 0 units.`);
  if (units > MAX_UNITS || Math.abs(units * 1000 - Math.round(units * 1000)) > 1e-6) {
    fail(line, "units", `The units of line ${line} are too large or have more than three decimals.`);
  }
  return units;
}

function checkCharge(line: number, cents: number): number {
  if (!Number.isSafeInteger(cents) || cents < 0 || cents > MAX_CENTS) {
    fail(line, "chargeCents", `The charge of line ${line} must be an amount of 0.00 or more.`);
  }
  return cents;
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

function checkPointers(line: number, pointers: number[]): number[] {
  if (pointers.length === 0) fail(line, "diagnosisPointers", `Line ${line} must point at a diagnosis.`);
  if (pointers.length > MAX_POINTERS)
    fail(line, "diagnosisPointers", `Line ${line} points at ${MAX_POINTERS} diagnoses at most.`);
  for (const pointer of pointers) {
    if (!Number.isInteger(pointer) || pointer < 1)
      fail(line, "diagnosisPointers", `Line ${line} has a pointer that is not 1 or more.`);
  }
  const twice = pointers.find((pointer, index) => pointers.indexOf(pointer) !== index);
  if (twice !== undefined)
    fail(line, "diagnosisPointers", `Line ${line} points at diagnosis ${twice} twice.`);
  return [...pointers];
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
