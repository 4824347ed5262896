import { describe, expect, it } from "vitest";
import { z } from "zod";
import { interchange } from "../../builders/a-remittance-file";
import { aClaimFile } from "../../builders/a-claim-file";
import { aClaim, aLine } from "../../builders/a-claim";
import { dorsal, temporaryFiles } from "./run-dorsal";

const file = temporaryFiles();
const AS_OF = ["--as-of", "2026-06-10"];

/** The promise of `dorsal edit --json`: exactly these keys. */
const problem = z.strictObject({
  segment: z.int().nullable(),
  element: z.string().nullable(),
  loop: z.string().nullable(),
  message: z.string().min(1),
});
const promised = z.strictObject({
  file: z.string(),
  claims: z.array(
    z.strictObject({
      claimId: z.string(),
      findings: z.array(
        z.strictObject({
          edit: z.string().regex(/^[a-z0-9-]+$/),
          rule: z.string().regex(/^R-[A-Z]\d{2}$/),
          severity: z.enum(["block", "review", "info"]),
          line: z.int().nullable(),
          message: z.string().min(1),
          prevents: z.array(z.string().regex(/^[A-Z]{2}-[A-Z]?\d+$/)),
          fix: z
            .strictObject({ title: z.string(), support: z.string(), changes: z.array(z.looseObject({})) })
            .nullable(),
        }),
      ),
      unknowns: z.array(z.strictObject({ fact: z.string(), rules: z.array(z.string()) })),
    }),
  ),
  quarantined: z.array(z.strictObject({ claimId: z.string().nullable(), problems: z.array(problem) })),
  problems: z.array(problem),
});

type Promised = z.infer<typeof promised>;

const secondLead = (modifiers: string[] = []) => aClaim({ lines: [aLine(), aLine({ modifiers })] });
const style76 = { "60054": { parameters: { secondLeadStyle: "two_lines_76" } } };
const documented = { stage: "trial", leadsPlaced: 2, operativeNoteSigned: true };

async function edited(...args: string[]): Promise<Promised & { code: number }> {
  const { code, out, err } = await dorsal("edit", ...args, "--json");
  expect(err).toBe("");
  return { code, ...promised.parse(JSON.parse(out)) };
}
const rulesOf = (output: Promised, severity = "block") =>
  output.claims.flatMap(({ findings }) =>
    findings.filter((finding) => finding.severity === severity).map(({ rule }) => rule),
  );

describe("dorsal edit --json", () => {
  it("a second lead that is not written as the payer wants it blocks: exit 1, with line, denial and fix", async () => {
    const output = await edited(
      file("second-lead.837", aClaimFile([secondLead()])),
      ...[
        "--profiles",
        file("style.json", style76),
        "--facts",
        file("facts.json", { "HP-1001": documented }),
      ],
      ...AS_OF,
    );
    expect(output.code).toBe(1);
    expect(output.claims.map(({ claimId }) => claimId)).toEqual(["HP-1001"]);
    const finding = output.claims[0]!.findings.find(({ rule }) => rule === "R-U01")!;
    expect(finding).toMatchObject({ edit: "second-lead-without-modifier", severity: "block", line: 2 });
    expect(finding.prevents.length).toBeGreaterThan(0);
    expect(finding.fix?.changes).toEqual([{ kind: "set_line", line: 2, field: "modifiers", value: ["76"] }]);
  });

  it("nothing that blocks is exit 0", async () => {
    const output = await edited(
      file("clean.837", aClaimFile([secondLead(["76"])])),
      ...[
        "--profiles",
        file("style.json", style76),
        "--facts",
        file("facts.json", { "HP-1001": documented }),
      ],
      ...AS_OF,
    );
    expect(rulesOf(output)).toEqual([]);
    expect(output).toMatchObject({ code: 0, quarantined: [], problems: [] });
  });

  it("a fact that nobody documented is an unknown with the rules that ask for it, and blocks nothing", async () => {
    const output = await edited(
      file("clean.837", aClaimFile([secondLead(["76"])])),
      ...["--profiles", file("style.json", style76)],
      ...AS_OF,
    );
    expect(output.code).toBe(0);
    expect(output.claims[0]!.unknowns.map(({ fact }) => fact)).toContain("operativeNoteSigned");
    for (const { rules } of output.claims[0]!.unknowns) expect(rules.length).toBeGreaterThan(0);
  });

  it("a claim that cannot be read is named apart, and counts as blocking", async () => {
    const text = new TextDecoder().decode(aClaimFile([secondLead(["76"]), aClaim({ claimNumber: "HP-2" })]));
    const broken = text.replace("CLM*HP-2*9500", "CLM*HP-2*95,00");
    const output = await edited(
      file("quarantined.837", broken),
      ...["--profiles", file("style.json", style76)],
      ...AS_OF,
    );
    expect(output.code).toBe(1);
    expect(output.claims.map(({ claimId }) => claimId)).toEqual(["HP-1001"]);
    expect(output.quarantined).toMatchObject([
      { claimId: "HP-2", problems: [{ element: "CLM02", loop: "2300" }] },
    ]);
  });

  it("a refused file has no claims, says why, and is exit 2", async () => {
    const cut = aClaimFile([aClaim()]).slice(0, 600);
    const output = await edited(file("cut.837", cut), ...AS_OF);
    expect(output).toMatchObject({ code: 2, claims: [], quarantined: [] });
    expect(output.problems.at(-1)!.message).toMatch(/cut off/);
  });

  it("the other claims of the same patient in the file are its history", async () => {
    const trial = aClaim({ claimNumber: "HP-1", lines: [aLine()] });
    const june9 = { serviceFrom: "2026-06-09", serviceTo: "2026-06-09" };
    const permanent = aClaim({
      claimNumber: "HP-2",
      lines: [aLine(june9), aLine({ code: "63685", ...june9 })],
    });
    const stranger = { ...permanent.patient, lastName: "SOMEBODY" };
    const other = { ...permanent, patient: stranger, subscriber: { ...permanent.subscriber, ...stranger } };
    const facts = [
      "--facts",
      file("facts.json", { "HP-1": { stage: "trial" }, "HP-2": { stage: "permanent" } }),
    ];
    const together = await edited(file("global.837", aClaimFile([trial, permanent])), ...facts, ...AS_OF);
    const apart = await edited(file("apart.837", aClaimFile([trial, other])), ...facts, ...AS_OF);
    expect(rulesOf(together)).toContain("R-G01");
    expect(rulesOf(apart)).not.toContain("R-G01");
  });

  it("facts hang on the day: what one claim documents, the others of that patient and day know", async () => {
    const assistant = aClaim({
      claimNumber: "HP-2",
      role: "assistant",
      lines: [aLine({ modifiers: ["AS"] })],
    });
    const both = file("roles.837", aClaimFile([secondLead(["76"]), assistant]));
    const facts = file("facts.json", { "HP-2": documented });
    const output = await edited(both, "--facts", facts, ...AS_OF);
    expect(output.claims[0]!.unknowns.map(({ fact }) => fact)).not.toContain("leadsPlaced");
  });

  it("the day of judgement decides what lies in the future", async () => {
    const clean = file("clean.837", aClaimFile([aClaim()]));
    expect(rulesOf(await edited(clean, "--as-of", "2026-06-02"))).toContain("R-C07");
    expect(rulesOf(await edited(clean, ...AS_OF))).not.toContain("R-C07");
  });
});

describe("a profiles file", () => {
  const claims = file("second-lead.837", aClaimFile([secondLead()]));
  const blocksWith = async (profiles: object) =>
    rulesOf(await edited(claims, "--profiles", file("p.json", profiles), ...AS_OF)).includes("R-U01");
  const parameters = { secondLeadStyle: "two_lines_76" };

  it.each([
    ["by id", { "60054": { parameters } }],
    ["by name, however it is spelt", { " aetna ": { parameters } }],
    [
      "in the version of the day of service",
      {
        AETNA: {
          versions: [
            { effectiveFrom: "2026-07-01", parameters: { secondLeadStyle: "two_lines_51" } },
            { effectiveFrom: "2026-01-01", parameters },
          ],
        },
      },
    ],
  ])("finds a payer %s", async (_, profiles) => {
    expect(await blocksWith(profiles)).toBe(true);
    const off = JSON.stringify(profiles).replace(
      '"two_lines_76"',
      '"two_lines_76","editSeverities":{"R-U01":"off"}',
    );
    expect(await blocksWith(JSON.parse(off) as object)).toBe(false);
  });

  it.each([
    ["a list", [], /: write an object: payer id or name/],
    [
      "an unknown parameter",
      { A: { parameters: { second_lead_style: "x" } } },
      /payer "A" > parameters: there is no key "second_lead_style"\. Write secondLeadStyle\./,
    ],
    [
      "a wrong value",
      { A: { parameters: { filingLimit: "90" } } },
      /filingLimit: write a number from 1 to 1000, or null, not "90"\./,
    ],
    [
      "a wrong choice",
      { A: { parameters: { secondLeadStyle: "76" } } },
      /write one of units2_one_line, two_lines_59/,
    ],
    ["an unknown kind", { A: { kind: "hmo" } }, /kind: there is no kind "hmo"\. Known: medicare,/],
    ["an unknown preset", { A: { preset: "acme" } }, /there is no preset "acme"\. Known: medicare,/],
    [
      "an unknown key",
      { A: { params: {} } },
      /there is no key "params"\. Known: kind, preset, parameters, versions\./,
    ],
    [
      "a version without a date",
      { A: { versions: [{ parameters: {} }] } },
      /versions > 1 > effectiveFrom: write a date as YYYY-MM-DD/,
    ],
  ])("with %s is refused with its place and what to write: exit 2", async (_, content, message) => {
    const { code, out, err } = await dorsal(
      "edit",
      claims,
      "--profiles",
      file("wrong.json", content),
      "--json",
    );
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/wrong\.json: /);
    expect(err).toMatch(message);
  });
});

describe("a facts file", () => {
  const claims = file("second-lead.837", aClaimFile([secondLead()]));

  it.each([
    ["plain", { "HP-1001": { leadsPlaced: 2 } }, "Asked"],
    [
      "with its source",
      {
        "HP-1001": {
          leadsPlaced: { value: 2, source: { kind: "operative_note", text: "2026-06-03, page 1" } },
        },
      },
      "Operative note, 2026-06-03, page 1",
    ],
  ])("takes a value %s, and the fix says what supports it", async (_, facts, support) => {
    const output = await edited(
      claims,
      ...["--profiles", file("style.json", style76), "--facts", file("f.json", facts)],
      ...AS_OF,
    );
    const fix = output.claims[0]!.findings.find(({ rule }) => rule === "R-U01")!.fix;
    expect(fix!.support).toContain(support);
  });

  it.each([
    ["an unknown fact", { A: { leads: 2 } }, /claim "A": there is no fact "leads"\. Known: stage,/],
    [
      "a wrong value",
      { A: { leadsPlaced: "two" } },
      /claim "A" > leadsPlaced: write a number from 0 to 8, not "two"\./,
    ],
    [
      "a wrong choice",
      { A: { stage: { value: "final" } } },
      /stage: write one of trial, permanent, revision, not "final"\./,
    ],
    [
      "a wrong date",
      { A: { trialDate: "06/01/2026" } },
      /trialDate: write a date as "YYYY-MM-DD", not "06\/01\/2026"\./,
    ],
    [
      "a source without text",
      { A: { leadsPlaced: { value: 2, source: "note" } } },
      /source: write \{ kind, text \}/,
    ],
    ["no object", [1], /write an object: claim number -> fact -> value/],
  ])("with %s is refused with its place and what to write: exit 2", async (_, content, message) => {
    const { code, out, err } = await dorsal("edit", claims, "--facts", file("wrong.json", content));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });

  it("that is no JSON is refused with its line", async () => {
    const broken = file("broken.json", '{\n  "A": {\n    leadsPlaced: 2\n}}');
    const { code, err } = await dorsal("edit", claims, "--facts", broken);
    expect(code).toBe(2);
    expect(err).toMatch(/broken\.json is not JSON.*check commas, quotes and brackets/);
  });
});

describe("dorsal edit for people", () => {
  it("prints claim, finding, fix and what is not known", async () => {
    const { code, out } = await dorsal(
      "edit",
      file("second-lead.837", aClaimFile([secondLead()])),
      ...["--profiles", file("style.json", style76)],
      ...["--facts", file("facts.json", { "HP-1001": { stage: "trial", leadsPlaced: 2 } })],
      ...AS_OF,
    );
    expect(code).toBe(1);
    expect(out).toMatch(/HP-1001 +2026-06-03 +surgeon +AETNA/);
    expect(out).toMatch(/BLOCK +R-U01 line 2: .*\[.*CO-/);
    expect(out).toMatch(/fix: .*76/);
    expect(out).toMatch(/Operative note signed: needed before release/);
    expect(out).toMatch(/1 claims?: .* blocks?/);
  });

  it("a remittance is refused by its name", async () => {
    const { code, out, err } = await dorsal("edit", file("payment.835", interchange([["BPR*I*0*C*NON"]])));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("This is a remittance (835)");
  });

  it("says of a refused file why, on standard error", async () => {
    const { code, out, err } = await dorsal("edit", file("page.837", "<html></html>"));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("This is a web page or XML, not a claim file or a remittance.");
  });

  it.each([
    [["edit"], /exactly one file/],
    [["edit", "/nowhere/a.837"], /^Cannot read \/nowhere\/a\.837: there is no such file\.$/],
    [["edit", "a.837", "--as-of", "06/01/2026"], /--as-of needs a date written YYYY-MM-DD/],
    [["edit", "a.837", "--profile", "x"], /--profile/],
    [
      ["edit", "a.837", "--facts", "/nowhere/f.json"],
      /^Cannot read \/nowhere\/f\.json: there is no such file\.$/,
    ],
  ])("%j is one sentence and exit 2", async (args, message) => {
    const { code, out, err } = await dorsal(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });
});
