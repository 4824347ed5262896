import type { ServiceLine } from "@/lib/domain/claims/claim";

/** Every procedure on an implanted spinal stimulator: placement, removal, revision, generator. */
export const STIMULATOR_PROCEDURES: ReadonlySet<string> = new Set([
  ...["63650", "63655", "63661", "63662", "63663", "63664", "63685", "63688"],
]);
/** Fluoroscopy codes that get billed beside it. */
export const IMAGING_CODES: readonly string[] = ["77003", "77002", "76000"];

/** A procedure of the surgery chapters: 10004 to 69990. */
export function isSurgicalCode(code: string): boolean {
  if (code.length !== 5) return false;
  const value = Number(code);
  return value >= 10_004 && value <= 69_990;
}

/** "Line 2", "Lines 1 and 3": how a message names lines. */
export function linesInWords(lines: readonly ServiceLine[]): string {
  const numbers = lines.map((line) => String(line.number));
  if (numbers.length === 1) return `Line ${numbers[0]}`;
  return `Lines ${numbers.slice(0, -1).join(", ")} and ${numbers[numbers.length - 1]}`;
}
