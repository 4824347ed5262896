import { parseArgs } from "node:util";
import { formatX12Cents } from "@/lib/domain/shared/money";
import type { FileReport } from "@/lib/edi/types";
import { EXIT, UsageError, type Command } from "./command";
import { problemLine, problemView, type ProblemView } from "./problem-view";
import { readClaimFile } from "./read-claim-file";

/** Stable output of `dorsal x12 FILE --json`. */
export interface X12Output {
  file: string;
  accepted: boolean;
  transactions: { type: string; version: string; claims: number; accepted: boolean }[];
  problems: ProblemView[];
}

export const x12Command: Command = {
  name: "x12",
  summary: "Reads a claim file (837P) and says whether it is accepted, and what is wrong with it where.",
  usage: [
    "Usage: dorsal x12 FILE [--json]",
    "",
    "Reads a professional claim file (005010X222, A1 or A2) without storing anything.",
    "Exit 0 when the file is accepted, 2 when it is refused or cannot be read.",
    "",
    "Examples:",
    "  dorsal x12 claims.837",
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
    const report = await readClaimFile(file);
    output.out(values.json ? JSON.stringify(jsonOf(file, report), null, 2) : sheetOf(file, report));
    return report.accepted ? EXIT.ok : EXIT.unreadable;
  },
};

function jsonOf(file: string, report: FileReport): X12Output {
  return {
    file,
    accepted: report.accepted,
    transactions: report.transactions,
    problems: report.problems.map(problemView),
  };
}

function sheetOf(file: string, report: FileReport): string {
  const lines = [`${file}: ${report.accepted ? "accepted" : "refused"}`];
  for (const { type, version, claims } of report.transactions)
    lines.push(`  ${type} ${version}: ${claims} claims`);
  if (report.accepted) {
    const total = formatX12Cents(report.chargeCents);
    lines.push(
      `  ${report.claims} claims read, ${report.quarantined} quarantined, ${total} USD charged in all`,
    );
  }
  for (const problem of report.problems) lines.push(`  ${problemLine(problem)}`);
  return lines.join("\n");
}
