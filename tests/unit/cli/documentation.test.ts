import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { FACT_NAMES } from "@/lib/domain/cases/facts";
import { PARAMETER_NAMES } from "@/lib/domain/payers/parameters";
import { PAYER_KINDS } from "@/lib/domain/payers/payer";
import { PAYER_PRESETS } from "@/lib/domain/payers/presets";
import { aClaimFile } from "../../builders/a-claim-file";
import { aClaim, aLine } from "../../builders/a-claim";
import { dorsal, temporaryFiles } from "./run-dorsal";

const file = temporaryFiles();
const page = readFileSync(path.resolve(import.meta.dirname, "../../../docs/command-line.md"), "utf8");
const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(
  (match) => JSON.parse(match[1]!) as object,
);
const claims = file("claims.837", aClaimFile([aClaim({ lines: [aLine(), aLine()] })]));

describe("docs/command-line.md", () => {
  it.each([
    ["parameter", PARAMETER_NAMES],
    ["fact", FACT_NAMES],
    ["kind of payer", PAYER_KINDS],
    ["preset", PAYER_PRESETS.map(({ key }) => key)],
  ])("names every %s", (_, names) => {
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(page))).toEqual([]);
  });

  it("its profiles and facts are accepted as they stand, and its JSON is what the command prints", async () => {
    const [printed, profiles, facts, x12] = examples as [object, object, object, object];
    const options = ["--profiles", file("profiles.json", profiles), "--facts", file("facts.json", facts)];
    const { code, out } = await dorsal("edit", claims, ...options, "--as-of", "2026-06-10", "--json");
    expect(code).toBe(1);
    const real = JSON.parse(out) as { claims: { findings: { rule: string }[] }[] };
    expect(Object.keys(printed)).toEqual(Object.keys(real));
    const shown = (printed as typeof real).claims[0]!.findings[0]!;
    const finding = real.claims[0]!.findings.find(({ rule }) => rule === shown.rule)!;
    expect(shown).toEqual({ ...finding, fix: (shown as unknown as { fix: object }).fix });
    expect(Object.keys(x12)).toEqual(Object.keys(JSON.parse((await dorsal("x12", claims, "--json")).out)));
  });
});
