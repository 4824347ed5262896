import { twoDistinctServiceModifiers } from "@/lib/domain/edits/rules/two-distinct-service-modifiers";
import { editCases } from "@/tests/builders/edit-cases";

editCases(
  twoDistinctServiceModifiers,
  {
    "59 and XS on a line": { claim: "63650-59-XS", line: 1, message: /59 and XS/, fix: null },
    "on the second line, of a code that is no stimulator": { claim: "64483 + 64484-XU-59", line: 2 },
    "on an anaesthesia claim": { claim: "01942-XE-XP", line: 1, with: { role: "anaesthesia" } },
  },
  {
    "one of them": { claim: "63650-XS" },
    "one of them on each line": { claim: "63650-59 + 63688-XS" },
    "59 and 76": { claim: "63650-59-76" },
    none: { claim: "63650" },
  },
);
