import { leadRemovalUnitsOverOne } from "@/lib/domain/edits/rules/lead-removal-units-over-one";
import { aLine } from "@/tests/builders/a-claim";
import { aClaimOf } from "@/tests/builders/a-claim-of";
import { editCases } from "@/tests/builders/edit-cases";

editCases(
  leadRemovalUnitsOverOne,
  {
    "two percutaneous leads taken out as two units": {
      ...{ claim: "63661x2", line: 1, message: /63661 is billed with 2 units/, fix: null },
    },
    "the second one on a line with 59": { claim: "63661 + 63661-59", line: 2 },
    "plate leads, to any payer": { claim: "63662x2", line: 1, kind: "workers_comp" },
    "in a surgery centre": { claim: "63661x2", line: 1, with: { role: "asc_facility" } },
  },
  {
    "one unit for all leads": { claim: "63661" },
    "one of each kind": { claim: "63661 + 63662-59" },
    "two days": {
      claim: aClaimOf("63661", {
        lines: [
          aLine({ code: "63661" }),
          aLine({ code: "63661", serviceFrom: "2026-06-05", serviceTo: "2026-06-05" }),
        ],
      }),
    },
  },
);
