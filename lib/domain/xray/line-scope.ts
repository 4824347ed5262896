import { DEVICE_CODES, INTEGRATED_DEVICE_CODES, PROGRAMMING_CODES } from "@/lib/domain/code-sets/scs-codes";
import { STIMULATOR_PROCEDURES } from "@/lib/domain/edits/scs-lines";

/**
 * What a code is to the figures. `procedure` always counts; `programming` only for a patient whose remittances show an
 * implanted spinal stimulator, because the same codes program other stimulators; `device` is shown apart.
 * Source: the field's conventions for stimulator lines.
 */
export type LineScope = "procedure" | "programming" | "device" | "other";

/** Programming of a system with an integrated generator. */
const INTEGRATED_PROGRAMMING: ReadonlySet<string> = new Set(["0788T", "0789T"]);

export function scopeOfCode(code: string): LineScope {
  if (STIMULATOR_PROCEDURES.has(code)) return "procedure";
  if (PROGRAMMING_CODES.has(code) || INTEGRATED_PROGRAMMING.has(code)) return "programming";
  if (INTEGRATED_DEVICE_CODES.has(code)) return "procedure";
  return DEVICE_CODES.has(code) ? "device" : "other";
}

/** Every code that the figures look at, to find its lines among those of all other services. */
export const STIMULATOR_CODES: readonly string[] = [
  ...new Set([
    ...[...STIMULATOR_PROCEDURES, ...PROGRAMMING_CODES, ...INTEGRATED_PROGRAMMING],
    ...[...INTEGRATED_DEVICE_CODES, ...DEVICE_CODES],
  ]),
];
