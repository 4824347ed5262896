import { singleUnitCodeWithMoreUnits } from "@/lib/domain/edits/rules/single-unit-code-with-more-units";
import { editCases } from "@/tests/builders/edit-cases";

editCases(
  singleUnitCodeWithMoreUnits,
  {
    "two generators on a line": { claim: "63685x2", line: 1, message: /2 units of 63685/, fix: null },
    "programming by the half hour": { claim: "95972x2", line: 1 },
    "a paddle by its contacts": { claim: "63655x16 @22", line: 1 },
    "the second of two lines": { claim: "63650x2 + 63685x2", line: 2 },
  },
  {
    "one generator": { claim: "63685" },
    "one programming": { claim: "95972" },
    "two leads": { claim: "63650x2" },
    "two lines of one": { claim: "63688 + 63688-59" },
    "lead removal, which has its own edit": { claim: "63661x2" },
  },
);
