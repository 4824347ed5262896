import { authorizationMissing } from "@/lib/domain/edits/rules/authorization-missing";
import { aLine } from "@/tests/builders/a-claim";
import { aClaimOf } from "@/tests/builders/a-claim-of";
import { editCases } from "@/tests/builders/edit-cases";

const NONE = { with: { authorization: null } };
const SECONDARY = {
  authorization: null,
  payer: { name: "AETNA", id: "60054", filingIndicator: "CI", responsibility: "S" },
} as const;

editCases(
  authorizationMissing,
  {
    "a lead to a commercial payer": {
      ...{
        claim: "63650",
        line: null,
        ...NONE,
        message: /AETNA wants a prior authorization for 63650/,
        fix: null,
      },
    },
    "every code that needs one is named once": {
      ...{ claim: "63650 + 63650-76 + 63685 + 99213", line: null, ...NONE, message: /for 63650, 63685, and/ },
    },
    "a Medicare Advantage plan": { claim: "63685", line: null, ...NONE, kind: "medicare_advantage" },
    "the surgery centre": { claim: "63650", line: null, with: { authorization: null, role: "asc_facility" } },
    "one line has a number, the other has none": {
      line: 2,
      claim: aClaimOf("63650", {
        authorization: null,
        lines: [aLine({ authorizations: ["A1"] }), aLine({ code: "63685" })],
      }),
    },
    "a second payer that wants its own": {
      ...{ claim: "63650", line: null, with: SECONDARY, set: { authRequiredWhenSecondary: true } },
    },
    "a list of the practice's own": {
      ...{ claim: "95972", line: null, ...NONE, set: { authRequiredCodes: ["95972"] } },
    },
  },
  {
    "a number on the claim": { claim: "63650", with: { authorization: "A123" } },
    "a number on each line": {
      claim: aClaimOf("63650", { authorization: null, lines: [aLine({ authorizations: ["A1"] })] }),
    },
    "Original Medicare": { claim: "63650 + 63685", ...NONE, kind: "medicare" },
    "programming and removal": { claim: "95972 + 63661", ...NONE },
    "as second payer": { claim: "63650", with: SECONDARY },
    "an anaesthetist's claim": { claim: "01942", with: { authorization: null, role: "anaesthesia" } },
  },
);
