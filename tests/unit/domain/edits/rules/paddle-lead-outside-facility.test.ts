import { paddleLeadOutsideFacility } from "@/lib/domain/edits/rules/paddle-lead-outside-facility";
import { aLine } from "@/tests/builders/a-claim";
import { aClaimOf } from "@/tests/builders/a-claim-of";
import { editCases } from "@/tests/builders/edit-cases";

editCases(
  paddleLeadOutsideFacility,
  {
    "from the office": {
      claim: "63655 @11",
      line: 1,
      main: { line: null, field: "placeOfService" },
      message: /place of service 11/,
      fix: null,
    },
    "from the patient's home": { claim: "63655 @12", line: 1 },
    "the line's own place": {
      ...{ line: 1, main: { line: 1, field: "placeOfService" } },
      claim: aClaimOf("63655 @22", { lines: [aLine({ code: "63655", placeOfService: "11" })] }),
    },
    "a payer that wants 63685 in a facility too": {
      ...{ claim: "63685 @11", line: 1, set: { officeNotAllowedCodes: ["63655", "63685"] } },
    },
  },
  {
    "in hospital": { claim: "63655 @22" },
    "in the surgery centre": { claim: "63655 @24" },
    "as an inpatient": { claim: "63655 @21" },
    "off campus": { claim: "63655 @19" },
    "a percutaneous trial in the office": { claim: "63650x2 @11" },
  },
);
