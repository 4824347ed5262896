import { textAt } from "./raw-segment";
import type { RawSegment } from "./types";

/** A problem of one claim; `offset` counts its segments from CLM, which is 0. */
export interface ClaimProblem {
  grade: "quarantine" | "warning";
  offset: number;
  element: string | null;
  loop: string | null;
  message: string;
}

/** Several notes of one loop as one text. */
export function joinedNote(before: string | null, nte: RawSegment): string | null {
  const text = textAt(nte, 2);
  if (text === null) return before;
  return before === null ? text : `${before} ${text}`;
}

/** A segment that the guide does not know in this place. */
export const unknownSegment = (offset: number, id: string, loop: string): ClaimProblem => ({
  grade: "warning",
  offset,
  element: null,
  loop,
  message: `The guide has no segment ${shown(id)} here; it is kept as it came.`,
});

/** A segment id fit for a message: a broken file can hold anything there, patient data too. */
export function shown(id: string): string {
  return /^[A-Z0-9]{1,3}$/.test(id) ? id : "with an unreadable name";
}
