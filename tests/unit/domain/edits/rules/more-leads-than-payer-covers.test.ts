import { moreLeadsThanPayerCovers } from "@/lib/domain/edits/rules/more-leads-than-payer-covers";
import { aLine } from "@/tests/builders/a-claim";
import { aClaimOf } from "@/tests/builders/a-claim-of";
import { editCases } from "@/tests/builders/edit-cases";

editCases(
  moreLeadsThanPayerCovers,
  {
    "three leads to Medicare": { claim: "63650x3", line: 1, kind: "medicare" },
    "three leads to a commercial payer": {
      ...{ claim: "63650x2 + 63650-76", line: 2, message: /3 leads .* AETNA covers 2/, fix: null },
    },
    "two leads where the payer covers one": { claim: "63650x2", line: 1, set: { maxLeads: 1 } },
  },
  {
    "two leads": { claim: "63650x2", facts: { contactsPlaced: 16 } },
    "four leads where the payer covers four": { claim: "63650x4", set: { maxLeads: 4 } },
    "two leads on each of two days": {
      claim: aClaimOf("63650", {
        lines: [aLine({ units: 2 }), aLine({ units: 2, serviceFrom: "2026-06-05", serviceTo: "2026-06-05" })],
      }),
    },
  },
);
