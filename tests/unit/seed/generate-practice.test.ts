import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "@/lib/cli/run";
import { FACTS, isFactName } from "@/lib/domain/cases/facts";
import type { Claim } from "@/lib/domain/claims/claim";
import { sumCents } from "@/lib/domain/shared/money";
import { read835 } from "@/lib/edi/read-835";
import { read837 } from "@/lib/edi/read-837";
import { CODING_ERRORS } from "@/prisma/seed/practice/errors";
import { generatePractice } from "@/prisma/seed/practice/generate-practice";
import { isValidNpi, npiOf } from "@/prisma/seed/practice/npi";

const OPTIONS = { claims: 3_000, seed: "dorsal", asOf: "2026-06-30" };
const practice = generatePractice(OPTIONS);
const read = practice.files.map((file) => ({ file, ...read837(new TextEncoder().encode(file.text())) }));
const claims: Claim[] = read.flatMap(({ events }) =>
  events.flatMap((event) => (event.kind === "claim" ? [event.claim] : [])),
);
const truthOf = (claim: Claim) => practice.truth[claim.claimNumber]!;

describe("the invented practice", () => {
  it("is the same to the byte for the same seed and date, and another for another", () => {
    const again = generatePractice(OPTIONS);
    expect(again.files.map((file) => file.text())).toEqual(practice.files.map((file) => file.text()));
    expect([again.manifest, again.facts, again.truth]).toEqual([
      practice.manifest,
      practice.facts,
      practice.truth,
    ]);
    const other = generatePractice({ ...OPTIONS, seed: "other", claims: 200 });
    const same = generatePractice({ ...OPTIONS, claims: 200 });
    expect(other.files.map((file) => file.text())).not.toEqual(same.files.map((file) => file.text()));
  });

  it.each([1, 40, 3_000])("has exactly %i claims when asked for them", (wanted) => {
    const { manifest } = generatePractice({ ...OPTIONS, claims: wanted });
    expect(manifest.claims).toBe(wanted);
  });

  it("reads back without a warning, and every count and cent of the manifest is the file's", () => {
    for (const { file, report } of read) {
      expect(report, file.name).toMatchObject({
        accepted: true,
        quarantined: 0,
        problems: [],
        createdOn: file.madeOn,
      });
      expect([report.claims, report.chargeCents]).toEqual([file.claims, file.chargeCents]);
    }
    expect(claims).toHaveLength(OPTIONS.claims);
    expect(new Set(claims.map((claim) => claim.claimNumber)).size).toBe(OPTIONS.claims);
    expect(practice.manifest.chargeCents).toBe(sumCents(claims.map((claim) => claim.chargeCents)));
  });

  it("covers 18 months, of which the last six weeks are open work", () => {
    expect(practice.files[0]!.madeOn.slice(0, 7)).toBe("2025-01");
    expect(practice.files.at(-1)).toMatchObject({ madeOn: "2026-06-30", isHistory: false });
    const open = practice.files.filter((file) => !file.isHistory);
    expect(open.map((file) => file.madeOn)).toEqual([
      ...["2026-05-26", "2026-06-02", "2026-06-09", "2026-06-16", "2026-06-23", "2026-06-30"],
    ]);
    expect(sumCents(open.map((file) => file.claims))).toBeGreaterThan(150);
  });

  it("bills through three entities in four roles, and each claim says its role by itself", () => {
    for (const claim of claims) expect(claim.role, claim.claimNumber).toBe(truthOf(claim).role);
    expect(new Set(claims.map((claim) => claim.role))).toEqual(
      new Set(["surgeon", "assistant", "anaesthesia", "asc_facility"]),
    );
    expect(new Set(claims.map((claim) => claim.billing.npi)).size).toBe(3);
    expect(new Set(claims.map((claim) => claim.payer.name)).size).toBe(8);
  });

  it("has only NPIs whose check digit fits, apart from the mistyped ones that it knows of", () => {
    for (const claim of claims) {
      const providers = [claim.billing, claim.rendering, claim.referring, claim.facility].filter(
        (one) => one !== null,
      );
      const valid = providers.every(({ npi }) => npi !== null && isValidNpi(npi));
      expect(valid, claim.claimNumber).toBe(truthOf(claim).error !== "rendering_npi_mistyped");
    }
  });

  it("clean claims add up, point to their diagnoses and lie between birth and the date of the file", () => {
    for (const claim of claims.filter((one) => truthOf(one).error === null)) {
      expect(claim.chargeCents, claim.claimNumber).toBe(
        sumCents(claim.lines.map((line) => line.chargeCents)),
      );
      for (const line of claim.lines) {
        expect(line.diagnosisPointers.length).toBeGreaterThan(0);
        expect(Math.max(...line.diagnosisPointers)).toBeLessThanOrEqual(claim.diagnoses.length);
        expect(line.serviceFrom! > claim.patient.birthDate! && line.serviceFrom! <= OPTIONS.asOf).toBe(true);
      }
    }
  });

  it("a permanent implant within ten days of its trial carries 58 unless that is its error", () => {
    const trials = new Map(
      claims.filter((one) => truthOf(one).scenario === "trial").map((one) => [memberOf(one), one]),
    );
    let staged = 0;
    for (const claim of claims) {
      const { scenario, role, error } = truthOf(claim);
      const trial = trials.get(memberOf(claim));
      if (
        scenario !== "permanent" ||
        role !== "surgeon" ||
        trial === undefined ||
        error === "service_in_the_future"
      )
        continue;
      const days =
        (Date.parse(claim.lines[0]!.serviceFrom!) - Date.parse(trial.lines[0]!.serviceFrom!)) / 86_400_000;
      expect(days).toBeGreaterThan(0);
      const marked = claim.lines.every((line) => line.modifiers.includes("58"));
      if (days <= 10) staged += 1;
      if (error === null) expect(marked, claim.claimNumber).toBe(days <= 10);
      if (error === "staged_modifier_missing") expect(marked).toBe(false);
    }
    expect(staged).toBeGreaterThan(0);
  });

  it("knows the error of every spoiled claim and spoils open work with most kinds", () => {
    const rules = new Map(CODING_ERRORS.map((error) => [error.key, error.rule]));
    const seeded = claims.map(truthOf).filter((truth) => truth.error !== null);
    for (const { error, rule } of seeded) expect(rules.get(error!) ?? "R-M09").toBe(rule);
    expect(new Set(seeded.map((truth) => truth.error)).size).toBeGreaterThan(18);
    expect(seeded.length / claims.length).toBeGreaterThan(0.05);
    expect(seeded.length / claims.length).toBeLessThan(0.2);
  });

  it("documents facts that the catalogue of facts accepts", () => {
    for (const known of Object.values(practice.facts)) {
      for (const [name, fact] of Object.entries(known)) {
        expect(isFactName(name)).toBe(true);
        const definition = FACTS[name as keyof typeof FACTS];
        expect(definition.schema.safeParse(fact.value).success, `${name} ${String(fact.value)}`).toBe(true);
        expect(definition.sources as readonly string[]).toContain(fact.source.kind);
      }
    }
  });
});

const memberOf = (claim: Claim) => `${claim.subscriber.memberId} ${claim.patient.firstName}`;

describe("NPI check digits", () => {
  it("the published example fits and a changed digit does not", () => {
    expect(npiOf("123456789")).toBe("1234567893");
    expect(isValidNpi("1234567893")).toBe(true);
    expect(isValidNpi("1234567890")).toBe(false);
  });
});

describe("dorsal generate", () => {
  const generate = async (...args: string[]) => {
    const said = { out: "", err: "" };
    const code = await run(["generate", ...args], {
      out: (text) => (said.out += text),
      err: (text) => (said.err += text),
    });
    return { code, ...said };
  };

  it("writes claims, remittances, manifest, facts, profiles and truth", async () => {
    const out = await mkdtemp(path.join(tmpdir(), "dorsal-generate-"));
    try {
      const { code, out: said } = await generate(
        ...["--claims", "60", "--out", out, "--as-of", "2026-06-30", "--seed", "7"],
      );
      expect(code).toBe(0);
      const manifest = JSON.parse(await readFile(path.join(out, "manifest.json"), "utf8")) as {
        files: { name: string }[];
        remittances: { name: string; amountCents: number; claims: number; payments: number }[];
      };
      expect((await readdir(out)).sort()).toEqual(
        [
          ...manifest.files.map((file) => file.name),
          ...manifest.remittances.map((file) => file.name),
          "facts.json",
          "manifest.json",
          "profiles.json",
          "truth.json",
        ].sort(),
      );
      expect(said).toContain(
        `60 claims in ${manifest.files.length} files and ${manifest.remittances.length} remittances`,
      );
      for (const { name, payments, claims: answers, amountCents } of manifest.remittances) {
        const { report } = read835(await readFile(path.join(out, name)));
        expect(report).toMatchObject({
          accepted: true,
          payments,
          claims: answers,
          paymentCents: amountCents,
        });
      }
    } finally {
      await rm(out, { recursive: true });
    }
  });

  it.each([
    [["--out", "x"], /--claims/],
    [["--claims", "ten", "--out", "x"], /--claims/],
    [["--claims", "10"], /--out/],
    [["--claims", "10", "--out", "x", "--as-of", "2026-02-30"], /--as-of/],
    [["--claims", "10", "--out", "/dev/null/x"], /Cannot write/],
  ])("%j is one sentence and exit 2", async (args, message) => {
    const { code, err } = await generate(...args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});
