import { parseArgs } from "node:util";
import type { Claim } from "@/lib/domain/claims/claim";
import type { EditResult, Fix } from "@/lib/domain/edits/finding";
import { runEdits } from "@/lib/domain/edits/run-edits";
import type { Severity } from "@/lib/domain/edits/severity";
import { isCalendarDate } from "@/lib/domain/shared/calendar-date";
import type { FileReport, ReadQuarantined } from "@/lib/edi/types";
import { EXIT, UsageError, type Command } from "./command";
import { editSheet } from "./edit-sheet";
import { readFacts } from "./facts-file";
import { contextsOf } from "./file-contexts";
import { Profiles, readProfiles } from "./profiles-file";
import { localToday } from "./local-today";
import { problemView, type ProblemView } from "./problem-view";
import { readClaimFile } from "./read-claim-file";
import { refusedSheet } from "./x12-view";

/** Stable output of `dorsal edit FILE --json`. */
export interface EditOutput {
  file: string;
  claims: EditedClaim[];
  /** Claims that could not be read and were not edited. */
  quarantined: { claimId: string | null; problems: ProblemView[] }[];
  /** What is wrong with the file as a whole; of a refused file it says why. */
  problems: ProblemView[];
}

export interface EditedClaim {
  /** CLM01. */
  claimId: string;
  findings: {
    edit: string;
    rule: string;
    severity: Severity;
    line: number | null;
    message: string;
    prevents: string[];
    fix: Fix | null;
  }[];
  unknowns: { fact: string; rules: string[] }[];
}

/** An edited claim with what only the sheet for people shows. */
export interface ClaimToShow {
  claim: Claim;
  result: EditResult;
}

export const editCommand: Command = {
  name: "edit",
  summary:
    "Runs the edits on a claim file: what a payer would deny, why, and the fix where a fact supports one.",
  usage: [
    "Usage: dorsal edit FILE.837 [--profiles FILE.json] [--facts FILE.json] [--as-of DATE] [--json]",
    "",
    "Checks every claim of a professional claim file (837P) without storing anything. The other claims of the same",
    "patient in the file are its history.",
    "",
    "  --profiles FILE.json  what your payers want: { payer id or name: { kind, preset, parameters } };",
    "                        other payers get what ships for their kind",
    "  --facts FILE.json     documented facts: { claim number: { fact: value or { value, source } } };",
    "                        a fact that is not there is unknown, never false",
    "  --as-of DATE          the day on which the claims are judged (filing limits, future dates); today without it",
    "",
    "Exit 0 when nothing blocks, 1 when something blocks or a claim cannot be read, 2 when the file is refused.",
    "",
    "Examples:",
    "  dorsal edit claims.837",
    "  dorsal edit claims.837 --profiles profiles.json --facts facts.json --as-of 2026-06-30",
    "  dorsal edit claims.837 --json | jq '.claims[] | select(.findings[].severity == \"block\") | .claimId'",
  ].join("\n"),
  async run(args, output) {
    const { values, positionals } = parseArgs({
      args,
      options: {
        profiles: { type: "string" },
        facts: { type: "string" },
        "as-of": { type: "string" },
        json: { type: "boolean" },
      },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError("dorsal edit needs exactly one file.");
    const asOf = values["as-of"] ?? localToday();
    if (!isCalendarDate(asOf)) throw new UsageError("--as-of needs a date written YYYY-MM-DD.");
    const profiles = values.profiles === undefined ? new Profiles() : await readProfiles(values.profiles);
    const facts = values.facts === undefined ? new Map<string, never>() : await readFacts(values.facts);

    const { claims, quarantined, report } = await readClaims(file);
    const contexts = contextsOf(claims, { profiles, facts, asOf });
    const edited = claims.map((claim, index) => ({ claim, result: runEdits(claim, contexts[index]!) }));
    if (values.json) output.out(JSON.stringify(jsonOf(file, edited, quarantined, report), null, 2));
    else if (report.accepted) output.out(editSheet({ file, asOf, edited, quarantined, report }));
    else output.err(refusedSheet(file, report));
    if (!report.accepted) return EXIT.unreadable;
    const blocks = edited.some(({ result }) => result.findings.some(({ severity }) => severity === "block"));
    return blocks || quarantined.length > 0 ? EXIT.blocked : EXIT.ok;
  },
};

async function readClaims(
  file: string,
): Promise<{ claims: Claim[]; quarantined: ReadQuarantined[]; report: FileReport }> {
  const claims: Claim[] = [];
  const quarantined: ReadQuarantined[] = [];
  const report = await readClaimFile(file, (event) => {
    if (event.kind === "claim") claims.push(event.claim);
    else quarantined.push(event);
  });
  return report.accepted ? { claims, quarantined, report } : { claims: [], quarantined: [], report };
}

function jsonOf(
  file: string,
  edited: readonly ClaimToShow[],
  quarantined: readonly ReadQuarantined[],
  report: FileReport,
): EditOutput {
  return {
    file,
    claims: edited.map(({ claim, result }) => ({
      claimId: claim.claimNumber,
      findings: result.findings.map(({ edit, rule, severity, line, message, prevents, fix }) => ({
        ...{ edit, rule, severity, line, message, prevents, fix },
      })),
      unknowns: result.unknowns.map(({ fact, rules }) => ({ fact, rules })),
    })),
    quarantined: quarantined.map(({ claimNumber, problems }) => ({
      claimId: claimNumber,
      problems: problems.filter(({ grade }) => grade === "quarantine").map(problemView),
    })),
    problems: report.problems.filter(({ grade }) => grade !== "quarantine").map(problemView),
  };
}
