import { secondLeadWithoutModifier } from "@/lib/domain/edits/rules/second-lead-without-modifier";
import { aLine } from "@/tests/builders/a-claim";
import { aClaimOf } from "@/tests/builders/a-claim-of";
import { editCases } from "@/tests/builders/edit-cases";

const wants = (secondLeadStyle: "units2_one_line" | "two_lines_76" | "two_lines_59" | "two_lines_LT_RT") => ({
  set: { secondLeadStyle },
});
const TWO_PLACED = { facts: { leadsPlaced: 2 } };

editCases(
  secondLeadWithoutModifier,
  {
    "two plain lines where the payer wants 76": {
      main: { line: 2, field: "modifiers" },
      ...{ claim: "63650 + 63650", line: 2, ...wants("two_lines_76"), ...TWO_PLACED },
      message:
        /2 leads \(63650\) are billed on 2026-06-03, but line 2 does not carry modifier 76\. AETNA wants: two lines, modifier 76/,
      fix: /modifier 76/,
    },
    "two units on one line where the payer wants two lines": {
      ...{ claim: "63650x2", line: 1, ...wants("two_lines_76"), ...TWO_PLACED },
      fix: /2 lines, modifier 76/,
    },
    "two lines where the payer wants one": {
      ...{ claim: "63650 + 63650-76", line: 2, ...wants("units2_one_line"), ...TWO_PLACED },
      fix: /one line: 63650, 2 units/,
    },
    "the wrong modifier on the second line": {
      ...{ claim: "63650 + 63650-76", line: 2, ...wants("two_lines_59"), ...TWO_PLACED },
      fix: /modifier 59/,
    },
    "the modifier on the first line only": {
      ...{ claim: "63650-76 + 63650", line: 2, ...wants("two_lines_76"), ...TWO_PLACED },
      fix: /modifier 76/,
    },
    "58 stays where it was": {
      ...{ claim: "63650-58 + 63650-58 + 63685-58", line: 2, ...wants("two_lines_76"), ...TWO_PLACED },
      fix: /modifier 76/,
    },
    "one side for both leads where the payer wants left and right": {
      ...{ claim: "63650-LT + 63650-LT", line: 2, ...wants("two_lines_LT_RT"), ...TWO_PLACED },
      fix: null,
    },
    "no documented leads: found, but nothing proposed": {
      ...{ claim: "63650 + 63650", line: 2, ...wants("two_lines_76"), fix: null },
      waitsFor: ["leadsPlaced"],
    },
    "only one lead documented: the fix bills one, it adds no modifier": {
      ...{ claim: "63650 + 63650", line: 2, ...wants("two_lines_76"), facts: { leadsPlaced: 1 } },
      fix: /one lead placed/,
    },
    "no lead documented: nothing to propose": {
      ...{ claim: "63650 + 63650", line: 2, ...wants("two_lines_76"), facts: { leadsPlaced: 0 }, fix: null },
    },
    "both sides may stand for a third lead": {
      ...{
        claim: "63650-50 + 63650",
        line: 2,
        ...wants("two_lines_76"),
        facts: { leadsPlaced: 3 },
        fix: null,
      },
    },
    "beside a plate removal the modifier of the lead stays": {
      ...{
        claim: "63662 + 63650-59 + 63650-59",
        line: 3,
        ...wants("two_lines_76"),
        ...TWO_PLACED,
        fix: null,
      },
    },
    "a second lead that was given up is a person's decision": {
      ...{
        claim: "63650 + 63650-53",
        line: 2,
        ...wants("two_lines_76"),
        facts: { leadsPlaced: 1 },
        fix: null,
      },
    },
    "a charge that does not divide by the units is left to a person": {
      ...{ line: 1, ...wants("two_lines_76"), ...TWO_PLACED, fix: null },
      claim: aClaimOf("63650", { lines: [aLine({ units: 2, chargeCents: 950_001 })] }),
    },
    "a surgery centre's claim to the same payer": {
      ...{ claim: "63650x2", with: { role: "asc_facility" }, line: 1, ...wants("two_lines_76") },
    },
  },
  {
    "two lines with 76 where the payer wants 76": {
      claim: "63650 + 63650-76",
      ...wants("two_lines_76"),
    },
    "one line of two units where the payer wants that": { claim: "63650x2", ...wants("units2_one_line") },
    "one lead, whatever the payer wants": { claim: "63650", ...wants("two_lines_76") },
    "left and right where the payer wants sides": {
      claim: "63650-LT + 63650-RT",
      ...wants("two_lines_LT_RT"),
    },
    "two leads on two days": {
      claim: aClaimOf("63650", {
        lines: [aLine(), aLine({ serviceFrom: "2026-06-05", serviceTo: "2026-06-05" })],
      }),
      ...wants("two_lines_76"),
    },
    "a hospital's claim": { claim: "63650x2", with: { role: "hospital" }, ...wants("two_lines_76") },
    "a void of what was sent": { claim: "63650 + 63650", with: { frequency: "8" }, ...wants("two_lines_76") },
  },
);
