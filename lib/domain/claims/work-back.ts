import type { FieldDifference } from "./change";
import type { Claim } from "./claim";
import { diffClaims } from "./diff-claims";

/** A correction that the practice still has to key into its own system, as stored. */
export interface OpenWorkBackRow {
  id: string;
  line: number | null;
  field: string;
  before: string | null;
  after: string | null;
}

export interface WorkBackPlan {
  /** Ids of open rows that the claim no longer needs (undone or corrected again). */
  withdraw: string[];
  add: FieldDifference[];
}

/**
 * What the list of open rows must become after a correction: exactly the differences between the practice system's
 * last export and the claim as it is now. Rows that still hold stay (with their age), others are withdrawn.
 */
export function planWorkBack(
  open: readonly OpenWorkBackRow[],
  exported: Claim,
  corrected: Claim,
): WorkBackPlan {
  const wanted = keyableDifferences(exported, corrected);
  const kept = new Set<string>();
  const add = wanted.filter((difference) => {
    const row = open.find((candidate) => !kept.has(candidate.id) && sameRow(candidate, difference));
    if (row) kept.add(row.id);
    return row === undefined;
  });
  return { withdraw: open.filter((row) => !kept.has(row.id)).map((row) => row.id), add };
}

/**
 * Ids of the open rows that a newer export of the claim carries: nothing is left to key for their line and field.
 * `corrected` is the version that the rows belong to, `newer` what the practice's system has just sent.
 */
export function rowsClosedBy(open: readonly OpenWorkBackRow[], corrected: Claim, newer: Claim): string[] {
  const left = keyableDifferences(newer, corrected);
  return open.filter((row) => !left.some((difference) => sameWork(row, difference))).map((row) => row.id);
}

/** The claim's total follows its lines in every billing system, so nobody keys it. */
function keyableDifferences(exported: Claim, corrected: Claim): FieldDifference[] {
  return diffClaims(exported, corrected).filter(
    (difference) => difference.line !== null || difference.field !== "chargeCents",
  );
}

function sameRow(row: OpenWorkBackRow, difference: FieldDifference): boolean {
  return sameWork(row, difference) && row.before === difference.before;
}

/** The same thing is to be keyed: a line to remove is known by its content, as its number may have moved. */
function sameWork(row: OpenWorkBackRow, difference: FieldDifference): boolean {
  if (row.field !== difference.field || row.after !== difference.after) return false;
  if (row.field === "line" && row.after === null) return row.before === difference.before;
  return row.line === difference.line;
}
