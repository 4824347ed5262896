import { createHash } from "node:crypto";
import type { FindingRow, MissingFactRow } from "@/lib/data/claims/edit-records";
import type { Claim } from "@/lib/domain/claims/claim";
import type { EditContext } from "@/lib/domain/edits/context";
import { evidenceText } from "@/lib/domain/edits/evidence";
import type { Finding } from "@/lib/domain/edits/finding";
import { runEdits } from "@/lib/domain/edits/run-edits";
import { filingDeadline } from "@/lib/domain/payers/filing-deadline";

/** What a run of the edits leaves on a claim: rows to store and counters for the lists. */
export interface Evaluation {
  filingDeadline: string | null;
  /** Open ones only: an overridden finding no longer counts. */
  blockCount: number;
  reviewCount: number;
  infoCount: number;
  /** Required facts that are unknown. */
  missingCount: number;
  findings: FindingRow[];
  missingFacts: MissingFactRow[];
}

/** SHA-256 (hex) of what a finding rests on; an override holds while it stays the same. */
export function evidenceHash(finding: Finding): string {
  return createHash("sha256").update(evidenceText(finding), "utf8").digest("hex");
}

/** The key under which an active override of a claim is looked up. */
export function overrideKey(edit: string, hash: string): string {
  return `${edit} ${hash}`;
}

/**
 * Runs the edits on one claim and counts. The only way from a claim to rows of findings: import, correction, re-edit
 * and the command line's totals cannot differ. `overrides` holds `overrideKey`s that still stand.
 */
export function evaluateClaim(
  claim: Claim,
  context: EditContext,
  overrides: ReadonlySet<string> = new Set(),
): Evaluation {
  const result = runEdits(claim, context);
  const findings = result.findings.map((finding): FindingRow => {
    const hash = evidenceHash(finding);
    return {
      edit: finding.edit,
      rule: finding.rule,
      severity: finding.severity,
      lineNumber: finding.line,
      occurrence: finding.occurrence,
      content: finding,
      evidenceHash: hash,
      status: overrides.has(overrideKey(finding.edit, hash)) ? "overridden" : "open",
    };
  });
  const open = (severity: string) =>
    findings.filter((finding) => finding.severity === severity && finding.status === "open").length;
  const required = new Set(result.requiredFacts);
  return {
    filingDeadline: filingDeadline(claim, context.profile).deadline,
    blockCount: open("block"),
    reviewCount: open("review"),
    infoCount: open("info"),
    missingCount: required.size,
    findings,
    missingFacts: result.unknowns.map(({ fact, rules }) => ({ fact, rules, required: required.has(fact) })),
  };
}
