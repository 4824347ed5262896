import type { ServiceLine } from "@/lib/domain/claims/claim";
import { dotted, tierOf } from "@/lib/domain/code-sets/diagnosis-codes";
import type { ClaimReading } from "../claim-reading";
import { defineEdit, PROCEDURE_ROLES } from "../define-edit";

const PLACEMENTS = ["63650", "63655", "63685"];

export const firstDiagnosisTooWeak = defineEdit({
  id: "first-diagnosis-too-weak",
  rule: "R-D03",
  title: "Diagnosis that does not carry a stimulator",
  wrong:
    "Low back pain, a symptom or acute pain alone is not a covered reason for a stimulator. With such a diagnosis first and no better one pointed at, the payer denies the line as not medically necessary.",
  severity: "review",
  scope: { roles: PROCEDURE_ROLES, payerKinds: null },
  codes: PLACEMENTS,
  parameters: ["supportingDiagnosisTiers"],
  tables: ["diagnosisTiers"],
  prevents: ["CO-50", "CO-11"],
  sources: ["Payers' policies on spinal cord stimulation; check this payer's own list of diagnoses"],
  check(claim, report) {
    let weak: ServiceLine[] | null = null;
    for (const line of claim.lines) {
      if (PLACEMENTS.includes(line.code) && isWeak(claim, line)) (weak ??= []).push(line);
    }
    if (weak === null) return;
    const first = weak[0]!;
    const diagnosis = claim.claim.diagnoses[first.diagnosisPointers[0]! - 1]!;
    report.find({
      line: first,
      fields: [
        ...weak.map((line) => ({ line: line.number, field: "diagnosisPointers" })),
        { line: null, field: "diagnoses" },
      ],
      message: `${first.code} on line ${first.number} points first at ${dotted(diagnosis)}, which does not carry a stimulator, and at no diagnosis that does.`,
    });
  },
});

function isWeak(claim: ClaimReading, line: ServiceLine): boolean {
  const { diagnoses } = claim.claim;
  const supporting = claim.parameters.supportingDiagnosisTiers;
  const pointers = line.diagnosisPointers;
  const first = pointers.length === 0 ? undefined : diagnoses[pointers[0]! - 1];
  if (first === undefined) return false;
  const tier = tierOf(first);
  // A diagnosis that nobody grouped is not judged.
  if (tier === null || supporting.includes(tier)) return false;
  for (const pointer of pointers) {
    const diagnosis = diagnoses[pointer - 1];
    const pointed = diagnosis === undefined ? null : tierOf(diagnosis);
    if (pointed !== null && supporting.includes(pointed)) return false;
  }
  return true;
}
