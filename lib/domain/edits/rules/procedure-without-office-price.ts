import { codesOfFeeSchedule, feeIndicatorsOf } from "@/lib/domain/code-sets/fee-schedule";
import { defineEdit } from "../define-edit";

const OFFICE = "11";

export const procedureWithoutOfficePrice = defineEdit({
  id: "procedure-without-office-price",
  rule: "R-P01",
  title: "Medicare has no office price for this",
  wrong:
    "Medicare prices paddles, generators and their revision only in a facility, because they are hardly ever done in an office. Billed from place 11 the place is usually mistyped, and the line is denied for it.",
  severity: "review",
  scope: { roles: ["surgeon", "assistant"], payerKinds: ["medicare"] },
  codes: codesOfFeeSchedule((row) => row.officeValue === null),
  parameters: ["officeNotPriced", "officeNotAllowedCodes"],
  tables: ["feeSchedule"],
  prevents: ["CO-5", "CO-58"],
  sources: ["CMS relative value file RVU24C: no office value"],
  check(claim, report) {
    for (const line of claim.lines) {
      const fee = feeIndicatorsOf(line.code, line.serviceFrom);
      if (fee === null || fee.officeValue !== null || claim.placeOf(line) !== OFFICE) continue;
      // R-P02 holds these already, for every payer.
      if (claim.parameters.officeNotAllowedCodes.includes(line.code)) continue;
      report.find({
        line,
        fields: [
          { line: line.placeOfService === null ? null : line.number, field: "placeOfService" },
          { line: line.number, field: "code" },
        ],
        severity: claim.parameters.officeNotPriced,
        message: `${line.code} on line ${line.number} is billed from the office (11), where Medicare sets no price for it.`,
      });
    }
  },
});
