import type { ServiceLine } from "@/lib/domain/claims/claim";
import { feeIndicatorsOf } from "@/lib/domain/code-sets/fee-schedule";
import type { ClaimReading } from "../claim-reading";
import { defineEdit } from "../define-edit";

/** Medicare cuts up to five procedures of a day; a typing error of hundreds of units needs no list. */
const MOST_SHOWN = 5;

export const secondProcedurePaidAtHalf = defineEdit({
  id: "second-procedure-paid-at-half",
  rule: "R-N11",
  title: "Later procedures of the day are paid at half",
  wrong:
    "Leads and generator on one day are both payable, no edit pairs them. Payers pay the most valued procedure in full and each further one at half: that is right and no underpayment.",
  severity: "info",
  scope: { roles: ["surgeon"], payerKinds: null },
  codes: ["63685"],
  tables: ["feeSchedule"],
  prevents: [],
  sources: [
    "CMS NCCI procedure-to-procedure edits 2024-07-01: no pair of 63650 or 63655 with 63685",
    "CMS relative value file RVU24C: multiple procedure indicator 2",
  ],
  check(claim, report) {
    for (const generator of claim.linesOf("63685")) {
      const isFirst = claim
        .linesOf("63685")
        .every((line) => line.number >= generator.number || line.serviceFrom !== generator.serviceFrom);
      const withLead = claim.lines.some(
        (line) =>
          (line.code === "63650" || line.code === "63655") && line.serviceFrom === generator.serviceFrom,
      );
      if (!isFirst || !withLead) continue;
      const ranked = ranking(claim, generator);
      const [first, ...halved] = ranked;
      if (first === undefined || halved.length === 0) continue;
      report.find({
        line: halved[0]!.line,
        fields: halved.map(({ line }) => ({ line: line.number, field: "chargeCents" })),
        message: `Expect full payment for ${first.line.code} and half for each further procedure: ${halved.map(({ line }) => line.code).join(", ")}.`,
        because: {
          "Order by relative value": ranked
            .map(({ line, value }) => `${line.code} ${(value / 100).toFixed(2)}`)
            .join(", "),
        },
      });
    }
  },
});

/** Every unit of that day's reducible procedures, most valued first; equal ones stay in claim order. */
function ranking(claim: ClaimReading, generator: ServiceLine): { line: ServiceLine; value: number }[] {
  const ranked: { line: ServiceLine; value: number }[] = [];
  for (const line of claim.lines) {
    if (line.serviceFrom !== generator.serviceFrom) continue;
    const fee = feeIndicatorsOf(line.code, line.serviceFrom);
    if (fee === null || !fee.isReducedAsSecond) continue;
    const value = (claim.placeOf(line) === "11" ? fee.officeValue : null) ?? fee.facilityValue;
    for (let unit = 0; unit < Math.min(line.units, MOST_SHOWN); unit += 1) ranked.push({ line, value });
  }
  return ranked.sort((a, b) => b.value - a.value).slice(0, MOST_SHOWN);
}
