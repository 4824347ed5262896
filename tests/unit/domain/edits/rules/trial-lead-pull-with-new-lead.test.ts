import { trialLeadPullWithNewLead } from "@/lib/domain/edits/rules/trial-lead-pull-with-new-lead";
import { aLine } from "@/tests/builders/a-claim";
import { aClaimOf } from "@/tests/builders/a-claim-of";
import { editCases } from "@/tests/builders/edit-cases";

editCases(
  trialLeadPullWithNewLead,
  {
    "new lead and removal": {
      claim: "63650 + 63661",
      line: 2,
      message: /63661 on line 2 is denied/,
      fix: null,
    },
    "the whole implant with the pull": { claim: "63650x2 + 63685 + 63661", line: 3 },
    "a modifier does not lift it": { claim: "63661-59 + 63650", line: 1 },
  },
  {
    "new lead alone": { claim: "63650" },
    "explant of leads and generator": { claim: "63661 + 63688" },
    "percutaneous leads out, plate in": { claim: "63655 + 63661" },
    "on two days": {
      claim: aClaimOf("63650", {
        lines: [aLine(), aLine({ code: "63661", serviceFrom: "2026-06-05", serviceTo: "2026-06-05" })],
      }),
    },
  },
);
