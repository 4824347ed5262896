import { factSourceInWords } from "@/lib/domain/cases/facts";
import { defineEdit, PROCEDURE_ROLES } from "../define-edit";

const GENERATORS = ["63685", "L8679", "L8685", "L8686", "L8687", "L8688", "C1820", "C1822", "C1826", "C1767"];

export const generatorOnTrial = defineEdit({
  id: "generator-on-trial",
  rule: "R-T02",
  title: "Generator on a trial",
  wrong:
    "A trial runs on an external stimulator; no generator is implanted. The payer denies the generator, and the claim reads as a permanent implant without a trial.",
  severity: "block",
  scope: { roles: PROCEDURE_ROLES, payerKinds: null },
  codes: GENERATORS,
  facts: ["stage"],
  prevents: ["CO-50", "CO-16"],
  sources: ["CMS NCD 160.7: relief shown with a temporary electrode before the implant"],
  check(claim, report) {
    const stage = claim.facts.stage;
    if (stage === undefined) {
      if (claim.stage.stage === null && (claim.has("63650") || claim.has("63655"))) report.waitsFor("stage");
      return;
    }
    if (stage.value !== "trial") return;
    for (const line of claim.lines) {
      if (!GENERATORS.includes(line.code)) continue;
      report.find({
        line,
        fields: [{ line: line.number, field: "code" }],
        message: `${line.code} on line ${line.number} is a generator, but the record says that ${line.serviceFrom ?? "this day"} was a trial.`,
        fix:
          claim.lines.length === 1
            ? null
            : {
                title: `Take ${line.code} off the claim`,
                changes: [{ kind: "remove_line", line: line.number }],
                support: `${factSourceInWords(stage.source)}: trial`,
              },
      });
    }
  },
});
