import { CODE_PAIRS, swallowedBy } from "@/lib/domain/code-sets/code-pairs";
import type { ServiceLine } from "@/lib/domain/claims/claim";
import { isSameSession, type ClaimReading } from "../claim-reading";
import { defineEdit, PROCEDURE_ROLES } from "../define-edit";
import { PROGRAMMING_CODES } from "@/lib/domain/code-sets/scs-codes";

const COLUMN_2 = [
  ...new Set(
    CODE_PAIRS.editions.flatMap(({ rows }) => [
      ...rows.practitioner.keys(),
      ...rows.outpatientHospital.keys(),
    ]),
  ),
];

export const pairNeverPaidTogether = defineEdit({
  id: "pair-never-paid-together",
  rule: "R-N01",
  title: "Two codes that are never paid together",
  wrong:
    "The second code is part of the first or excludes it. The payer denies it as included, and no modifier changes that.",
  severity: "block",
  scope: { roles: PROCEDURE_ROLES, payerKinds: null },
  codes: COLUMN_2,
  tables: ["codePairs"],
  prevents: ["CO-97", "CO-236"],
  sources: ["CMS NCCI procedure-to-procedure edits 2024-07-01, modifier indicator 0"],
  check(claim, report) {
    const isHospital = claim.claim.role === "hospital";
    for (const line of claim.lines) {
      const swallowing = swallowedBy(line.code, line.serviceFrom, isHospital);
      if (swallowing === null) continue;
      const paid = firstPartner(claim, line, swallowing);
      if (paid === null) continue;
      report.find({
        line,
        fields: [
          { line: line.number, field: "code" },
          { line: paid.number, field: "code" },
        ],
        message: `${line.code} on line ${line.number} is never paid on the day of ${paid.code} (line ${paid.number}): the payer denies ${line.code}, and no modifier lifts it. Bill only what the note describes.`,
      });
    }
  },
});

function firstPartner(
  claim: ClaimReading,
  line: ServiceLine,
  swallowing: ReadonlySet<string>,
): ServiceLine | null {
  for (const other of claim.lines) {
    if (
      swallowing.has(other.code) &&
      !hasItsOwnEdit(other.code, line.code) &&
      isSameSession(claim, other, line)
    )
      return other;
  }
  return null;
}

/** R-N05 (two programming codes) and R-N07 (a trial lead pulled) say more about their pairs than this edit could. */
function hasItsOwnEdit(column1: string, column2: string): boolean {
  if (PROGRAMMING_CODES.has(column2)) return PROGRAMMING_CODES.has(column1);
  return column1 === "63650" && column2 === "63661";
}
