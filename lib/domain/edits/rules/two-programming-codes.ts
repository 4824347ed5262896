import { CODE_PAIRS, swallowedBy } from "@/lib/domain/code-sets/code-pairs";
import { PROGRAMMING_CODES } from "@/lib/domain/code-sets/scs-codes";
import { isSameSession } from "../claim-reading";
import { defineEdit, PROCEDURE_ROLES } from "../define-edit";

export const twoProgrammingCodes = defineEdit({
  id: "two-programming-codes",
  rule: "R-N05",
  title: "Two analysis or programming codes on one day",
  wrong:
    "Complex programming contains simple programming, and both contain the analysis. Only the highest one is paid; no modifier changes that.",
  severity: "block",
  scope: { roles: PROCEDURE_ROLES, payerKinds: null },
  codes: ["95970", "95971"],
  tables: ["codePairs"],
  prevents: ["CO-97", "CO-236"],
  sources: [`${CODE_PAIRS.source}: 95970 under 95971 and 95972, 95971 under 95972`],
  check(claim, report) {
    const isHospital = claim.claim.role === "hospital";
    for (const line of claim.lines) {
      if (!PROGRAMMING_CODES.has(line.code)) continue;
      const swallowing = swallowedBy(line.code, line.serviceFrom, isHospital);
      const paid = claim.lines.find(
        (other) =>
          PROGRAMMING_CODES.has(other.code) &&
          swallowing?.has(other.code) === true &&
          isSameSession(claim, other, line),
      );
      if (paid === undefined) continue;
      report.find({
        line,
        fields: [
          { line: line.number, field: "code" },
          { line: paid.number, field: "code" },
        ],
        message: `${line.code} on line ${line.number} is contained in ${paid.code} (line ${paid.number}) of the same day. Keep the one that the programming note describes.`,
      });
    }
  },
});
