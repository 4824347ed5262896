import { lineWithoutValidDiagnosis } from "@/lib/domain/edits/rules/line-without-valid-diagnosis";
import { aLine } from "@/tests/builders/a-claim";
import { aClaimOf } from "@/tests/builders/a-claim-of";
import { editCases } from "@/tests/builders/edit-cases";

const pointing = (...diagnosisPointers: number[]) =>
  aClaimOf("63650", { lines: [aLine(), aLine({ code: "63685", diagnosisPointers })] });

editCases(
  lineWithoutValidDiagnosis,
  {
    "no pointer": {
      claim: pointing(),
      line: 2,
      message: /Line 2 \(63685\) points at no diagnosis/,
      fix: null,
    },
    "no pointer and a bad diagnosis: the pointer comes first": {
      ...{ claim: aClaimOf("63650 dx=M545", { lines: [aLine({ diagnosisPointers: [] })] }), line: 1 },
      message: /points at no diagnosis/,
    },
    "a pointer past the last diagnosis": {
      claim: pointing(1, 3),
      line: 2,
      message: /diagnosis 3, but the claim has 2/,
    },
    "a diagnosis that was split, told once for both lines": {
      ...{
        claim: "63650 + 63685 dx=M545",
        line: 1,
        message: /M54\.5 is not valid since 2021-10-01; use M54\.50/,
      },
    },
    "a diagnosis that only heads finer codes": {
      claim: "63650 dx=G9052",
      line: 1,
      message: /only heads finer/,
    },
    "disc degeneration after October 2024": { claim: "63650 dx=M5136 dos=2024-10-01", line: 1 },
    "an anaesthetist's line": { claim: "01942 dx=M545", line: 1, with: { role: "anaesthesia" } },
    "a hospital's claim, which has no pointers": {
      line: 1,
      claim: aClaimOf("63650 dx=M545", { role: "hospital", lines: [aLine({ diagnosisPointers: [] })] }),
    },
  },
  {
    "a valid one": { claim: "63650 dx=M961" },
    "the same code the day before it was split": { claim: "63650 dx=M545 dos=2021-09-30" },
    "disc degeneration before October 2024": { claim: "63650 dx=M5136 dos=2024-09-30" },
    "one that nobody points at": { claim: "63650 dx=M961,G894,M545" },
    "a hospital's claim with valid diagnoses": {
      claim: aClaimOf("63650", { role: "hospital", lines: [aLine({ diagnosisPointers: [] })] }),
    },
  },
);
