import type { RemittanceReport } from "@/lib/edi/remittance-events";
import type { FileReport } from "@/lib/edi/types";
import { problemLine, problemView, type ProblemView } from "./problem-view";

/** Stable output of `dorsal x12 FILE --json`, and of `dorsal remit FILE --json` for a refused file. */
export interface X12Output {
  file: string;
  accepted: boolean;
  transactions: { type: string; version: string; claims: number; accepted: boolean }[];
  problems: ProblemView[];
}

export function x12View(file: string, report: FileReport | RemittanceReport): X12Output {
  return {
    file,
    accepted: report.accepted,
    transactions: report.transactions,
    problems: report.problems.map(problemView),
  };
}

/** Why a file is refused, for people. */
export function refusedSheet(file: string, { problems }: FileReport | RemittanceReport): string {
  return [`${file}: refused`, ...problems.map((problem) => `  ${problemLine(problem)}`)].join("\n");
}
