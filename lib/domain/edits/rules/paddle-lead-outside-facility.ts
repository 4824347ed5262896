import { defineEdit } from "../define-edit";

/** Off-campus and on-campus outpatient hospital, inpatient hospital, surgery centre. */
const FACILITIES: ReadonlySet<string> = new Set(["19", "21", "22", "24"]);

export const paddleLeadOutsideFacility = defineEdit({
  id: "paddle-lead-outside-facility",
  rule: "R-P02",
  title: "Paddle lead outside a facility",
  wrong:
    "A paddle lead needs a surgery centre or hospital. Billed from the office the payer denies the line for its place of service.",
  severity: "block",
  scope: { roles: ["surgeon", "assistant", "asc_facility"], payerKinds: null },
  parameters: ["officeNotAllowedCodes"],
  prevents: ["CO-5", "CO-58"],
  sources: ["CMS billing article A56876"],
  check(claim, report) {
    const { officeNotAllowedCodes } = claim.parameters;
    for (const line of claim.lines) {
      if (!officeNotAllowedCodes.includes(line.code)) continue;
      const place = claim.placeOf(line);
      if (FACILITIES.has(place)) continue;
      report.find({
        line,
        fields: [
          { line: line.placeOfService === null ? null : line.number, field: "placeOfService" },
          { line: line.number, field: "code" },
        ],
        message: `${line.code} on line ${line.number} is billed from place of service ${place}; it is paid only in a surgery centre or hospital (19, 21, 22 or 24).`,
      });
    }
  },
});
