import type { ServiceLine } from "@/lib/domain/claims/claim";
import { readCents, readDateRange, readNumber } from "./amounts";
import { eachLoop } from "./parties";
import { plainText, textAt } from "./raw-segment";
import type { RawSegment } from "./types";

/** Lines that look less alike than this are not the same line. */
const LEAST_LIKENESS = 3;

/**
 * The raw segments that each line of a corrected claim came from, null for a line without any. A line control number
 * decides; lines without one are matched in order by what they bill, so that removed and split lines do not shift the
 * segments of the others. A line split off another takes a copy of that line's segments.
 */
export function matchLines(lines: ServiceLine[], raw: RawSegment[][]): (RawSegment[] | null)[] {
  const controls = raw.map(controlNumberOf);
  const matched: (number | null)[] = lines.map((line) => {
    if (line.controlNumber === null) return null;
    const at = controls.indexOf(line.controlNumber);
    const unique = at >= 0 && controls.lastIndexOf(line.controlNumber) === at;
    return unique && lines.filter((other) => other.controlNumber === line.controlNumber).length === 1
      ? at
      : null;
  });
  const taken = new Set(matched);
  const freeLines = lines.map((_, index) => index).filter((index) => matched[index] === null);
  const freeRaw = raw.map((_, index) => index).filter((index) => !taken.has(index));
  if (freeLines.length === freeRaw.length) freeLines.forEach((line, at) => (matched[line] = freeRaw[at]!));
  else for (const [line, at] of inOrder(lines, raw, freeLines, freeRaw)) matched[line] = at;
  return lines.map((line, index) => {
    const at = matched[index]!;
    return at === null ? splitFrom(line, lines[index - 1], matched[index - 1] ?? null, raw) : raw[at]!;
  });
}

/** Best pairing that keeps the order (longest common subsequence, weighted by likeness). */
function inOrder(
  lines: ServiceLine[],
  raw: RawSegment[][],
  freeLines: number[],
  freeRaw: number[],
): [number, number][] {
  const width = freeRaw.length + 1;
  const best = new Array<number>((freeLines.length + 1) * width).fill(0);
  const likenesses: number[] = new Array<number>(best.length).fill(0);
  for (let i = freeLines.length - 1; i >= 0; i -= 1) {
    for (let j = freeRaw.length - 1; j >= 0; j -= 1) {
      const alike = likeness(lines[freeLines[i]!]!, raw[freeRaw[j]!]!);
      const at = i * width + j;
      likenesses[at] = alike;
      const pair = alike >= LEAST_LIKENESS ? alike + best[at + width + 1]! : 0;
      best[at] = Math.max(pair, best[at + width]!, best[at + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < freeLines.length && j < freeRaw.length;) {
    const at = i * width + j;
    const alike = likenesses[at]!;
    if (alike >= LEAST_LIKENESS && best[at] === alike + best[at + width + 1]!)
      pairs.push([freeLines[i++]!, freeRaw[j++]!]);
    else if (best[at] === best[at + width]) i += 1;
    else j += 1;
  }
  return pairs;
}

function likeness(line: ServiceLine, segments: RawSegment[]): number {
  const sv1 = segments.find((segment) => segment[0] === "SV1");
  if (sv1 === undefined) return 0;
  const dates = readDateRange(segments.find((segment) => segment[0] === "DTP" && segment[1] === "472")?.[3]);
  const [, code = "", ...modifiers] = (sv1[1] ?? "").split(":").slice(0, 6).map(plainText);
  let points = 0;
  if (code.trim().toUpperCase() === line.code) points += 4;
  if ((dates?.from ?? null) === line.serviceFrom) points += 1;
  if (readCents(sv1[2]) === line.chargeCents) points += 2;
  if (readNumber(sv1[4]) === line.units) points += 1;
  if (modifiers.filter((modifier) => modifier !== "").join() === line.modifiers.join()) points += 1;
  return points;
}

function splitFrom(
  line: ServiceLine,
  before: ServiceLine | undefined,
  at: number | null,
  raw: RawSegment[][],
): RawSegment[] | null {
  if (before === undefined || at === null) return null;
  if (before.code !== line.code || before.serviceFrom !== line.serviceFrom) return null;
  return raw[at]!.filter((segment) => !(segment[0] === "REF" && segment[1] === "6R"));
}

function controlNumberOf(segments: RawSegment[]): string | null {
  let found: string | null = null;
  eachLoop("line", segments, (loop, segment) => {
    if (loop === "2400" && segment[0] === "REF" && segment[1] === "6R") found ??= textAt(segment, 2);
  });
  return found;
}
