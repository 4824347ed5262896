import { parseArgs } from "node:util";
import { isCalendarDate } from "@/lib/domain/shared/calendar-date";
import { takeXray } from "@/lib/domain/xray/take-xray";
import { firstTransactionSet } from "@/lib/edi/first-transaction-set";
import { EXIT, UsageError, type Command } from "./command";
import { readFacts } from "./facts-file";
import { Profiles, readProfiles } from "./profiles-file";
import { readInput } from "./read-input";
import { localToday } from "./local-today";
import { AnswerReader } from "./xray-answers";
import { editsOfSent, readSentClaims } from "./xray-claims";
import { xraySheet } from "./xray-sheet";
import { claimFileView, remittanceFileView, type XrayFileView, type XrayOutput } from "./xray-view";

export const xrayCommand: Command = {
  name: "xray",
  summary:
    "Says from remittances what stimulator denials cost, what is still recoverable, and which edits would have stopped them.",
  usage: [
    "Usage: dorsal xray FILES... [--profiles FILE.json] [--facts FILE.json] [--facility NPI]... [--as-of DATE] [--json]",
    "",
    "FILES are remittances (835) of a year or two, in any order; the first transaction of a file says what it is. With",
    "them come denied dollars of stimulator lines by payer, code and category, lost second leads, and what is still open",
    "by recovery tier and appeal window. With claim files (837P) of the same claims among them also which edits would",
    "have stopped how much, and which claims paid in full they would have held. Nothing is stored.",
    "",
    "  --profiles FILE.json  what your payers want, appeal limits among it, as dorsal edit takes it",
    "  --facts FILE.json     documented facts for the edits, as dorsal edit takes it",
    "  --facility NPI        your own surgery centre or hospital: shown apart (claim files tell it too)",
    "  --as-of DATE          the day on which appeal windows are judged; today without it",
    "",
    "Exit 0 when every file is read, 1 when a claim in one cannot be read, 2 when a file is refused; the figures are",
    "then those of the others.",
    "",
    "Examples:",
    "  dorsal xray remittances/*.835",
    "  dorsal xray demo/*.835 demo/history-*.837 --profiles demo/profiles.json --facts demo/facts.json",
    "  dorsal xray *.835 --json | jq '.denials[] | select(.recovery.tier == \"high\") | .claimNumber'",
  ].join("\n"),
  async run(args, output) {
    const { values, positionals } = parseArgs({
      args,
      options: {
        profiles: { type: "string" },
        facts: { type: "string" },
        facility: { type: "string", multiple: true, default: [] },
        "as-of": { type: "string" },
        json: { type: "boolean" },
      },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new UsageError("dorsal xray needs at least one file.");
    const asOf = values["as-of"] ?? localToday();
    if (!isCalendarDate(asOf)) throw new UsageError("--as-of needs a date written YYYY-MM-DD.");
    const profiles = values.profiles === undefined ? new Profiles() : await readProfiles(values.profiles);
    const facts = values.facts === undefined ? new Map<string, never>() : await readFacts(values.facts);

    const files = [...new Set(positionals)];
    const claimFiles: string[] = [];
    for (const file of files) if (!(await isRemittance(file))) claimFiles.push(file);
    const sent = await readSentClaims(claimFiles);
    const reader = new AnswerReader(profiles, new Set([...values.facility, ...sent.facilities]));
    const views: XrayFileView[] = [];
    for (const file of files) {
      const report = sent.reports.get(file);
      if (report !== undefined) views.push(claimFileView(file, report));
      else views.push(remittanceFileView(file, await reader.read(file)));
    }
    const hasClaims = [...sent.reports.values()].some(({ accepted }) => accepted);
    const editsOf = hasClaims ? editsOfSent(sent.claims, { profiles, facts, asOf }) : undefined;
    const { answered: _answered, ...xray } = takeXray(
      reader.answers,
      editsOf === undefined ? { asOf } : { asOf, editsOf },
    );
    const result: XrayOutput = { files: views, ...xray };
    output.out(values.json ? JSON.stringify(result, null, 2) : xraySheet(result));
    return exitOf(views);
  },
};

/** By its first bytes; what is no remittance is read as a claim file and refused as such. */
async function isRemittance(file: string): Promise<boolean> {
  for await (const chunk of readInput(file)) return firstTransactionSet(chunk) === "835";
  return false;
}

function exitOf(files: readonly XrayFileView[]): number {
  if (files.some(({ accepted }) => !accepted)) return EXIT.unreadable;
  return files.some(({ quarantined }) => quarantined > 0) ? EXIT.blocked : EXIT.ok;
}
