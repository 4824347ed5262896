import { factSourceInWords } from "@/lib/domain/cases/facts";
import { defineEdit } from "../define-edit";
import { isStopped, leadLinesByDay, leadUnitsFix, PERCUTANEOUS_LEAD, unitsOf } from "../lead-lines";

export const leadUnitsNotAsDocumented = defineEdit({
  id: "lead-units-not-as-documented",
  rule: "R-U05",
  title: "Lead units differ from the operative note",
  wrong:
    "63650 counts the leads that were placed, not contacts, needle sticks or sides. More units than leads must not be billed; fewer leave money behind.",
  severity: "block",
  scope: { roles: ["surgeon", "asc_facility", "hospital"], payerKinds: null },
  codes: [PERCUTANEOUS_LEAD],
  parameters: ["secondLeadStyle"],
  facts: ["leadsPlaced"],
  prevents: ["CO-151", "CO-16"],
  sources: ["63650 is one lead a unit", "CMS medically unlikely edits 2024-07-01"],
  check(claim, report) {
    const placed = claim.facts.leadsPlaced;
    if (placed === undefined) {
      report.waitsFor("leadsPlaced");
      return;
    }
    const days = leadLinesByDay(claim);
    // The facts are those of one day; which of several days they count is not known.
    if (days.length !== 1) return;
    const lines = days[0]!;
    if (lines.some(isStopped)) return;
    const units = unitsOf(lines);
    if (units === placed.value) return;
    const isOver = units > placed.value;
    report.find({
      line: lines[lines.length - 1]!,
      fields: lines.toReversed().map((line) => ({ line: line.number, field: "units" })),
      severity: isOver ? "block" : "review",
      message: `63650 is billed with ${units} ${units === 1 ? "unit" : "units"}, but the record says ${placed.value} ${placed.value === 1 ? "lead" : "leads"} placed.`,
      fix: isOver ? leadUnitsFix(claim, report) : null,
      because: { "Leads placed": `${placed.value} (${factSourceInWords(placed.source)})` },
    });
  },
});
