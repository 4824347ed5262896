import type { ServiceLine } from "@/lib/domain/claims/claim";
import { diagnosisFaultOn, dotted } from "@/lib/domain/code-sets/diagnosis-codes";
import type { ClaimReading } from "../claim-reading";
import { ALL_ROLES, defineEdit } from "../define-edit";
import type { EditReport } from "../edit-report";

export const lineWithoutValidDiagnosis = defineEdit({
  id: "line-without-valid-diagnosis",
  rule: "R-D01",
  title: "Line without a valid diagnosis",
  wrong:
    "Every line points at a diagnosis of the claim that is valid on its day. Without one the claim is returned or the line denied.",
  severity: "block",
  scope: { roles: ALL_ROLES, payerKinds: null },
  tables: ["invalidDiagnoses"],
  prevents: ["CO-16", "CO-146"],
  sources: ["837P implementation guide: every line points at a diagnosis", "ICD-10-CM, changes of 1 October"],
  check(claim, report) {
    const { diagnoses, role, lines } = claim.claim;
    for (const line of lines) {
      const pointers = line.diagnosisPointers;
      // An institutional claim has no pointers: its diagnoses are the whole claim's.
      if (pointers.length === 0 && role !== "hospital") {
        reportLine(report, line, `Line ${line.number} (${line.code}) points at no diagnosis.`);
      }
      for (const pointer of pointers) {
        const diagnosis = diagnoses[pointer - 1];
        if (diagnosis === undefined) {
          reportLine(
            report,
            line,
            `Line ${line.number} (${line.code}) points at diagnosis ${pointer}, but the claim has ${diagnoses.length}.`,
          );
        } else judge(claim, line, diagnosis, report);
      }
      if (pointers.length === 0 && role === "hospital") {
        for (const diagnosis of diagnoses) judge(claim, line, diagnosis, report);
      }
    }
  },
});

function reportLine(report: EditReport, line: ServiceLine, message: string): void {
  report.find({ line, fields: [{ line: line.number, field: "diagnosisPointers" }], message });
}

/** A diagnosis that several lines point at is one mistake: it is told on the first of them. */
function judge(claim: ClaimReading, line: ServiceLine, diagnosis: string, report: EditReport): void {
  if (line.serviceFrom === null) return;
  const fault = diagnosisFaultOn(diagnosis, line.serviceFrom);
  if (fault === null) return;
  const position = claim.claim.diagnoses.indexOf(diagnosis) + 1;
  const pointing = claim.lines.filter(
    (other) => other.diagnosisPointers.includes(position) || other.diagnosisPointers.length === 0,
  );
  if (pointing.length > 0 && pointing[0] !== line) return;
  const since =
    fault.invalidFrom === null ? "only heads finer codes" : `is not valid since ${fault.invalidFrom}`;
  report.find({
    line,
    fields: [
      { line: null, field: "diagnoses" },
      ...pointing.map((other) => ({ line: other.number, field: "diagnosisPointers" })),
    ],
    message: `${dotted(diagnosis)} ${since}; use ${fault.instead}, as documented.`,
  });
}
