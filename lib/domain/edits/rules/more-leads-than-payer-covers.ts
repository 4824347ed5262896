import { defineEdit, PROCEDURE_ROLES } from "../define-edit";
import { leadLinesByDay, PERCUTANEOUS_LEAD, unitsOf } from "../lead-lines";

export const moreLeadsThanPayerCovers = defineEdit({
  id: "more-leads-than-payer-covers",
  rule: "R-U06",
  title: "More leads than this payer covers",
  wrong:
    "Payers cover a limited number of leads in one placement, two as a rule. The units above it are denied, and with them often the whole line.",
  severity: "block",
  scope: { roles: PROCEDURE_ROLES, payerKinds: null },
  codes: [PERCUTANEOUS_LEAD],
  parameters: ["maxLeads"],
  prevents: ["CO-151", "CO-50"],
  sources: ["CMS billing article A56876: 2 leads or 16 contacts; elsewhere the payer's policy"],
  check(claim, report) {
    const { maxLeads } = claim.parameters;
    if (unitsOf(claim.linesOf(PERCUTANEOUS_LEAD)) <= maxLeads) return;
    for (const lines of leadLinesByDay(claim)) {
      const units = unitsOf(lines);
      if (units <= maxLeads) continue;
      report.find({
        line: lines[lines.length - 1]!,
        fields: lines.toReversed().map((line) => ({ line: line.number, field: "units" })),
        message: `${units} leads (63650) on ${lines[0]!.serviceFrom ?? "one day"}; ${claim.context.profile.payerName} covers ${maxLeads} in one placement.`,
      });
    }
  },
});
