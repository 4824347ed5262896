import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { CLAIM_OUTCOMES, DENIAL_CATEGORIES, LINE_OUTCOMES } from "@/lib/domain/denials/outcome";
import { FACT_NAMES } from "@/lib/domain/cases/facts";
import { PARAMETER_NAMES } from "@/lib/domain/payers/parameters";
import { PAYER_KINDS } from "@/lib/domain/payers/payer";
import { PAYER_PRESETS } from "@/lib/domain/payers/presets";
import { aClaimFile } from "../../builders/a-claim-file";
import { aClaim, aLine } from "../../builders/a-claim";
import { interchange } from "../../builders/a-remittance-file";
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
    ["outcome of a claim", CLAIM_OUTCOMES],
    ["outcome of a line", LINE_OUTCOMES],
    ["category of a denial", DENIAL_CATEGORIES],
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

  it("its X-ray is what the command prints of a claim and its answer, to the cent", async () => {
    const body = [
      ...["BPR*I*4000*C*ACH", "TRN*1*EFT1002*1123456789", "DTM*405*20260624", "N1*PR*AETNA*XV*60054"],
      ...["N1*PE*HARBOR PAIN GROUP*XX*1234567893", "LX*1"],
      ...["CLP*HP-1001*1*19000*4000**12*2026181000018*24*1", "NM1*QC*1*MARLOWE*JUNE****MI*W100200300"],
      ...["SVC*HC:63650*9500*4000**1", "DTM*472*20260603", "CAS*CO*45*5500"],
      ...["SVC*HC:63650*9500*0**0**1", "DTM*472*20260603", "CAS*CO*97*9500", "LQ*HE*N19"],
    ];
    const shown = examples[5] as { files: { file: string }[] };
    const files = [file("june.835", interchange([body])), claims];
    const options = [
      "--profiles",
      file("xray-profiles.json", examples[1]!),
      "--as-of",
      "2026-07-10",
      "--json",
    ];
    const { code, out } = await dorsal("xray", ...files, ...options);
    expect(code).toBe(0);
    const real = JSON.parse(out) as typeof shown;
    real.files.forEach((read, index) => (read.file = shown.files[index]!.file));
    expect(real).toEqual(shown);
  });

  it("its remittance is what the command prints of that file, to the cent", async () => {
    const body = [
      ...["BPR*I*1000*C*ACH", "TRN*1*EFT1001*1123456789", "N1*PR*EXAMPLE PLAN*XV*EX001"],
      ...["N1*PE*EXAMPLE GROUP*XX*1234567893", "LX*1"],
      ...["CLP*SP26002946*1*2400*1010**12*2026181000017", "MOA***MA01"],
      ...["SVC*HC:63650*1200*1009**1", "CAS*CO*45*190"],
      ...["SVC*HC:63650:59*1200*0**0**1", "CAS*CO*97*1200*1", "LQ*HE*N19"],
      "PLB*1234567893*20261231*WO:2026090000004*10",
    ];
    const path = file("payment.835", interchange([body]));
    const { code, out } = await dorsal("remit", path, "--json");
    expect(code).toBe(0);
    expect({ ...(JSON.parse(out) as object), file: "payment.835" }).toEqual(examples[4]);
  });
});
