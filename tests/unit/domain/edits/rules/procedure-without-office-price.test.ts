import { procedureWithoutOfficePrice } from "@/lib/domain/edits/rules/procedure-without-office-price";
import { aLine } from "@/tests/builders/a-claim";
import { aClaimOf } from "@/tests/builders/a-claim-of";
import { editCases } from "@/tests/builders/edit-cases";

const MEDICARE = { kind: "medicare" } as const;

editCases(
  procedureWithoutOfficePrice,
  {
    "a generator in the office": {
      claim: "63650 + 63685 @11",
      line: 2,
      ...MEDICARE,
      message: /office \(11\)/,
      fix: null,
    },
    "a practice that holds such claims": {
      ...{ claim: "63688 @11", line: 1, ...MEDICARE, severity: "block", set: { officeNotPriced: "block" } },
    },
    "the line's own place": {
      ...{ line: 1, ...MEDICARE, main: { line: 1, field: "placeOfService" } },
      claim: aClaimOf("63685 @24", { lines: [aLine({ code: "63685", placeOfService: "11" })] }),
    },
  },
  {
    "in the surgery centre": { claim: "63685 @24", ...MEDICARE },
    "a trial in the office, which has a price": { claim: "63650x2 @11", ...MEDICARE },
    "a paddle, which R-P02 holds": { claim: "63655 @11", ...MEDICARE },
    "another payer": { claim: "63685 @11" },
    "a Medicare Advantage plan": { claim: "63685 @11", kind: "medicare_advantage" },
  },
);
