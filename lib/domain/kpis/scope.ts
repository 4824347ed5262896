import type { DeterminationFacts, DeterminationRow } from "./determination-row";

/** Procedures on a spinal stimulator; the claim is a stimulator claim where it has one of these. */
export const SURGICAL_CODES: ReadonlySet<string> = new Set([
  ...["63650", "63655", "63661", "63662", "63663", "63664", "63685", "63688", "0784T", "0785T"],
]);
/** Programming: counts only where the device is spinal. */
export const PROGRAMMING_CODES: ReadonlySet<string> = new Set(["95970", "95971", "95972", "0788T", "0789T"]);
export const FACILITY_ROLES: ReadonlySet<string> = new Set(["asc_facility", "hospital"]);
const ORIGINAL = "1";

/** A row whose first decision is known. */
export type DecidedRow = DeterminationRow & { initial: DeterminationFacts };

export function isSurgicalScsLine(row: Pick<DeterminationRow, "code">): boolean {
  return SURGICAL_CODES.has(row.code);
}

/** A line of the stimulator playbook; device lines are not. */
export function isScsLine(row: Pick<DeterminationRow, "code" | "isSpinal">): boolean {
  return isSurgicalScsLine(row) || (row.isSpinal && PROGRAMMING_CODES.has(row.code));
}

/** What no figure counts: voided claims and true duplicates. */
export function isCounted(row: DeterminationRow): boolean {
  return !row.isVoided && !row.isTrueDuplicate;
}

/**
 * The lines that denial and first-pass rates look at: stimulator lines of original professional claims before their
 * first payer, with a first final decision. Facilities are shown by role instead.
 */
export function isInFirstDecisions(row: DeterminationRow): row is DecidedRow {
  return (
    row.initial !== null &&
    row.responsibility === "P" &&
    row.frequency === ORIGINAL &&
    isCounted(row) &&
    isScsLine(row) &&
    !FACILITY_ROLES.has(row.role)
  );
}

/** The surgical lines of each claim's first decision; a part of the claim that was decided later is not in it. */
export function firstDecisionsByClaim(rows: readonly DeterminationRow[]): Map<string, DecidedRow[]> {
  const byClaim = new Map<string, DecidedRow[]>();
  for (const row of rows.filter(isInFirstDecisions).filter(isSurgicalScsLine)) {
    byClaim.set(row.claimId, [...(byClaim.get(row.claimId) ?? []), row]);
  }
  for (const [claimId, ofClaim] of byClaim) {
    const first = ofClaim.map((row) => row.initial.decidedOn).sort()[0]!;
    byClaim.set(
      claimId,
      ofClaim.filter((row) => row.initial.decidedOn === first),
    );
  }
  return byClaim;
}
