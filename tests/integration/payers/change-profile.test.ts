import { beforeEach, describe, expect, test } from "vitest";
import { withTenant } from "@/lib/data/tenant-transaction";
import { runReEdit } from "@/lib/use-cases/claims/run-re-edit";
import { getClaimView } from "@/lib/use-cases/claims/get-claim-view";
import { listCatalogue } from "@/lib/use-cases/edits/list-catalogue";
import { changeProfile } from "@/lib/use-cases/payers/change-profile";
import { getPayer } from "@/lib/use-cases/payers/get-payer";
import { listPayers } from "@/lib/use-cases/payers/list-payers";
import { setPayerKind } from "@/lib/use-cases/payers/set-payer-kind";
import { aLine } from "../../builders/a-claim";
import { aReadyClaim } from "../bench/a-signed-claim";
import { aStoredClaim, TRIAL_FACTS, type StoredClaim } from "../bench/a-stored-claim";
import { twoTenants, type TestTenant } from "../bench/a-tenant";
import { asWorkerProcess } from "../bench/with-login";
import { auditOf, expectForbidden, NOW, refusal } from "../bench/asking";

let mine: TestTenant;
let other: TestTenant;

const change = (payerId: string, parameters: object, more: object = {}, actor = mine.actors.lead_coder) =>
  changeProfile.execute(
    actor,
    { payerId, seenVersion: 1, effectiveFrom: "2026-01-01", parameters, ...more },
    NOW,
  );
const rowOf = (claim: StoredClaim) =>
  withTenant(mine, (tx) => tx.claim.findFirstOrThrow({ where: { id: claim.claimId } }));
const jobOf = (jobId: string) =>
  withTenant(mine, (tx) => tx.backgroundJob.findFirstOrThrow({ where: { id: jobId } }));
const work = (jobId: string, options: object = {}) =>
  asWorkerProcess(() => runReEdit({ organizationId: mine.organizationId, jobId }, { now: NOW, ...options }));
const parameterOf = async (payerId: string, name: string, onDate: string | null = null) =>
  (await getPayer.execute(mine.actors.coder, { payerId, onDate }, NOW)).parameters.find(
    (parameter) => parameter.name === name,
  )!;

beforeEach(async () => {
  ({ mine, other } = await twoTenants());
});

describe("a changed profile", () => {
  test("counts from its date on, with who checked it against what", async () => {
    const { payerId } = await aStoredClaim(mine);
    await change(
      payerId,
      { maxLeads: 4, secondLeadStyle: "two_lines_59" },
      {
        effectiveFrom: "2026-03-01",
        verified: { maxLeads: { source: "Contract 2026, page 7" } },
        note: "New contract",
      },
    );
    expect(await parameterOf(payerId, "maxLeads", "2026-02-28")).toMatchObject({ value: 2 });
    expect(await parameterOf(payerId, "maxLeads", "2026-03-01")).toMatchObject({
      value: 4,
      origin: { level: "practice", source: "Contract 2026, page 7", verified: true },
    });
    expect(await parameterOf(payerId, "secondLeadStyle")).toMatchObject({
      value: "two_lines_59",
      origin: { level: "practice", verified: false },
    });
    const { versions, payer } = await getPayer.execute(mine.actors.coder, { payerId }, NOW);
    expect(payer.version).toBe(2);
    expect(versions).toMatchObject([
      {
        effectiveFrom: "2026-03-01",
        note: "New contract",
        actorName: mine.actors.lead_coder.name,
        verified: { maxLeads: { source: "Contract 2026, page 7", verifiedOn: "2026-06-24" } },
      },
    ]);
    expect(await auditOf(mine, "payer.profile_changed")).toMatchObject([
      {
        subjectId: payerId,
        detail: { parameters: ["secondLeadStyle", "maxLeads"], effectiveFrom: "2026-03-01" },
      },
    ]);
  });

  test("goes back to the shipped value by null, where null is no value itself", async () => {
    const { payerId } = await aStoredClaim(mine);
    await change(payerId, { maxLeads: 4, filingLimit: 30 });
    await change(payerId, { maxLeads: null, filingLimit: null }, { seenVersion: 2 });
    expect((await parameterOf(payerId, "maxLeads")).origin.level).toBe("general");
    expect(await parameterOf(payerId, "filingLimit")).toMatchObject({
      value: null,
      origin: { level: "practice" },
    });
  });

  test("checks the open claims that it concerns again, and only those", async () => {
    const payer = { name: "ONE HEALTH", id: "ONE1", filingIndicator: "CI", responsibility: "P" } as const;
    const twoLeads = { payer, lines: [aLine({ units: 2, chargeCents: 1_900_000 })] };
    const facts = { ...TRIAL_FACTS, leadsPlaced: 2 };
    const concerned = await aStoredClaim(mine, twoLeads, { facts });
    const old = await aStoredClaim(
      mine,
      { payer, lines: [aLine({ ...twoLeads.lines[0], serviceFrom: "2026-02-03", serviceTo: "2026-02-03" })] },
      { facts },
    );
    const filed = await aStoredClaim(mine, twoLeads, { facts, status: "filed" });
    const elsewhere = await aStoredClaim(mine, { lines: twoLeads.lines }, { facts });
    for (const claim of [concerned, old, elsewhere]) expect((await rowOf(claim)).blockCount).toBe(0);
    const style = { secondLeadStyle: "two_lines_59" };
    const ordered = await change(concerned.payerId, style, { effectiveFrom: "2026-03-01" });
    expect(ordered.openClaims).toBe(1);
    await work(ordered.jobId!);
    expect((await rowOf(concerned)).blockCount).toBe(1);
    const screen = await getClaimView.execute(mine.actors.coder, { claimId: concerned.claimId }, NOW);
    expect(screen.findings.find((finding) => finding.rule === "R-U01")).toMatchObject({ severity: "block" });
    for (const claim of [old, elsewhere]) expect((await rowOf(claim)).blockCount).toBe(0);
    expect((await rowOf(filed)).version).toBe(1);
    expect(await jobOf(ordered.jobId!)).toMatchObject({
      status: "done",
      done: 1,
      message: "1 checked again, 1 changed, 0 back to coding.",
    });
  });

  test("sends a signed claim that it blocks back, and lets a general claim go that nothing flags any more", async () => {
    const signed = await aReadyClaim(mine);
    const general = await aStoredClaim(mine, {
      lines: [aLine({ code: "99213", chargeCents: 12_000, modifiers: ["59", "XS"] })],
    });
    expect((await rowOf(general)).status).toBe("needs_coding");
    const { jobId } = await change(signed.payerId, {
      editSeverities: { "R-M03": "off" },
      requiredFacts: ["stage", "leadsPlaced", "painSide"],
    });
    await work(jobId!);
    expect(await rowOf(signed)).toMatchObject({ status: "needs_coding", signedById: null, missingCount: 1 });
    expect((await rowOf(general)).status).toBe("ready");
    expect(await auditOf(mine, "claim.unflagged")).toMatchObject([
      { subjectId: general.claimId, memberId: null },
    ]);
    expect(await auditOf(mine, "claims.re_edited")).toMatchObject([
      { subjectId: jobId, detail: { claimCount: 2, changedCount: 2, sentBackCount: 1 } },
    ]);
  });

  test("leaves no job where no open claim is concerned", async () => {
    const filed = await aStoredClaim(mine, {}, { status: "filed" });
    expect(await change(filed.payerId, { maxLeads: 4 })).toMatchObject({ jobId: null, openClaims: 0 });
  });
});

describe("the re-edit job", () => {
  test("goes on behind the last whole chunk after a kill, and a second delivery does nothing", async () => {
    const payer = { name: "ONE HEALTH", id: "ONE1", filingIndicator: "CI", responsibility: "P" } as const;
    const stored: StoredClaim[] = [];
    for (let index = 0; index < 7; index += 1) stored.push(await aStoredClaim(mine, { payer }));
    const { jobId } = await change(stored[0]!.payerId, { requiredFacts: [] });
    const control = new AbortController();
    const killed = work(jobId!, {
      chunk: 2,
      signal: {
        throwIfAborted: (() => {
          let steps = 0;
          return () => {
            steps += 1;
            if (steps > 2) control.abort();
            control.signal.throwIfAborted();
          };
        })(),
      },
    });
    await expect(killed).rejects.toThrow();
    expect(await jobOf(jobId!)).toMatchObject({ status: "running", done: 4, total: 7 });
    await work(jobId!, { chunk: 2 });
    expect(await jobOf(jobId!)).toMatchObject({ status: "done", done: 7, total: 7 });
    const rows = await Promise.all(stored.map(rowOf));
    expect(rows.map((row) => [row.missingCount, row.version])).toEqual(rows.map(() => [0, rows[0]!.version]));
    await work(jobId!, { chunk: 2 });
    expect(await auditOf(mine, "claims.re_edited")).toHaveLength(1);
    expect((await Promise.all(stored.map(rowOf))).map((row) => row.version)).toEqual(
      rows.map((row) => row.version),
    );
  });

  test("delivered twice at once does each claim once", async () => {
    const first = await aStoredClaim(mine);
    await aStoredClaim(mine);
    const { jobId } = await change(first.payerId, { requiredFacts: [] });
    await Promise.all([work(jobId!, { chunk: 1 }), work(jobId!, { chunk: 1 })]);
    expect(await jobOf(jobId!)).toMatchObject({ status: "done", done: 2 });
  });
});

describe("what a profile does not take", () => {
  test("names the parameter", async () => {
    const { payerId } = await aStoredClaim(mine);
    const cases: [object, object, string][] = [
      [{ maxLeads: 0 }, {}, "parameters.maxLeads"],
      [{ maxLeads: "4" }, {}, "parameters.maxLeads"],
      [{ secondLeadStyle: "three_lines" }, {}, "parameters.secondLeadStyle"],
      [{ authRequiredCodes: ["6365"] }, {}, "parameters.authRequiredCodes"],
      [{ requiredFacts: ["shoeSize"] }, {}, "parameters.requiredFacts"],
      [{ editSeverities: { "R-Z99": "off" } }, {}, "parameters.editSeverities"],
      [{}, {}, "parameters"],
      [{ maxLeads: 4 }, { verified: { capitated: { source: "Contract" } } }, "verified.capitated"],
      [{ maxLeads: 4 }, { effectiveFrom: "2026-02-30" }, "effectiveFrom"],
      [{ maxLeads: 4 }, { effectiveFrom: "2031-01-01" }, "effectiveFrom"],
    ];
    for (const [parameters, more, field] of cases) {
      const refused = await refusal(change(payerId, parameters, more));
      expect([refused.code, Object.keys(refused.fields ?? {})]).toEqual(["invalid_input", [field]]);
    }
    expect((await refusal(change(payerId, { shoeSize: 42 }))).code).toBe("invalid_input");
    expect((await getPayer.execute(mine.actors.coder, { payerId }, NOW)).versions).toEqual([]);
  });
});

describe("two people at once", () => {
  test("the second gets a conflict with what the first set", async () => {
    const { payerId } = await aStoredClaim(mine);
    await change(payerId, { maxLeads: 4 });
    const refused = await refusal(change(payerId, { maxLeads: 3 }, {}, mine.actors.compliance_officer));
    expect(refused).toMatchObject({
      code: "conflict",
      current: { version: 2, changedBy: mine.actors.lead_coder.name, theirs: { maxLeads: 4 } },
    });
    const kind = { payerId, seenVersion: 1, kind: "medicaid", preset: null };
    expect((await refusal(setPayerKind.execute(mine.actors.lead_coder, kind, NOW))).code).toBe("conflict");
  });
});

describe("the kind of a payer", () => {
  test("is corrected, and its open claims of every date are checked again", async () => {
    const claim = await aStoredClaim(mine, { lines: [aLine({ units: 3, chargeCents: 2_850_000 })] });
    const input = { payerId: claim.payerId, seenVersion: 1, kind: "medicare", preset: "medicare" };
    const { jobId, openClaims, version } = await setPayerKind.execute(mine.actors.lead_coder, input, NOW);
    expect([openClaims, version]).toEqual([1, 2]);
    await work(jobId!);
    const screen = await getClaimView.execute(mine.actors.coder, { claimId: claim.claimId }, NOW);
    expect(screen.findings.map((finding) => finding.rule)).toContain("R-U02");
    expect(screen.payer.kindLabel).toBe("Original Medicare");
    expect(await auditOf(mine, "payer.kind_changed")).toMatchObject([
      { detail: { from: "commercial", to: "medicare", claimCount: 1 } },
    ]);
  });

  test("goes with a starting profile of that kind only", async () => {
    const { payerId } = await aStoredClaim(mine);
    const ask = (kind: string, preset: string | null) =>
      refusal(setPayerKind.execute(mine.actors.lead_coder, { payerId, seenVersion: 1, kind, preset }, NOW));
    expect((await ask("medicare", "aetna")).fields).toHaveProperty("preset");
    expect((await ask("commercial", "nobody")).fields).toHaveProperty("preset");
    expect((await ask("commercial", "aetna")).message).toMatch(/already/);
  });
});

describe("the doors", () => {
  test("turn the wrong role and the wrong organization away", async () => {
    const { payerId } = await aStoredClaim(mine);
    const profile = { payerId, seenVersion: 1, effectiveFrom: "2026-01-01", parameters: { maxLeads: 4 } };
    const kind = { payerId, seenVersion: 1, kind: "medicaid", preset: null };
    await expectForbidden(mine, changeProfile, mine.actors.coder, profile);
    await expectForbidden(mine, setPayerKind, mine.actors.administrator, kind);
    const theirs = other.actors.lead_coder;
    for (const ask of [
      () => changeProfile.execute(theirs, profile, NOW),
      () => setPayerKind.execute(theirs, kind, NOW),
      () => getPayer.execute(theirs, { payerId }, NOW),
    ])
      expect((await refusal(ask())).code).toBe("not_found");
    expect((await listPayers.execute(theirs, {}, NOW)).payers).toEqual([]);
    expect((await listPayers.execute(mine.actors.coder, {}, NOW)).payers).toMatchObject([
      { id: payerId, kindLabel: "Commercial", openClaims: 1 },
    ]);
  });
});

test("the catalogue names every edit with its words, source and what it depends on, as plain data", async () => {
  const { edits } = await listCatalogue.execute(mine.actors.physician, {}, NOW);
  expect(JSON.parse(JSON.stringify(edits))).toEqual(edits);
  expect(new Set(edits.map((edit) => edit.rule)).size).toBe(edits.length);
  expect(edits.find((edit) => edit.rule === "R-U01")).toMatchObject({
    severity: "block",
    parameters: [{ name: "secondLeadStyle", label: "Second lead" }],
    facts: [{ name: "leadsPlaced", label: "Leads placed" }],
  });
  for (const edit of edits) expect([edit.title, edit.wrong, edit.sources.length > 0]).not.toContain("");
});
