import type { Xray } from "@/lib/domain/xray/xray";
import type { RemittanceReport } from "@/lib/edi/remittance-events";
import type { FileReport } from "@/lib/edi/types";
import { problemView, type ProblemView } from "./problem-view";
import type { RemittanceRead } from "./xray-answers";

/** Stable output of `dorsal xray FILES... --json`: what was read, then the X-ray (lib/domain/xray/xray.ts). */
export interface XrayOutput extends Omit<Xray, "answered"> {
  files: XrayFileView[];
}

export interface XrayFileView {
  file: string;
  /** What it was read as. */
  type: "835" | "837P";
  accepted: boolean;
  /** Claims or answers to claims that were read, and those that cannot be. */
  claims: number;
  quarantined: number;
  /** Of a remittance; 0 for claims. Repeated payments are in an earlier file and count once. */
  payments: number;
  repeatedPayments: number;
  unbalancedPayments: number;
  /** Why it is refused, or claims in it cannot be read; warnings are `dorsal x12`'s to tell. */
  problems: ProblemView[];
}

export function remittanceFileView(file: string, read: RemittanceRead): XrayFileView {
  const { report, repeatedPayments, unbalancedPayments } = read;
  return {
    ...{ file, type: "835", accepted: report.accepted },
    ...{ claims: report.claims, quarantined: report.quarantined, payments: report.payments },
    ...{ repeatedPayments, unbalancedPayments, problems: problemsOf(report) },
  };
}

export function claimFileView(file: string, report: FileReport): XrayFileView {
  return {
    ...{ file, type: "837P", accepted: report.accepted },
    ...{ claims: report.claims, quarantined: report.quarantined, payments: 0 },
    ...{ repeatedPayments: 0, unbalancedPayments: 0, problems: problemsOf(report) },
  };
}

function problemsOf({ problems }: FileReport | RemittanceReport): ProblemView[] {
  return problems.filter(({ grade }) => grade !== "warning").map(problemView);
}
