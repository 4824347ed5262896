import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
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

/**
 * The surgical lines of each claim with the first decision on each: parts of a split claim are one claim, also where the
 * payer decided one of them later.
 */
export function firstDecisionsByClaim(rows: readonly DeterminationRow[]): Map<string, DecidedRow[]> {
  return Map.groupBy(rows.filter(isInFirstDecisions).filter(isSurgicalScsLine), ({ claimId }) => claimId);
}

/** The day on which a claim was first decided on: that of its first decided line. */
export function firstDayOf(lines: readonly DecidedRow[]): CalendarDate {
  return lines.map(({ initial }) => initial.decidedOn).sort()[0]!;
}
