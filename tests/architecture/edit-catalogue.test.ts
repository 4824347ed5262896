import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { FACT_NAMES } from "@/lib/domain/cases/facts";
import { CLAIM_ROLES } from "@/lib/domain/claims/claim";
import { TABLES } from "@/lib/domain/code-sets/tables";
import { CATALOGUE, editByRule } from "@/lib/domain/edits/catalogue";
import { PARAMETER_NAMES } from "@/lib/domain/payers/parameters";

const root = path.resolve(import.meta.dirname, "../..");
const rulesFolder = path.join(root, "lib/domain/edits/rules");
const twinsFolder = path.join(root, "tests/unit/domain/edits/rules");
const files = readdirSync(rulesFolder).map((file) => path.basename(file, ".ts"));

/** What the first release promises; a catalogue may grow, it may not lose one of these. */
const PROMISED = [
  ...["R-U01", "R-U02", "R-U03", "R-U04", "R-N01", "R-N03", "R-N05", "R-N07", "R-N09", "R-N11"],
  ...["R-M01", "R-M03", "R-M05", "R-M09", "R-G01", "R-T02", "R-A01", "R-D01", "R-D03"],
  ...["R-P02", "R-P07", "R-P17", "R-C01", "R-C05", "R-C06", "R-C07", "R-C11"],
];

describe("the catalogue of edits", () => {
  it("is the listing of its folder", () => {
    expect(CATALOGUE.map((edit) => edit.id).sort()).toEqual([...files].sort());
  });

  it("has the promised edits, each number once", () => {
    const rules = CATALOGUE.map((edit) => edit.rule);
    expect(new Set(rules).size).toBe(rules.length);
    expect(PROMISED.filter((rule) => editByRule(rule) === null)).toEqual([]);
    expect(editByRule("R-Z99")).toBeNull();
  });

  it("has no twin test without its edit", () => {
    const twins = readdirSync(twinsFolder).map((file) => path.basename(file, ".test.ts"));
    expect(twins.filter((twin) => !files.includes(twin))).toEqual([]);
  });
});

describe.each(CATALOGUE.map((edit) => [edit.rule, edit] as const))("%s", (_, edit) => {
  it("has a catalogue number and a name of what is wrong", () => {
    expect(edit.rule).toMatch(/^R-[A-Z]\d{2}$/);
    expect(edit.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    expect(edit.id).not.toMatch(/^(check|validate|verify)-/);
  });

  it("has a twin test that is about this edit", () => {
    const twin = path.join(twinsFolder, `${edit.id}.test.ts`);
    expect(existsSync(twin), twin).toBe(true);
    const text = readFileSync(twin, "utf8");
    expect(text).toContain(`@/lib/domain/edits/rules/${edit.id}`);
    expect(text).toContain("editCases(");
  });

  it("says what is wrong in words, and where we know it from", () => {
    expect(edit.title.length).toBeGreaterThan(10);
    expect(edit.wrong).toMatch(/\.$/);
    expect(edit.sources.length).toBeGreaterThan(0);
    for (const source of edit.sources) expect(source.trim()).not.toBe("");
  });

  it("prevents a denial that exists, or only informs", () => {
    if (edit.severity !== "info") expect(edit.prevents.length).toBeGreaterThan(0);
    for (const denial of edit.prevents) expect(denial).toMatch(/^(CO|OA|PR|PI)-(\d{1,3}|[A-Z]\d{1,2})$/);
  });

  it("declares only roles, parameters, tables and facts that there are", () => {
    expect(edit.scope.roles.length).toBeGreaterThan(0);
    for (const role of edit.scope.roles) expect(CLAIM_ROLES).toContain(role);
    for (const name of edit.parameters) expect(PARAMETER_NAMES).toContain(name);
    for (const name of edit.tables) expect(Object.keys(TABLES)).toContain(name);
    for (const name of edit.facts) expect(FACT_NAMES).toContain(name);
    if (edit.codes !== null) expect(edit.codes.length).toBeGreaterThan(0);
  });

  it("declares every parameter and fact that its file reads", () => {
    const text = sourceOf(edit.id);
    const read = (pattern: RegExp) => new Set([...text.matchAll(pattern)].map((match) => match[1]!));
    const facts = new Set([...read(/\.fact\("(\w+)"\)/g), ...read(/\bfacts\.(\w+)/g)]);
    for (const fact of facts) expect(edit.facts, `${edit.id} reads ${fact}`).toContain(fact);
    const taken = [...read(/\{([^{}]+)\} = claim\.parameters/g)].flatMap((names) => names.split(","));
    const parameters = [...read(/\bparameters\.(\w+)/g), ...taken.map((name) => name.trim())];
    for (const name of parameters) expect(edit.parameters, `${edit.id} reads ${name}`).toContain(name);
  });
});

function sourceOf(id: string): string {
  return readFileSync(path.join(rulesFolder, `${id}.ts`), "utf8");
}
