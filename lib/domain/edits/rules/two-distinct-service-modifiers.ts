import { DISTINCT_SERVICE_MODIFIERS } from "@/lib/domain/code-sets/modifiers";
import { ALL_ROLES, defineEdit } from "../define-edit";
import { modifiersIn } from "../modifier-lines";

export const twoDistinctServiceModifiers = defineEdit({
  id: "two-distinct-service-modifiers",
  rule: "R-M03",
  title: "Two modifiers that say the same",
  wrong:
    "59, XE, XS, XP and XU all say that a procedure was separate; a line takes one of them. With two the payer denies the line for its modifiers.",
  severity: "block",
  scope: { roles: ALL_ROLES, payerKinds: null },
  prevents: ["CO-4"],
  sources: ["CMS: the X modifiers are used instead of 59, never with it"],
  check(claim, report) {
    for (const line of claim.lines) {
      if (line.modifiers.length < 2) continue;
      const distinct = modifiersIn(line, DISTINCT_SERVICE_MODIFIERS);
      if (distinct.length < 2) continue;
      report.find({
        line,
        fields: [{ line: line.number, field: "modifiers" }],
        message: `Line ${line.number} (${line.code}) carries ${distinct.join(" and ")}; only one of them may stand.`,
      });
    }
  },
});
