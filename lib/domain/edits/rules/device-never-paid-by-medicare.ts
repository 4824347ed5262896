import { defineEdit, PROCEDURE_ROLES } from "../define-edit";

const NOT_PAYABLE = ["L8680", "L8685", "L8686", "L8687", "L8688"];
const SINCE = "2014-01-01";

export const deviceNeverPaidByMedicare = defineEdit({
  id: "device-never-paid-by-medicare",
  rule: "R-P07",
  title: "Device code that Medicare does not pay",
  wrong:
    "Medicare has not paid these lead and generator codes since 2014: the device is in the price of the procedure. The line is denied wherever it is billed.",
  severity: "block",
  scope: { roles: PROCEDURE_ROLES, payerKinds: ["medicare"] },
  codes: NOT_PAYABLE,
  prevents: ["CO-96", "CO-97"],
  sources: [
    "CMS HCPCS file 2024: not payable by Medicare",
    "CMS medically unlikely edits 2024-07-01: 0 in hospitals",
  ],
  check(claim, report) {
    for (const line of claim.lines) {
      if (!NOT_PAYABLE.includes(line.code)) continue;
      if (line.serviceFrom !== null && line.serviceFrom < SINCE) continue;
      report.find({
        line,
        fields: [{ line: line.number, field: "code" }],
        message: `Medicare does not pay ${line.code} (line ${line.number}); the device is part of the procedure's price${line.code === "L8680" ? "" : ", and L8679 is the generator code where one is allowed"}.`,
      });
    }
  },
});
