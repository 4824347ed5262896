import { ALL_ROLES, defineEdit } from "../define-edit";
import { isSurgicalCode } from "../scs-lines";

export const chargesDoNotAddUp = defineEdit({
  id: "charges-do-not-add-up",
  rule: "R-C06",
  title: "Charges do not add up",
  wrong:
    "The claim's total must be the sum of its lines, and a surgical line must carry a charge. Else the claim is rejected, or the line is paid at nothing.",
  severity: "block",
  scope: { roles: ALL_ROLES, payerKinds: null },
  onVoid: true,
  prevents: ["CO-16"],
  sources: ["837P implementation guide: the total is the sum of the line charges"],
  check(claim, report) {
    let sum = 0;
    for (const line of claim.lines) {
      sum += line.chargeCents;
      if (line.chargeCents !== 0 || !isSurgicalCode(line.code)) continue;
      report.find({
        line,
        fields: [{ line: line.number, field: "chargeCents" }],
        message: `Line ${line.number} (${line.code}) is a procedure without a charge.`,
      });
    }
    if (sum === claim.claim.chargeCents) return;
    report.find({
      line: null,
      fields: [
        { line: null, field: "chargeCents" },
        ...claim.lines.map((line) => ({ line: line.number, field: "chargeCents" })),
      ],
      message: `The claim's total is ${dollars(claim.claim.chargeCents)}, its lines add up to ${dollars(sum)}.`,
    });
  },
});

/** 950000 -> "9,500.00". */
function dollars(cents: number): string {
  return (cents / 100).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
