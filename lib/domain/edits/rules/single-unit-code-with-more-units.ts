import { defineEdit, PROCEDURE_ROLES } from "../define-edit";
import { LEAD_REMOVAL_CODES, SINGLE_UNIT_CODES } from "../single-unit-codes";

const CODES = [...SINGLE_UNIT_CODES].filter((code) => !LEAD_REMOVAL_CODES.has(code));
const JUDGED: ReadonlySet<string> = new Set(CODES);

export const singleUnitCodeWithMoreUnits = defineEdit({
  id: "single-unit-code-with-more-units",
  rule: "R-U04",
  title: "Several units of a code that is always 1",
  wrong:
    "Paddle placement, revisions, the generator and programming are 1 a line whatever the number of leads, contacts or minutes. Payers deny the line.",
  severity: "block",
  scope: { roles: PROCEDURE_ROLES, payerKinds: null },
  codes: CODES,
  tables: ["unitLimits"],
  prevents: ["CO-151", "CO-222"],
  sources: ["CMS medically unlikely edits of 2024-07-01: 1 a day"],
  check(claim, report) {
    for (const line of claim.lines) {
      if (line.units <= 1 || !JUDGED.has(line.code)) continue;
      report.find({
        line,
        fields: [{ line: line.number, field: "units" }],
        message: `Line ${line.number} bills ${line.units} units of ${line.code}, which is always 1.`,
      });
    }
  },
});
