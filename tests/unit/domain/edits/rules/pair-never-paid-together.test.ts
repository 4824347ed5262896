import { pairNeverPaidTogether } from "@/lib/domain/edits/rules/pair-never-paid-together";
import { aLine, aProvider } from "@/tests/builders/a-claim";
import { aClaimOf } from "@/tests/builders/a-claim-of";
import { editCases } from "@/tests/builders/edit-cases";

editCases(
  pairNeverPaidTogether,
  {
    "a lead replaced and a lead placed, marked 59": {
      ...{ claim: "63663 + 63650-59", line: 2, message: /63650 on line 2 is never paid on the day of 63663/ },
      fix: null,
    },
    "a plate removed and a plate placed": { claim: "63655 + 63662", line: 2 },
    "a facet block beside the lead": { claim: "63650 + 64493", line: 2 },
    "neuromonitoring by the operator": { claim: "63655 + 95938 @22", line: 2 },
    "the microscope, also in a hospital": { claim: "63655 + 69990 @22", line: 2, with: { role: "hospital" } },
    "anaesthesia by the operator": { claim: "63650 + 01942", line: 2 },
    "sedation by a second clinician of the group": { claim: "63650 + 99155", line: 2 },
  },
  {
    "the replacement alone": { claim: "63663" },
    "leads and generator": { claim: "63650x2 + 63685" },
    "percutaneous leads out, plate in": { claim: "63655 + 63661" },
    "a pair that a modifier may lift": { claim: "63662 + 63650-XS" },
    "sedation by the operator": { claim: "63650 + 99152" },
    "a facet block in a hospital, where a modifier may lift it": {
      ...{ claim: "63650 + 64493", with: { role: "hospital" } },
    },
    "two days": {
      claim: aClaimOf("63663", {
        lines: [
          aLine({ code: "63663" }),
          aLine({ code: "63650", serviceFrom: "2026-06-05", serviceTo: "2026-06-05" }),
        ],
      }),
    },
    "two surgeons": {
      claim: aClaimOf("63663", {
        lines: [
          aLine({ code: "63663" }),
          aLine({ code: "63650", rendering: aProvider({ npi: "1992000017" }) }),
        ],
      }),
    },
    "two programming codes, which have their own edit": { claim: "95971 + 95972" },
    "a trial lead pulled, which has its own edit": { claim: "63650 + 63661" },
    "generator and its removal, which have their own edit": { claim: "63685 + 63688" },
  },
);
