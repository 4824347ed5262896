import type { CorrectionConflict } from "@/lib/domain/claims/claim-screen";

export interface ConflictRow {
  line: number | null;
  field: string;
  theirs: { before: string | null; after: string | null } | null;
  yours: { before: string | null; after: string | null } | null;
}

/** One row a field that either side touched: theirs first, in their order. Several steps of theirs become one. */
export function conflictRows({ theirs, yours }: CorrectionConflict): ConflictRow[] {
  const rows = new Map<string, ConflictRow>();
  const rowOf = (line: number | null, field: string): ConflictRow => {
    const key = `${line} ${field}`;
    const row = rows.get(key) ?? { line, field, theirs: null, yours: null };
    rows.set(key, row);
    return row;
  };
  for (const { line, field, before, after } of theirs) {
    const row = rowOf(line, field);
    row.theirs = { before: row.theirs === null ? before : row.theirs.before, after };
  }
  for (const { line, field, before, after } of yours) rowOf(line, field).yours = { before, after };
  return [...rows.values()].filter(
    ({ theirs: other, yours: own }) => own !== null || (other !== null && other.before !== other.after),
  );
}
