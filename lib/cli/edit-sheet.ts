import { FACTS, isFactName } from "@/lib/domain/cases/facts";
import type { Claim } from "@/lib/domain/claims/claim";
import { serviceSpan } from "@/lib/domain/claims/claim";
import type { EditResult, Finding } from "@/lib/domain/edits/finding";
import type { Severity } from "@/lib/domain/edits/severity";
import { formatX12Cents } from "@/lib/domain/shared/money";
import type { FileReport, ReadQuarantined } from "@/lib/edi/types";
import { problemLine } from "./problem-view";

interface Sheet {
  file: string;
  asOf: string;
  edited: readonly { claim: Claim; result: EditResult }[];
  quarantined: readonly ReadQuarantined[];
  report: FileReport;
}

const MARKS: Record<Severity, string> = { block: "BLOCK", review: "review", info: "info" };

/** What a biller reads: claims with something to do first to last, then one line of sums. */
export function editSheet({ file, asOf, edited, quarantined, report }: Sheet): string {
  const lines = [`${file}, as of ${asOf}`];
  for (const problem of report.problems)
    if (problem.grade === "warning") lines.push(`  ${problemLine(problem)}`);
  let silent = 0;
  for (const { claim, result } of edited) {
    if (result.findings.length === 0 && result.unknowns.length === 0) silent += 1;
    else lines.push("", headOf(claim), ...result.findings.flatMap(findingLines), ...unknownLines(result));
  }
  for (const { claimNumber, problems } of quarantined) {
    lines.push("", `${claimNumber ?? "Claim without a number"}  could not be read`);
    for (const problem of problems)
      if (problem.grade === "quarantine") lines.push(`  ${problemLine(problem)}`);
  }
  lines.push("", sumsOf(edited, quarantined, silent));
  return lines.join("\n");
}

function headOf(claim: Claim): string {
  const day = serviceSpan(claim).from ?? "no date of service";
  return [
    claim.claimNumber,
    day,
    claim.role.replace("_", " "),
    claim.payer.name,
    `${formatX12Cents(claim.chargeCents)} USD`,
  ].join("  ");
}

function findingLines({ severity, rule, line, message, prevents, fix }: Finding): string[] {
  const place = line === null ? "" : ` line ${line}`;
  const denials = prevents.length === 0 ? "" : ` [${prevents.join(", ")}]`;
  const first = `  ${MARKS[severity].padEnd(6)} ${rule}${place}: ${message}${denials}`;
  return fix === null ? [first] : [first, `         fix: ${fix.title} (${fix.support})`];
}

function unknownLines({ unknowns, requiredFacts }: EditResult): string[] {
  return unknowns.map(({ fact, rules }) => {
    const label = isFactName(fact) ? FACTS[fact].label : fact;
    const need = requiredFacts.includes(fact) ? "needed before release" : "not known";
    return `  ?      ${label}: ${need} (${rules.join(", ")})`;
  });
}

function sumsOf(edited: Sheet["edited"], quarantined: readonly ReadQuarantined[], silent: number): string {
  const findings = edited.flatMap(({ result }) => result.findings);
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return [
    `${edited.length} claims: ${silent} with nothing to say`,
    `${count("block")} blocks, ${count("review")} reviews, ${count("info")} notes`,
    `${quarantined.length} claims could not be read`,
  ].join("; ");
}
