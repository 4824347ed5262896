import { UNIT_LIMITS, unitLimitOf } from "@/lib/domain/code-sets/unit-limits";
import { isSameSession, type ClaimReading } from "../claim-reading";
import { defineEdit, PROCEDURE_ROLES } from "../define-edit";
import type { EditReport } from "../edit-report";
import { leadUnitsFix } from "../lead-lines";
import { SINGLE_UNIT_CODES } from "../single-unit-codes";
import type { ServiceLine } from "@/lib/domain/claims/claim";

const CODES = [...new Set(UNIT_LIMITS.editions.flatMap((edition) => [...edition.rows.keys()]))];

export const unitsOverDailyLimit = defineEdit({
  id: "units-over-daily-limit",
  rule: "R-U02",
  title: "More units than Medicare takes in a day",
  wrong:
    "All lines of a code are added for the day whatever modifiers they carry. Over the limit Medicare denies every unit of the code, not only the excess.",
  severity: "block",
  scope: { roles: PROCEDURE_ROLES, payerKinds: ["medicare"] },
  codes: CODES,
  tables: ["unitLimits"],
  facts: ["leadsPlaced"],
  prevents: ["CO-151", "CO-222"],
  sources: ["CMS medically unlikely edits, practitioner and outpatient hospital tables of 2024-07-01"],
  check(claim, report) {
    const { lines } = claim;
    for (let at = 0; at < lines.length; at += 1) {
      const line = lines[at]!;
      if (isFirstOfSession(claim, line, at)) judge(claim, line, at, report);
    }
  },
});

function isFirstOfSession(claim: ClaimReading, line: ServiceLine, at: number): boolean {
  for (let before = 0; before < at; before += 1) {
    const other = claim.lines[before]!;
    if (other.code === line.code && isSameSession(claim, other, line)) return false;
  }
  return true;
}

function judge(claim: ClaimReading, first: ServiceLine, at: number, report: EditReport): void {
  const limits = unitLimitOf(first.code, first.serviceFrom);
  const most = claim.claim.role === "hospital" ? limits?.outpatientHospital : limits?.practitioner;
  if (limits === null || most === null || most === undefined) return;
  let total = 0;
  let over: ServiceLine | null = null;
  for (let next = at; next < claim.lines.length; next += 1) {
    const line = claim.lines[next]!;
    if (line.code !== first.code || !isSameSession(claim, line, first)) continue;
    total += line.units;
    if (total > most) over ??= line;
  }
  if (over === null) return;
  const same = claim.linesOf(first.code).filter((line) => isSameSession(claim, line, first));
  // One line with several units of a one-unit code has its own edit for every payer.
  if (same.length === 1 && SINGLE_UNIT_CODES.has(first.code)) return;
  report.find({
    line: over,
    fields: [over, ...same.filter((line) => line !== over)].map((line) => ({
      line: line.number,
      field: "units",
    })),
    message: `${first.code} adds up to ${total} units on ${first.serviceFrom ?? "this day"}; Medicare takes ${most} a day and denies all of them above that${limits.adjudication === 2 ? ", without exception" : ", whatever modifier a line carries"}.`,
    fix: first.code === "63650" ? leadUnitsFix(claim, report) : null,
  });
}
