import { factSourceInWords } from "@/lib/domain/cases/facts";
import type { ServiceLine } from "@/lib/domain/claims/claim";
import { isScsCode } from "@/lib/domain/code-sets/scs-codes";
import type { ClaimReading } from "../claim-reading";
import { defineEdit, PROCEDURE_ROLES } from "../define-edit";
import type { Fix } from "../finding";
import { IMAGING_CODES, isSurgicalCode, STIMULATOR_PROCEDURES } from "../scs-lines";

export const imagingInsideStimulatorProcedure = defineEdit({
  id: "imaging-inside-stimulator-procedure",
  rule: "R-N03",
  title: "Fluoroscopy billed beside the stimulator",
  wrong:
    "Imaging is part of every stimulator procedure. The payer denies the line as included, unless the imaging served another procedure on this claim and the record says so.",
  severity: "block",
  scope: { roles: PROCEDURE_ROLES, payerKinds: null },
  codes: IMAGING_CODES,
  facts: ["imagingForOtherProcedure"],
  prevents: ["CO-97", "CO-236"],
  sources: [
    "CMS NCCI procedure-to-procedure edits 2024-07-01",
    "Held although a modifier could pass it: the imaging is integral to the procedure",
  ],
  check(claim, report) {
    for (const code of IMAGING_CODES) {
      for (const line of claim.linesOf(code)) {
        const procedure = stimulatorOn(claim, line);
        if (procedure === null) continue;
        if (otherProcedureOn(claim, line)) {
          const attested = claim.fact("imagingForOtherProcedure");
          if (attested === true) continue;
          if (attested === undefined) report.waitsFor("imagingForOtherProcedure");
        }
        report.find({
          line,
          fields: [
            { line: line.number, field: "code" },
            { line: procedure.number, field: "code" },
          ],
          message: `${code} on line ${line.number} is included in ${procedure.code} (line ${procedure.number}) of the same day and is denied beside it.`,
          fix: removalFix(claim, line),
        });
      }
    }
  },
});

function stimulatorOn(claim: ClaimReading, imaging: ServiceLine): ServiceLine | null {
  for (const line of claim.lines) {
    if (STIMULATOR_PROCEDURES.has(line.code) && line.serviceFrom === imaging.serviceFrom) return line;
  }
  return null;
}

/** A surgical or injection procedure of that day which is none of the stimulator's. */
function otherProcedureOn(claim: ClaimReading, imaging: ServiceLine): boolean {
  return claim.lines.some(
    (line) => isSurgicalCode(line.code) && !isScsCode(line.code) && line.serviceFrom === imaging.serviceFrom,
  );
}

function removalFix(claim: ClaimReading, line: ServiceLine): Fix | null {
  const fact = claim.facts.imagingForOtherProcedure;
  if (fact?.value !== false) return null;
  return {
    title: `Take ${line.code} off the claim`,
    changes: [{ kind: "remove_line", line: line.number }],
    support: `${factSourceInWords(fact.source)}: the imaging was for the stimulator`,
  };
}
