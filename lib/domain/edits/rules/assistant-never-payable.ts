import { codesOfFeeSchedule, feeIndicatorsOf } from "@/lib/domain/code-sets/fee-schedule";
import { ASSISTANT_MODIFIERS } from "@/lib/domain/code-sets/modifiers";
import { defineEdit } from "../define-edit";
import { modifiersIn } from "../modifier-lines";

export const assistantNeverPayable = defineEdit({
  id: "assistant-never-payable",
  rule: "R-M09",
  title: "Assistant at a procedure that takes none",
  wrong:
    "No assistant is paid for a percutaneous lead or for revising a generator: the law excludes it, and the payer denies the line.",
  severity: "block",
  scope: { roles: ["surgeon", "assistant"], payerKinds: null },
  codes: codesOfFeeSchedule((row) => row.assistant === "never"),
  tables: ["feeSchedule"],
  prevents: ["CO-54"],
  sources: ["CMS relative value file RVU24C: assistant indicator 1"],
  check(claim, report) {
    for (const line of claim.lines) {
      const assisting = modifiersIn(line, ASSISTANT_MODIFIERS);
      if (assisting.length === 0) continue;
      if (feeIndicatorsOf(line.code, line.serviceFrom)?.assistant !== "never") continue;
      report.find({
        line,
        fields: [
          { line: line.number, field: "modifiers" },
          { line: line.number, field: "code" },
        ],
        message: `${line.code} on line ${line.number} is billed for an assistant (${assisting.join(", ")}), whom no payer that follows Medicare pays for this code.`,
      });
    }
  },
});
