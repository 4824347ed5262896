import { unitsOverDailyLimit } from "@/lib/domain/edits/rules/units-over-daily-limit";
import { aLine, aProvider } from "@/tests/builders/a-claim";
import { aClaimOf } from "@/tests/builders/a-claim-of";
import { editCases } from "@/tests/builders/edit-cases";

const MEDICARE = { kind: "medicare" } as const;

editCases(
  unitsOverDailyLimit,
  {
    "three leads, the third on a line with 76": {
      ...{ claim: "63650x2 + 63650-76", line: 2, ...MEDICARE },
      message: /63650 adds up to 3 units on 2026-06-03; Medicare takes 2 a day/,
    },
    "three units on one line, two leads documented": {
      ...{
        claim: "63650x3",
        line: 1,
        ...MEDICARE,
        facts: { leadsPlaced: 2 },
        fix: /one line: 63650, 2 units/,
      },
    },
    "three leads documented: nothing to take back": {
      ...{ claim: "63650x3", line: 1, ...MEDICARE, facts: { leadsPlaced: 3 }, fix: null },
    },
    "behind another code of the day": { claim: "63685 + 63650x3", line: 2, ...MEDICARE },
    "removal twice: a limit that nobody lifts": {
      ...{ claim: "63661 + 63661-59", line: 2, ...MEDICARE, message: /without exception/ },
    },
    "a generator on two lines, whatever the modifier": { claim: "63685 + 63685-59", line: 2, ...MEDICARE },
    "a hospital's device over the hospital limit": {
      ...{ claim: "C1820x3", with: { role: "hospital" }, line: 1, ...MEDICARE },
    },
  },
  {
    "two leads": { claim: "63650x2", ...MEDICARE },
    "three leads to a payer that is not Original Medicare": { claim: "63650x2 + 63650-76" },
    "three leads to a Medicare Advantage plan": { claim: "63650x3", kind: "medicare_advantage" },
    "two leads on each of two days": {
      ...MEDICARE,
      claim: aClaimOf("63650", {
        lines: [aLine({ units: 2 }), aLine({ units: 2, serviceFrom: "2026-06-05", serviceTo: "2026-06-05" })],
      }),
    },
    "two surgeons with two leads each": {
      ...MEDICARE,
      claim: aClaimOf("63650", {
        lines: [aLine({ units: 2 }), aLine({ units: 2, rendering: aProvider({ npi: "1992000017" }) })],
      }),
    },
    "one line of two generators, which has its own edit": { claim: "63685x2", ...MEDICARE },
    "three L8679 in a hospital": { claim: "L8679x3", with: { role: "hospital" }, ...MEDICARE },
  },
);
