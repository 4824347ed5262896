import { defineEdit, PROCEDURE_ROLES } from "../define-edit";
import { LEAD_REMOVAL_CODES } from "../single-unit-codes";

export const leadRemovalUnitsOverOne = defineEdit({
  id: "lead-removal-units-over-one",
  rule: "R-U03",
  title: "Lead removal billed more than once",
  wrong:
    "63661 and 63662 cover every lead taken out in the session. More than one unit on a day is denied, and no modifier and no appeal lifts this limit.",
  severity: "block",
  scope: { roles: PROCEDURE_ROLES, payerKinds: null },
  codes: [...LEAD_REMOVAL_CODES],
  tables: ["unitLimits"],
  prevents: ["CO-151", "CO-222"],
  sources: [
    "CMS medically unlikely edits of 2024-07-01: 1 a day, absolute",
    "The code stands for all leads removed",
  ],
  check(claim, report) {
    for (const code of LEAD_REMOVAL_CODES) {
      const lines = claim.linesOf(code);
      for (const [at, line] of lines.entries()) {
        let total = line.units;
        for (const before of lines.slice(0, at))
          if (before.serviceFrom === line.serviceFrom) total += before.units;
        if (total <= 1) continue;
        report.find({
          line,
          fields: [{ line: line.number, field: "units" }],
          message: `${code} is billed with ${total} units on ${line.serviceFrom ?? "one day"}; it is 1 for all leads taken out that day.`,
        });
      }
    }
  },
});
