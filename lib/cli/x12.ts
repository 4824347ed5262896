import { parseArgs } from "node:util";
import { formatX12Cents } from "@/lib/domain/shared/money";
import { firstTransactionSet } from "@/lib/edi/first-transaction-set";
import { create835Reader } from "@/lib/edi/read-835";
import { create837Reader } from "@/lib/edi/read-837";
import type { RemittanceReport } from "@/lib/edi/remittance-events";
import type { FileReport } from "@/lib/edi/types";
import { EXIT, UsageError, type Command } from "./command";
import { problemLine } from "./problem-view";
import { refusedClaimFile } from "./read-claim-file";
import { readX12File } from "./read-x12-file";
import { x12View } from "./x12-view";

type Report = FileReport | RemittanceReport;

export const x12Command: Command = {
  name: "x12",
  summary:
    "Reads a claim file (837P) or a remittance (835) and says whether it is accepted, and what is wrong with it where.",
  usage: [
    "Usage: dorsal x12 FILE [--json]",
    "",
    "Reads professional claims (005010X222, A1 or A2) or a remittance (005010X221 or A1) without storing anything.",
    "Exit 0 when the file is accepted, 2 when it is refused or cannot be read.",
    "",
    "Examples:",
    "  dorsal x12 claims.837",
    "  dorsal x12 payment.835",
    "  dorsal x12 claims.837 --json | jq '.problems[]'",
  ].join("\n"),
  async run(args, output) {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: "boolean" } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError("dorsal x12 needs exactly one file.");
    const report = await readX12File<unknown, Report>(file, {
      readerFor: (head) => (firstTransactionSet(head) === "835" ? create835Reader() : create837Reader()),
      take: () => {},
      refused: refusedClaimFile,
    });
    output.out(values.json ? JSON.stringify(x12View(file, report), null, 2) : sheetOf(file, report));
    return report.accepted ? EXIT.ok : EXIT.unreadable;
  },
};

function sheetOf(file: string, report: Report): string {
  const lines = [`${file}: ${report.accepted ? "accepted" : "refused"}`];
  for (const { type, version, claims } of report.transactions)
    lines.push(`  ${type} ${version}: ${claims} claims`);
  if (report.accepted)
    lines.push(`  ${report.claims} claims read, ${report.quarantined} quarantined, ${moneyOf(report)}`);
  for (const problem of report.problems) lines.push(`  ${problemLine(problem)}`);
  return lines.join("\n");
}

function moneyOf(report: Report): string {
  return "paymentCents" in report
    ? `${report.payments} payments of ${formatX12Cents(report.paymentCents)} USD in all`
    : `${formatX12Cents(report.chargeCents)} USD charged in all`;
}
