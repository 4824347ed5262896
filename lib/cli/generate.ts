import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { isCalendarDate } from "@/lib/domain/shared/calendar-date";
import { generatePractice, type Practice } from "@/prisma/seed/practice/generate-practice";
import { EXIT, UsageError, type Command } from "./command";

const DEFAULT_SEED = "dorsal";
const MAX_CLAIMS = 1_000_000;

export const generateCommand: Command = {
  name: "generate",
  summary: "Writes claims and remittances of an invented pain practice: 18 months, coding errors included.",
  usage: [
    "Usage: dorsal generate --claims N --out DIR [--seed S] [--as-of DATE]",
    "",
    "Writes 837P files (history-*.837 already sent, week-*.837 open work), 835 files with the payers' answers to what",
    "was sent (remittance-*.835, a file a week), manifest.json, facts.json with the documented clinical facts,",
    "profiles.json with what the payers want (both as dorsal edit takes them) and truth.json with the error seeded",
    "into each claim. The same seed and date give the same bytes. DATE is the last of the 18 months, today (UTC) when",
    "it is not given.",
    "",
    "Examples:",
    "  dorsal generate --claims 3000 --out demo",
    "  dorsal generate --claims 100000 --out bench --seed 7 --as-of 2026-06-30",
    "  dorsal edit demo/week-2026-06-30.837 --profiles demo/profiles.json --facts demo/facts.json",
  ].join("\n"),
  async run(args, output) {
    const { values } = parseArgs({
      args,
      options: {
        claims: { type: "string" },
        out: { type: "string" },
        seed: { type: "string", default: DEFAULT_SEED },
        "as-of": { type: "string" },
      },
    });
    const claims = Number(values.claims);
    if (!/^\d+$/.test(values.claims ?? "") || claims < 1 || claims > MAX_CLAIMS) {
      throw new UsageError("--claims needs a whole number from 1 to 1,000,000.");
    }
    if (values.out === undefined || values.out === "")
      throw new UsageError("--out needs a folder to write to.");
    const asOf = values["as-of"] ?? new Date().toISOString().slice(0, 10);
    if (!isCalendarDate(asOf)) throw new UsageError("--as-of needs a date written YYYY-MM-DD.");
    const practice = generatePractice({ claims, seed: values.seed, asOf });
    try {
      await mkdir(values.out, { recursive: true });
      const write = (name: string, content: string) => writeFile(path.join(values.out!, name), content);
      for (const file of practice.files) await write(file.name, file.text());
      for (const file of practice.remittanceFiles) await write(file.name, file.text());
      await write("manifest.json", jsonOf(manifestOf(practice)));
      await write("facts.json", jsonOf(practice.facts));
      await write("truth.json", jsonOf(practice.truth));
      await write("profiles.json", jsonOf(profilesOf(practice)));
    } catch {
      throw new UsageError(`Cannot write to ${values.out}: choose a folder that you may write to.`);
    }
    const { files, remittanceFiles, manifest } = practice;
    output.out(
      `${manifest.claims} claims in ${files.length} files and ${remittanceFiles.length} remittances written to ${values.out}.`,
    );
    return EXIT.ok;
  },
};

const jsonOf = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

/** What the practice is made of, and what each file holds. */
const manifestOf = ({ manifest, remittanceFiles }: Practice): object => ({
  ...manifest,
  remittances: remittanceFiles.map(({ name, madeOn, payments, claims, amountCents }) => ({
    ...{ name, madeOn, payments, claims, amountCents },
  })),
});

/** Payer id -> what this practice set for it, as a profiles file. */
function profilesOf({ manifest }: Practice): object {
  return Object.fromEntries(manifest.payers.map(({ id, profile }) => [id, { parameters: profile }]));
}
