import { isSameSession } from "../claim-reading";
import { defineEdit, PROCEDURE_ROLES } from "../define-edit";

export const trialLeadPullWithNewLead = defineEdit({
  id: "trial-lead-pull-with-new-lead",
  rule: "R-N07",
  title: "Lead removal billed with a new lead",
  wrong:
    "Pulling the trial lead when the new lead goes in is part of 63650. The payer pays 63650 and denies 63661; no modifier changes that.",
  severity: "block",
  scope: { roles: PROCEDURE_ROLES, payerKinds: null },
  codes: ["63661"],
  tables: ["codePairs"],
  prevents: ["CO-97", "CO-236"],
  sources: ["CMS NCCI procedure-to-procedure edits 2024-07-01: 63661 under 63650, indicator 0"],
  check(claim, report) {
    for (const removal of claim.linesOf("63661")) {
      const placed = claim.linesOf("63650").find((line) => isSameSession(claim, line, removal));
      if (placed === undefined) continue;
      report.find({
        line: removal,
        fields: [
          { line: removal.number, field: "code" },
          { line: placed.number, field: "code" },
        ],
        message: `63661 on line ${removal.number} is denied beside 63650 (line ${placed.number}) of the same day: taking out a temporary lead is part of placing the new one.`,
      });
    }
  },
});
