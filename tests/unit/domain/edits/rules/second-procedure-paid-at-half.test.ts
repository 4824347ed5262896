import { secondProcedurePaidAtHalf } from "@/lib/domain/edits/rules/second-procedure-paid-at-half";
import { editCases } from "@/tests/builders/edit-cases";

editCases(
  secondProcedurePaidAtHalf,
  {
    "two leads and a generator": {
      ...{ claim: "63650x2 + 63685 @24", line: 1 },
      message: /full payment for 63650 and half for each further procedure: 63650, 63685/,
    },
    "one lead and a generator: the generator is the later one": { claim: "63685 + 63650 @24", line: 1 },
    "paddle and generator": { claim: "63655 + 63685 @22", line: 2 },
  },
  {
    "leads alone": { claim: "63650x2" },
    "a generator exchange": { claim: "63685" },
    "a surgery centre's claim": { claim: "63650x2 + 63685", with: { role: "asc_facility" } },
    "generator and its removal": { claim: "63685 + 63688" },
  },
);
