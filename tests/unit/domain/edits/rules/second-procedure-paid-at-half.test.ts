import { secondProcedurePaidAtHalf } from "@/lib/domain/edits/rules/second-procedure-paid-at-half";
import { aLine } from "@/tests/builders/a-claim";
import { aClaimOf } from "@/tests/builders/a-claim-of";
import { editCases } from "@/tests/builders/edit-cases";

editCases(
  secondProcedurePaidAtHalf,
  {
    "two leads and a generator": {
      ...{ claim: "63650x2 + 63685 @24", line: 1 },
      message: /full payment for 63650 and half for each further procedure: 63650, 63685/,
    },
    "one lead and a generator: the generator is the later one": { claim: "63685 + 63650 @24", line: 1 },
    "programming and what was done on another day are not ranked": {
      ...{ line: 2, message: /full payment for 63650 and half for each further procedure: 63685\.$/ },
      claim: aClaimOf("63650", {
        lines: [
          aLine(),
          aLine({ code: "63685" }),
          aLine({ code: "95972" }),
          aLine({ code: "63655", serviceFrom: "2026-06-01", serviceTo: "2026-06-01" }),
        ],
      }),
    },
    "paddle and generator": { claim: "63655 + 63685 @22", line: 2 },
  },
  {
    "leads alone": { claim: "63650x2" },
    "a generator exchange": { claim: "63685" },
    "a surgery centre's claim": { claim: "63650x2 + 63685", with: { role: "asc_facility" } },
    "generator and its removal": { claim: "63685 + 63688" },
  },
);
