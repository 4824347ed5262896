import { AppError } from "@/lib/domain/shared/app-error";
import { MAX_CENTS } from "@/lib/domain/shared/money";
import { fieldInWords } from "./claim-fields";

const MAX_MODIFIERS = 4;
const MAX_POINTERS = 4;
const MAX_DIAGNOSES = 12;
const MAX_UNITS = 9_999_999;
/** Characters that separate things in an 837 file, and everything that is not printable. */
const UNSAFE = /[~*:^|\u0000-\u001f\u007f]/;

/** Refuses a value: the error names the line and field in `fields`, as a form wants it. */
export function fail(line: number | null, field: string, message: string): never {
  const path = line === null ? field : `lines.${line}.${field}`;
  throw new AppError("invalid_input", message, {
    fields: { [path]: message },
    next: `Change ${fieldInWords(line, field)} and save again.`,
  });
}

/** Trimmed text that a payer's file can carry; `line` null is a field of the claim. */
export function cleanText(line: number | null, field: string, value: string, limit: number): string {
  const text = value.trim();
  const words = fieldInWords(line, field);
  if (text.length > limit) fail(line, field, `${words} holds at most ${limit} characters.`);
  if (UNSAFE.test(text)) fail(line, field, `${words} cannot hold line breaks or any of ~ * : ^ |.`);
  return text;
}

export function cleanPlace(line: number | null, value: string): string {
  const place = value.trim();
  if (!/^\d{2}$/.test(place))
    fail(line, "placeOfService", "A place of service has two digits, such as 11, 22 or 24.");
  return place;
}

/** Codes without dot in upper case; refuses odd ones, doubles and too many. */
export function cleanDiagnoses(value: string[]): string[] {
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

/** Modifiers in upper case without empty places; refuses odd ones, doubles and too many. */
export function cleanModifiers(line: number, value: string[]): string[] {
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

export function checkUnits(line: number, units: number): number {
  if (!Number.isFinite(units) || units <= 0) fail(line, "units", `Line ${line} needs more than 0 units.`);
  if (units > MAX_UNITS || Math.abs(units * 1000 - Math.round(units * 1000)) > 1e-6) {
    fail(line, "units", `The units of line ${line} are too large or have more than three decimals.`);
  }
  return units;
}

export function checkCharge(line: number, cents: number): number {
  if (!Number.isSafeInteger(cents) || cents < 0 || cents > MAX_CENTS) {
    fail(line, "chargeCents", `The charge of line ${line} must be an amount of 0.00 or more.`);
  }
  return cents;
}

/** Positions in the claim's diagnoses; whether the claim has so many is judged when all changes are in. */
export function checkPointers(line: number, pointers: number[]): number[] {
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
