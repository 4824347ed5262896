import { dollarsInWords } from "@/lib/domain/shared/money";
import { adjustmentReason } from "./adjustment-reasons";
import type { DenialReason } from "./denial-category";
import type { LineOutcome } from "./outcome";
import type { LineMoney } from "./read-line-money";
import { remarkCode } from "./remark-codes";

/** Why a line came to its outcome, in one plain sentence without patient data. */
export function explainLine(
  outcome: LineOutcome,
  money: LineMoney,
  primary: DenialReason | null,
  countsAsDenied: boolean,
): string {
  const { line, paidCents, decidingCents } = money;
  const reason = primary === null ? "" : inWords(primary);
  switch (outcome) {
    case "UNPROCESSABLE":
      return `Not adjudicated (MA130): send a new claim, there is nothing to appeal.${reason && ` The payer says: ${reason}.`}`;
    case "PACKAGED":
      return `Part of a facility's package: ${reason}; the money is in another line of the claim.`;
    case "BUNDLED":
      return countsAsDenied
        ? `Rolled into another line as ${line.code}, though it is a procedure of its own: ${reason}.`
        : `Rolled into another line as ${line.code}, which took up its money: ${reason}.`;
    case "DENIED":
      return `Nothing paid: ${reason}.`;
    case "PARTIAL":
      return `${dollarsInWords(decidingCents.denial)} of ${dollarsInWords(line.chargeCents)} denied: ${reason}.`;
    case "PEND":
      return "Nothing paid yet: the payer has not decided.";
    case "PATIENT_RESP":
      return `Nothing paid: ${dollarsInWords(decidingCents.patient)} is the patient's to pay.`;
    case "COB_SATISFIED":
      return "Nothing more to pay: another payer's decision covers it.";
    case "REVIEW":
      return money.deciding.length === 0
        ? "Nothing paid and no reason given: look at the remittance."
        : "The whole charge was cut as if by contract, which no contract does: look at the remittance.";
    case "PAID":
      return paidCents > 0
        ? `Paid ${dollarsInWords(paidCents)}.`
        : "Settled without a payment and without a denial.";
  }
}

/** "no prior authorization (CO-197)", with what the first telling remark adds. */
function inWords({ group, carc, remarks }: DenialReason): string {
  const words = adjustmentReason(carc)?.words ?? "a reason that is not in the table of reasons";
  const remark = remarks.map(remarkCode).find((known) => known?.refinesTo);
  return `${words} (${group}-${carc})${remark ? `, ${remark.words} (${remark.rarc})` : ""}`;
}
