import { sideModifierOnMidlineCode } from "@/lib/domain/edits/rules/side-modifier-on-midline-code";
import { editCases } from "@/tests/builders/edit-cases";

editCases(
  sideModifierOnMidlineCode,
  {
    "both sides on a lead": { claim: "63650-50", line: 1, message: /carries 50, but the code has no side/ },
    "both sides for two leads: nothing is taken off, the second lead would be lost": {
      ...{ claim: "63650-50", line: 1, facts: { leadsPlaced: 2 }, fix: null },
    },
    "two units and a side, two leads documented": {
      ...{ claim: "63650-LTx2", line: 1, facts: { leadsPlaced: 2 }, fix: /63650, 2 units/ },
    },
    "a side beside the payer's own modifier": {
      ...{ claim: "63650-LT + 63650-76", line: 1, facts: { leadsPlaced: 2 }, fix: /modifier 76/ },
      set: { secondLeadStyle: "two_lines_76" },
    },
    "both sides beside the payer's own modifier": {
      ...{ claim: "63650-50 + 63650-76", line: 1, facts: { leadsPlaced: 2 }, fix: /modifier 76/ },
      set: { secondLeadStyle: "two_lines_76" },
    },
    "left for one of two leads placed: the other may be on another claim": {
      ...{ claim: "63650-LT", line: 1, facts: { leadsPlaced: 2 }, fix: null },
    },
    "a side, and more units than leads: the units are another matter": {
      ...{ claim: "63650-LTx2", line: 1, facts: { leadsPlaced: 1 }, fix: null },
    },
    "a side on code and imaging alike, and none on the rest": {
      ...{ claim: "63685 + 63650-RT + 99213-RT", line: 2 },
    },
    "right on programming": { claim: "95972-RT", line: 1, fix: null },
    "left on fluoroscopy": { claim: "62321 + 77003-LT", line: 2 },
    "50 where the payer wants LT and RT": {
      ...{ claim: "63650-50", line: 1, set: { secondLeadStyle: "two_lines_LT_RT" } },
    },
    "LT on the generator where the payer wants it on leads": {
      ...{ claim: "63685-LT", line: 1, set: { secondLeadStyle: "two_lines_LT_RT" } },
    },
  },
  {
    "two units": { claim: "63650x2" },
    "a payer that takes sides": { claim: "63650-LT", set: { allowLateralModifiers: true } },
    "left and right leads where the payer wants that": {
      ...{ claim: "63650-LT + 63650-RT", set: { secondLeadStyle: "two_lines_LT_RT" } },
    },
    "a side on a code that has one": { claim: "64483-LT" },
  },
);
