import { leadUnitsNotAsDocumented } from "@/lib/domain/edits/rules/lead-units-not-as-documented";
import { aLine } from "@/tests/builders/a-claim";
import { aClaimOf } from "@/tests/builders/a-claim-of";
import { editCases } from "@/tests/builders/edit-cases";

const placed = (leadsPlaced: number) => ({ facts: { leadsPlaced } });

editCases(
  leadUnitsNotAsDocumented,
  {
    "two units, one lead in the note": {
      ...{ claim: "63650x2", line: 1, ...placed(1), fix: /one lead placed/ },
      message: /billed with 2 units, but the record says 1 lead placed/,
    },
    "two lines, one lead": {
      ...{
        claim: "63650 + 63650-76",
        line: 2,
        ...placed(1),
        set: { secondLeadStyle: "two_lines_76" },
        fix: /one lead/,
      },
    },
    "contacts billed as leads": { claim: "63650x16", line: 1, ...placed(2), fix: /63650, 2 units/ },
    "no lead in the note": { claim: "63650", line: 1, ...placed(0), fix: null },
    "one unit, two leads in the note": {
      claim: "63650",
      line: 1,
      ...placed(2),
      severity: "review",
      fix: null,
    },
    "the surgery centre": { claim: "63650x2", line: 1, ...placed(1), with: { role: "asc_facility" } },
  },
  {
    "two units, two leads": { claim: "63650x2", ...placed(2) },
    "nobody has looked: unknown": { claim: "63650x2", waitsFor: ["leadsPlaced"] },
    "stopped after the start, no lead stayed": { claim: "63650-53", ...placed(0) },
    "stopped in the surgery centre": { claim: "63650-74", ...placed(0), with: { role: "asc_facility" } },
    "a paddle": { claim: "63655 @22", ...placed(0) },
    "an assistant's claim": { claim: "63650-AS", ...placed(2), with: { role: "assistant" } },
    "leads of two days": {
      ...placed(1),
      claim: aClaimOf("63650", {
        lines: [aLine(), aLine({ serviceFrom: "2026-06-05", serviceTo: "2026-06-05" })],
      }),
    },
  },
);
