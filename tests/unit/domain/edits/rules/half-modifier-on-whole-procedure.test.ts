import { halfModifierOnWholeProcedure } from "@/lib/domain/edits/rules/half-modifier-on-whole-procedure";
import { editCases } from "@/tests/builders/edit-cases";

editCases(
  halfModifierOnWholeProcedure,
  {
    "26 on a lead": { claim: "63650-26", line: 1, message: /carries 26/, fix: null },
    "TC on programming": { claim: "95972-TC", line: 1 },
    "26 on a generator in a surgery centre": { claim: "63685-26", line: 1, with: { role: "asc_facility" } },
  },
  {
    "a lead": { claim: "63650" },
    "26 on fluoroscopy, which splits": { claim: "62321 + 77003-26" },
    "26 on a code that the table does not hold": { claim: "72148-26" },
  },
);
