import { codesOfFeeSchedule, feeIndicatorsOf } from "@/lib/domain/code-sets/fee-schedule";
import { HALF_MODIFIERS } from "@/lib/domain/code-sets/modifiers";
import { defineEdit, PROCEDURE_ROLES } from "../define-edit";
import { modifiersIn } from "../modifier-lines";

export const halfModifierOnWholeProcedure = defineEdit({
  id: "half-modifier-on-whole-procedure",
  rule: "R-M05",
  title: "Professional or technical half of a procedure that has none",
  wrong:
    "26 and TC split imaging, not surgery or programming. On a procedure that does not split the payer denies the line for its modifier.",
  severity: "block",
  scope: { roles: PROCEDURE_ROLES, payerKinds: null },
  codes: codesOfFeeSchedule((row) => !row.splits),
  tables: ["feeSchedule"],
  prevents: ["CO-4"],
  sources: ["CMS relative value file RVU24C: professional/technical indicator 0"],
  check(claim, report) {
    for (const line of claim.lines) {
      const halves = modifiersIn(line, HALF_MODIFIERS);
      if (halves.length === 0 || feeIndicatorsOf(line.code, line.serviceFrom)?.splits !== false) continue;
      report.find({
        line,
        fields: [{ line: line.number, field: "modifiers" }],
        message: `${line.code} on line ${line.number} carries ${halves.join(" and ")}, but the code has no professional and technical half.`,
      });
    }
  },
});
