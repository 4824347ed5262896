import type { ServiceLine } from "@/lib/domain/claims/claim";
import { codesOfFeeSchedule, feeIndicatorsOf } from "@/lib/domain/code-sets/fee-schedule";
import { SIDE_MODIFIERS } from "@/lib/domain/code-sets/modifiers";
import type { ClaimReading } from "../claim-reading";
import { defineEdit, PROCEDURE_ROLES } from "../define-edit";
import type { EditReport } from "../edit-report";
import type { Fix } from "../finding";
import { leadUnitsFix, PERCUTANEOUS_LEAD, unitsOf } from "../lead-lines";
import { modifiersIn } from "../modifier-lines";

export const sideModifierOnMidlineCode = defineEdit({
  id: "side-modifier-on-midline-code",
  rule: "R-M01",
  title: "Side on a code that has none",
  wrong:
    "The spine's midline has no side: two leads are two units, not both sides. With 50, LT or RT the line is denied for its modifier.",
  severity: "block",
  scope: { roles: PROCEDURE_ROLES, payerKinds: null },
  codes: codesOfFeeSchedule((row) => !row.isBilateral),
  parameters: ["allowLateralModifiers", "secondLeadStyle"],
  tables: ["feeSchedule"],
  facts: ["leadsPlaced"],
  prevents: ["CO-4"],
  sources: ["CMS relative value file RVU24C: bilateral indicator 0"],
  check(claim, report) {
    if (claim.parameters.allowLateralModifiers) return;
    for (const line of claim.lines) {
      const sides = modifiersIn(line, SIDE_MODIFIERS);
      if (sides.length === 0 || feeIndicatorsOf(line.code, line.serviceFrom)?.isBilateral !== false) continue;
      const wrong = sides.filter((side) => !isPayersWay(claim, line, side));
      if (wrong.length === 0) continue;
      report.find({
        line,
        fields: [{ line: line.number, field: "modifiers" }],
        message: `${line.code} on line ${line.number} carries ${wrong.join(" and ")}, but the code has no side: the payer denies the line.`,
        fix: fixOf(claim, line, report),
      });
    }
  },
});

/** A payer that wants LT and RT on the two lead lines gets them there, and nowhere else. */
function isPayersWay(claim: ClaimReading, line: ServiceLine, side: string): boolean {
  return (
    side !== "50" && line.code === PERCUTANEOUS_LEAD && claim.parameters.secondLeadStyle === "two_lines_LT_RT"
  );
}

/** Only where the leads placed are exactly the leads billed: else the side may stand for a lead that is missing. */
function fixOf(claim: ClaimReading, line: ServiceLine, report: EditReport): Fix | null {
  if (line.code !== PERCUTANEOUS_LEAD) return null;
  const placed = claim.fact("leadsPlaced");
  if (placed !== undefined && placed !== unitsOf(claim.linesOf(PERCUTANEOUS_LEAD))) return null;
  return leadUnitsFix(claim, report);
}
