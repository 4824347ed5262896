import type { ClassifiedLine } from "@/lib/domain/denials/outcome";
import type { Gap } from "@/lib/domain/remittances/balance";
import type { Adjustment, RemittanceClaim, RemittanceLine } from "@/lib/domain/remittances/remittance";
import { formatX12Cents } from "@/lib/domain/shared/money";
import type { RemittanceReport } from "@/lib/edi/remittance-events";
import type { X12Problem } from "@/lib/edi/types";
import type { ClassifiedPayment } from "./classified-payments";
import { problemLine } from "./problem-view";

/** What a poster reads: each payment with its claims and lines, what does not balance, then one line of sums. */
export function remitSheet(
  file: string,
  payments: readonly ClassifiedPayment[],
  report: RemittanceReport,
): string {
  const lines = [file];
  for (const problem of report.problems) if (!isGap(problem)) lines.push(`  ${problemLine(problem)}`);
  for (const payment of payments) lines.push("", ...paymentLines(payment));
  lines.push("", sumsOf(payments, report));
  return lines.join("\n");
}

/** Warnings at these elements say that something does not balance, which stands with the payment here. */
const isGap = ({ grade, element }: X12Problem) =>
  grade === "warning" && (element === "BPR02" || element === "CLP04" || element === "SVC03");

const usd = (cents: number) => `${formatX12Cents(cents)} USD`;

function paymentLines(paid: ClassifiedPayment): string[] {
  const { payment, gaps, claims, quarantined, providerAdjustments } = paid;
  const head = [
    payment.trace ?? "No check or transfer number",
    payment.paidOn ?? "no date",
    payment.payer.name || "unknown payer",
    usd(payment.amountCents),
    gaps.length === 0 ? "balanced" : "DOES NOT BALANCE",
  ];
  return [
    head.join("  "),
    ...gaps.map((gap) => `  ${gapLine(gap)}`),
    ...claims.flatMap(({ claim, classified }) => [
      `  ${claimLine(claim)}  ${classified.outcome}`,
      ...reasonsOf(claim.adjustments, claim.remarks).map((reason) => `    claim  ${reason}`),
      ...claim.lines.map((line, at) => `    ${serviceLine(line, classified.lines[at])}`),
    ]),
    ...quarantined.map(
      ({ claimNumber }) => `  ${claimNumber ?? "Claim without a number"}  could not be read`,
    ),
    ...providerAdjustments.map(
      ({ reason, reference, cents }) =>
        `  provider  ${reason}${reference === null ? "" : ` ${reference}`}  ${usd(cents)}`,
    ),
  ];
}

function gapLine({ level, claimId, line, cents }: Gap): string {
  const what =
    level === "payment"
      ? "payment"
      : level === "claim"
        ? `claim ${claimId}`
        : `claim ${claimId} line ${line}`;
  return `${what}: ${usd(Math.abs(cents))} ${cents > 0 ? "more" : "less"} than its parts come to`;
}

function claimLine(claim: RemittanceClaim): string {
  const { claimNumber, payerControlNumber, chargeCents, paidCents } = claim;
  return [
    claimNumber,
    payerControlNumber ?? "no payer number",
    `charged ${formatX12Cents(chargeCents)}`,
    `paid ${formatX12Cents(paidCents)}`,
  ].join("  ");
}

function serviceLine(line: RemittanceLine, classified: ClassifiedLine | undefined): string {
  const code = [line.code || "no code", ...line.modifiers].join("-");
  const money = `charged ${formatX12Cents(line.chargeCents)}  paid ${formatX12Cents(line.paidCents)}`;
  const outcome = [classified?.outcome, classified?.category].filter((part) => part != null);
  return [`${line.number}  ${code}`, money, ...outcome, ...reasonsOf(line.adjustments, line.remarks)].join(
    "  ",
  );
}

/** "CO-45 300, CO-97 1200 (N19)" as a list of one, or of none. */
function reasonsOf(adjustments: readonly Adjustment[], remarks: readonly string[]): string[] {
  const reasons = adjustments.map(({ group, carc, cents }) => `${group}-${carc} ${formatX12Cents(cents)}`);
  const noted = remarks.length === 0 ? "" : `(${remarks.join(", ")})`;
  const text = [reasons.join(", "), noted].filter((part) => part !== "").join(" ");
  return text === "" ? [] : [text];
}

function sumsOf(payments: readonly ClassifiedPayment[], report: RemittanceReport): string {
  const unbalanced = payments.filter(({ gaps }) => gaps.length > 0).length;
  return [
    `${report.payments} payments of ${usd(report.paymentCents)}, ${unbalanced} of them do not balance`,
    `${report.claims} claims read`,
    `${report.quarantined} claims could not be read`,
  ].join("; ");
}
