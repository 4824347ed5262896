import { beforeEach, describe, expect, test } from "vitest";
import { aClaim, aLine } from "../../builders/a-claim";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { withLogin } from "../bench/with-login";
import { claimsOf, fileOf, importFile, receive, rowCounts, viewOf } from "./import-a-file";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { Claim } from "@/lib/domain/claims/claim";
import { correctClaim } from "@/lib/use-cases/claims/correct-claim";
import { recordFact } from "@/lib/use-cases/claims/record-fact";
import type { ImportJob } from "@/lib/use-cases/imports/import-steps";
import { runImport } from "@/lib/use-cases/imports/run-import";
import { changeProfile } from "@/lib/use-cases/payers/change-profile";

let tenant: TestTenant;

beforeEach(async () => {
  tenant = await aTenant();
});

/** What the reader hands on at a time: `signal` is asked before each piece. */
const PIECE_BYTES = 65_536;
const CLAIMS = 1_600;

/** Each claim another person's, so that the file is like a real one. */
const manyClaims = (count = CLAIMS): Claim[] =>
  Array.from({ length: count }, (_, index) => {
    const patient = { ...aClaim().patient, lastName: `PERSON ${index}` };
    const subscriber = { ...aClaim().subscriber, ...patient };
    return aClaim({ claimNumber: `K-${String(index).padStart(5, "0")}`, patient, subscriber });
  });

/** A process that dies when `signal` is asked for the n-th time: nothing behind that point happens. */
function dyingAt(count: number): AbortSignal {
  let asked = 0;
  const throwIfAborted = () => {
    asked += 1;
    if (asked >= count) throw new Error("killed");
  };
  return { throwIfAborted } as AbortSignal;
}

async function received(text: string): Promise<ImportJob> {
  const { importId, jobId } = await receive(tenant, text);
  return { organizationId: tenant.organizationId, importId, jobId };
}

/** Runs up to the moment between the last staged chunk and publishing. */
async function stageOnly(text: string): Promise<ImportJob> {
  const job = await received(text);
  const pieces = Math.ceil(Buffer.byteLength(text) / PIECE_BYTES);
  await expect(runImport(job, { signal: dyingAt(2 * pieces + 1) })).rejects.toThrow("killed");
  return job;
}

describe("a killed import", () => {
  test("goes on behind the last complete chunk and posts each claim once", async () => {
    const text = fileOf(manyClaims());
    const pieces = Math.ceil(Buffer.byteLength(text) / PIECE_BYTES);
    const job = await received(text);
    await expect(runImport(job, { signal: dyingAt(2 * pieces) })).rejects.toThrow("killed");
    const half = await viewOf(tenant, job.importId);
    expect(half).toMatchObject({ status: "staging", isRunning: true, claimsPosted: 0 });
    expect(half.progressDone).toBeGreaterThanOrEqual(500);
    expect(half.progressDone).toBeLessThan(CLAIMS);
    const staged = await withTenant(tenant, (tx) =>
      tx.stagedClaim.findFirstOrThrow({ orderBy: { ordinal: "asc" } }),
    );
    expect(await rowCounts(tenant)).toMatchObject({
      claim: 0,
      patient: 0,
      payer: 0,
      staged_claim: half.progressDone,
    });

    await runImport(job);
    expect(await viewOf(tenant, job.importId)).toMatchObject({
      ...{ status: "published", claimsPosted: CLAIMS, centsPosted: CLAIMS * 950_000 },
    });
    expect(await rowCounts(tenant)).toMatchObject({ claim: CLAIMS, claim_version: CLAIMS, staged_claim: 0 });
    // The first claim is the one that was staged before the kill, not one decided anew.
    expect((await claimsOf(tenant))[0]!.id).toBe(staged.claimId);
  });

  test("between reading and publishing shows nothing, and is published by the next run", async () => {
    const job = await stageOnly(fileOf(manyClaims(700)));
    expect(await viewOf(tenant, job.importId)).toMatchObject({ progressDone: 700, progressTotal: 700 });
    expect(await rowCounts(tenant)).toMatchObject({ claim: 0, staged_claim: 700 });
    await runImport(job);
    expect(await rowCounts(tenant)).toMatchObject({ claim: 700, staged_claim: 0 });
  });

  test("after publishing has nothing left to do", async () => {
    const text = fileOf(manyClaims(3));
    const view = await importFile(tenant, text);
    const before = await rowCounts(tenant);
    await runImport({ organizationId: tenant.organizationId, importId: view.id, jobId: null });
    expect(await rowCounts(tenant)).toEqual(before);
  });
});

describe("what moves between staging and publishing", () => {
  test("a corrected claim: its new export is judged again, not written over the correction", async () => {
    await importFile(tenant, fileOf([aClaim()]));
    const [claim] = await claimsOf(tenant);
    const job = await stageOnly(fileOf([aClaim({ authorization: "A555" })]));
    await correctClaim.execute(tenant.actors.coder, {
      ...{ claimId: claim!.id, seenVersion: 1, idempotencyKey: crypto.randomUUID() },
      changes: [{ kind: "set_claim", field: "authorization", value: "A555" }],
    });
    await runImport(job);
    const versions = await withTenant(tenant, (tx) =>
      tx.claimVersion.findMany({ where: { claimId: claim!.id }, orderBy: { versionNumber: "asc" } }),
    );
    // Staged as a new version against version 1; the correction made it a confirmation of version 2.
    expect(versions.map((version) => version.origin)).toEqual(["import", "correction", "import"]);
    expect(versions[2]!.differences).toEqual([]);
  });

  test("an answered fact: the staged claim of the same day is checked with it", async () => {
    await importFile(tenant, fileOf([aClaim()]));
    const [stored] = await claimsOf(tenant);
    const assistant = aClaim({ claimNumber: "HP-2", lines: [aLine(), aLine()] });
    const job = await stageOnly(fileOf([assistant]));
    const before = await withTenant(tenant, (tx) => tx.stagedClaim.findFirstOrThrow());
    await recordFact.execute(tenant.actors.coder, {
      ...{ claimId: stored!.id, fact: "leadsPlaced", value: 2 },
      ...{ sourceKind: "operative_note", sourceText: "2026-06-03, page 1" },
    });
    await runImport(job);
    const missing = await withTenant(tenant, (tx) =>
      tx.claimMissingFact.findMany({ where: { claim: { claimNumber: "HP-2" } } }),
    );
    expect(JSON.stringify(before.missingFacts)).toContain("leadsPlaced");
    expect(missing.map((row) => row.fact)).not.toContain("leadsPlaced");
  });

  test("a payer's profile: everything is decided anew", async () => {
    await importFile(tenant, fileOf([aClaim()]));
    const job = await stageOnly(fileOf([aClaim({ claimNumber: "HP-2" })]));
    const payer = await withTenant(tenant, (tx) => tx.payer.findFirstOrThrow());
    await changeProfile.execute(tenant.actors.lead_coder, {
      ...{ payerId: payer.id, seenVersion: payer.version, effectiveFrom: "2020-01-01" },
      parameters: { filingLimit: 10, filingLimitUnit: "days" },
    });
    await runImport(job);
    const claim = await withTenant(tenant, (tx) =>
      tx.claim.findFirstOrThrow({ where: { claimNumber: "HP-2" } }),
    );
    expect(claim.filingDeadline?.toISOString().slice(0, 10)).toBe("2026-06-13");
  });

  test("another import of the same claim: the second one finds it there", async () => {
    const job = await stageOnly(fileOf([aClaim()]));
    await importFile(tenant, fileOf([aClaim()]));
    await runImport(job);
    expect(await viewOf(tenant, job.importId)).toMatchObject({ claimsUnchanged: 1, claimsNew: 0 });
    expect(await claimsOf(tenant)).toHaveLength(1);
  });
});

describe("publishing", () => {
  const tamper = (importId: string, change: string) =>
    withLogin("super", (client) =>
      client.query(`update staged_claim set ${change} where import_id = $1 and ordinal = 2`, [importId]),
    );

  test("saves nothing when one claim cannot be stored, says so, and works when the file is sent again", async () => {
    const text = fileOf(manyClaims(3));
    const job = await stageOnly(text);
    await tamper(job.importId, `"row" = jsonb_set("row", '{lines,0,units}', '1e15')`);
    await runImport(job);
    const view = await viewOf(tenant, job.importId);
    expect(view).toMatchObject({ status: "failed", claimsPosted: 0, isRunning: false });
    expect(view.problems[0]!.message).toBe(
      "A claim of this file cannot be stored. Nothing of the file was saved.",
    );
    expect(Object.values(await rowCounts(tenant)).every((count) => count === 0)).toBe(true);
    const again = await receive(tenant, text);
    expect(again).toMatchObject({ importId: job.importId, alreadyImported: true });
    await runImport({ ...job, jobId: again.jobId });
    expect(await viewOf(tenant, job.importId)).toMatchObject({
      status: "published",
      claimsPosted: 3,
      problems: [],
    });
  });

  test("saves nothing when the sum of the saved claims is not the file's", async () => {
    const job = await stageOnly(fileOf(manyClaims(3)));
    await tamper(job.importId, "charge_cents = charge_cents + 1");
    await runImport(job);
    const view = await viewOf(tenant, job.importId);
    expect(view.status).toBe("failed");
    expect(view.problems[0]!.message).toContain("Nothing was saved.");
    expect(Object.values(await rowCounts(tenant)).every((count) => count === 0)).toBe(true);
  });

  test("saves nothing when a staged claim got lost", async () => {
    const job = await stageOnly(fileOf(manyClaims(3)));
    await withLogin("super", (client) =>
      client.query("delete from staged_claim where import_id = $1 and ordinal = 3", [job.importId]),
    );
    await runImport(job);
    expect((await viewOf(tenant, job.importId)).status).toBe("failed");
    expect((await rowCounts(tenant)).claim).toBe(0);
  });
});
