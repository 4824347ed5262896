import { parseArgs } from "node:util";
import { readClassifiedPayments } from "./classified-payments";
import { EXIT, UsageError, type Command } from "./command";
import { problemLine } from "./problem-view";
import { Profiles, readProfiles } from "./profiles-file";
import { remitSheet } from "./remit-sheet";
import { remitView } from "./remit-view";
import { refusedSheet, x12View } from "./x12-view";

export const remitCommand: Command = {
  name: "remit",
  summary: "Reads a remittance (835): what was paid, what was denied and why, and whether it balances.",
  usage: [
    "Usage: dorsal remit FILE.835 [--profiles FILE.json] [--json]",
    "",
    "Reads a remittance (005010X221 or A1) without storing anything: its payments, what became of each claim and line,",
    "and where charge, adjustments and payment do not add up.",
    "",
    "  --profiles FILE.json  what your payers pay by, as dorsal edit takes it (capitated, separatelyPaidCodes)",
    "",
    "Exit 0 when the file is read, also where it does not balance; 1 when a claim in it cannot be read, 2 when the",
    "file is refused.",
    "",
    "Examples:",
    "  dorsal remit payment.835",
    "  dorsal remit payment.835 --json | jq '.payments[] | select(.balanced | not) | .gaps'",
    "  dorsal remit payment.835 --json | jq '.payments[].claims[].lines[] | select(.category == \"AUTH\")'",
  ].join("\n"),
  async run(args, output) {
    const { values, positionals } = parseArgs({
      args,
      options: { profiles: { type: "string" }, json: { type: "boolean" } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError("dorsal remit needs exactly one file.");
    const profiles = values.profiles === undefined ? new Profiles() : await readProfiles(values.profiles);
    const { payments, report } = await readClassifiedPayments(file, profiles);
    if (!report.accepted) {
      if (values.json) output.out(JSON.stringify(x12View(file, report), null, 2));
      else output.err(refusedSheet(file, report));
      return EXIT.unreadable;
    }
    if (values.json) {
      output.out(JSON.stringify(remitView(file, payments), null, 2));
      // The JSON holds what was read; what is missing from it must not go unseen.
      for (const problem of report.problems)
        if (problem.grade === "quarantine") output.err(`${file}: ${problemLine(problem)}`);
    } else output.out(remitSheet(file, payments, report));
    return report.quarantined > 0 ? EXIT.blocked : EXIT.ok;
  },
};
