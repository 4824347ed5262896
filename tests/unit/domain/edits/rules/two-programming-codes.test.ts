import { twoProgrammingCodes } from "@/lib/domain/edits/rules/two-programming-codes";
import { aLine } from "@/tests/builders/a-claim";
import { aClaimOf } from "@/tests/builders/a-claim-of";
import { editCases } from "@/tests/builders/edit-cases";

editCases(
  twoProgrammingCodes,
  {
    "simple and complex": {
      ...{ claim: "95971 + 95972", line: 1, message: /95971 on line 1 is contained in 95972 \(line 2\)/ },
      fix: null,
    },
    "complex and simple, in the other order": { claim: "95972 + 95971", line: 2 },
    "the analysis beside simple programming": { claim: "95970 + 95971", line: 1 },
    "a modifier does not lift it": { claim: "95972 + 95971-59", line: 2 },
    "all three": { claim: "95970 + 95971 + 95972", line: 1, count: 2 },
  },
  {
    "complex programming alone": { claim: "95972" },
    "programming of a day with the visit": { claim: "95971 + 99213-25" },
    "programming beside a generator, which is no such pair": { claim: "63685 + 95972" },
    "on two days": {
      claim: aClaimOf("95972", {
        lines: [
          aLine({ code: "95972" }),
          aLine({ code: "95971", serviceFrom: "2026-06-05", serviceTo: "2026-06-05" }),
        ],
      }),
    },
  },
);
