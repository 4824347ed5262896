import { beforeEach, describe, expect, test } from "vitest";
import { aClaim, aLine } from "../../builders/a-claim";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { claimsOf, fileOf, importFile, rowCounts } from "./import-a-file";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { Claim } from "@/lib/domain/claims/claim";
import { releaseClaims } from "@/lib/use-cases/batches/release-claims";
import { correctClaim } from "@/lib/use-cases/claims/correct-claim";
import { overrideFinding } from "@/lib/use-cases/claims/override-finding";
import { listImportClaims } from "@/lib/use-cases/imports/list-import-claims";
import { approveClaim } from "@/lib/use-cases/review/approve-claim";
import { signClaim } from "@/lib/use-cases/review/sign-claim";
import { listWorkBack } from "@/lib/use-cases/workback/list-work-back";

let tenant: TestTenant;

beforeEach(async () => {
  tenant = await aTenant({ billingMode: "beside" });
});

const TODAY = { now: () => new Date("2026-06-11T15:00:00Z") };
const importToday = (claims: Claim[], meta = {}) => importFile(tenant, fileOf(claims), meta, TODAY);
const only = async () => {
  const claims = await claimsOf(tenant);
  expect(claims).toHaveLength(1);
  return claims[0]!;
};
const correct = async (claimId: string, seenVersion: number, authorization: string) =>
  correctClaim.execute(tenant.actors.coder, {
    ...{ claimId, seenVersion, idempotencyKey: crypto.randomUUID() },
    changes: [{ kind: "set_claim", field: "authorization", value: authorization }],
  });
const openRows = async () => (await listWorkBack.execute(tenant.actors.coder, {})).rows;
const versionsOf = (claimId: string) =>
  withTenant(tenant, (tx) =>
    tx.claimVersion.findMany({ where: { claimId }, orderBy: { versionNumber: "asc" } }),
  );

/** A visit that nothing flags. */
const visit = (overrides: Partial<Claim> = {}) =>
  aClaim({
    ...{ claimNumber: "V-1", placeOfService: "11", authorization: null, diagnoses: ["M961"] },
    lines: [aLine({ code: "99213", chargeCents: 18_000 })],
    ...overrides,
  });

/** Lets whatever blocks or asks pass, signs and has a second person sign: the claim is ready. */
async function makeReady(claimId: string): Promise<void> {
  const read = () => withTenant(tenant, (tx) => tx.claim.findFirstOrThrow({ where: { id: claimId } }));
  const findings = await withTenant(tenant, (tx) =>
    tx.claimFinding.findMany({ where: { claimId, severity: "block" } }),
  );
  for (const { evidenceHash } of findings) {
    await overrideFinding.execute(tenant.actors.lead_coder, {
      ...{ claimId, evidenceHash, reason: "Checked against the contract, agreed with the payer." },
    });
  }
  await withTenant(tenant, (tx) => tx.claimMissingFact.deleteMany({ where: { claimId } }));
  const seenVersion = (await read()).currentVersion;
  await signClaim.execute(tenant.actors.coder, { claimId, seenVersion });
  if ((await read()).status === "in_review")
    await approveClaim.execute(tenant.secondCoder, { claimId, seenVersion });
  expect((await read()).status).toBe("ready");
}

describe("a claim exported again before release", () => {
  test("unchanged stays what it is, in a new file", async () => {
    await importToday([aClaim()]);
    const before = await rowCounts(tenant);
    const view = await importToday([aClaim()]);
    expect(view).toMatchObject({ claimsPosted: 1, claimsUnchanged: 1, claimsNew: 0, centsPosted: 950_000 });
    expect(await rowCounts(tenant)).toEqual(before);
  });

  test("changed is a new version of the same claim with its difference; its findings are those of the new content", async () => {
    await importToday([aClaim()]);
    const { id } = await only();
    const doubled = aClaim({ lines: [aLine(), aLine()] });
    const view = await importToday([doubled]);
    expect(view).toMatchObject({ claimsChanged: 1, claimsNew: 0, claimsPosted: 1, centsPosted: 1_900_000 });
    const claim = await only();
    expect(claim).toMatchObject({ id, cycle: 1, current_version: 2, charge_cents: 1_900_000 });
    const versions = await versionsOf(id);
    expect(versions.map((version) => version.origin)).toEqual(["import", "import"]);
    expect(versions[1]!.differences).toEqual(
      [
        { line: 2, field: "line", before: null, after: "63650 ×1 $9500.00 dx 1 2026-06-03" },
        { line: null, field: "chargeCents", before: "$9500.00", after: "$19000.00" },
      ].sort(() => -1),
    );
    const findings = await withTenant(tenant, (tx) => tx.claimFinding.findMany({ where: { claimId: id } }));
    expect(findings.every((finding) => finding.versionNumber === 2)).toBe(true);
    expect(findings.map((finding) => finding.rule)).toContain("R-U01");
    expect(await rowCounts(tenant)).toMatchObject({ claim_line: 2 });
    const events = await withTenant(tenant, (tx) =>
      tx.auditEvent.findMany({ where: { event: "claim.re_exported", subjectId: id } }),
    );
    expect(events).toHaveLength(1);
  });

  test("while it is signed and ready goes back to coding: the review starts anew", async () => {
    await importToday([aClaim()]);
    const { id } = await only();
    await makeReady(id);
    await importToday([aClaim({ authorization: "A777" })]);
    expect(await only()).toMatchObject({ id, status: "needs_coding", current_version: 2 });
    const signed = await withTenant(tenant, (tx) => tx.claim.findFirstOrThrow({ where: { id } }));
    expect(signed.signedById).toBeNull();
  });

  test("keeps an override whose evidence is the same", async () => {
    const doubled = [aLine(), aLine()];
    await importToday([aClaim({ lines: doubled })]);
    const { id } = await only();
    const overridden = await withTenant(tenant, (tx) =>
      tx.claimFinding.findFirstOrThrow({ where: { claimId: id, rule: "R-U01" } }),
    );
    await overrideFinding.execute(tenant.actors.lead_coder, {
      ...{
        claimId: id,
        evidenceHash: overridden.evidenceHash,
        reason: "The contract wants two plain lines.",
      },
    });
    await importToday([aClaim({ lines: doubled, authorization: "A778" })]);
    const again = await withTenant(tenant, (tx) =>
      tx.claimFinding.findFirstOrThrow({ where: { claimId: id, rule: "R-U01" } }),
    );
    expect(again).toMatchObject({ status: "overridden", versionNumber: 2 });
  });

  test("with another member id moves to that person, and its encounter with it", async () => {
    await importToday([aClaim()]);
    const claim = aClaim();
    await importToday([aClaim({ subscriber: { ...claim.subscriber, memberId: "W999" } })]);
    const [row] = await withTenant(
      tenant,
      (tx) => tx.$queryRaw<{ member_id: string; same: boolean }[]>`
        select p.member_id, e.patient_id = c.patient_id as same from claim c
        join patient p on p.id = c.patient_id join encounter e on e.id = c.encounter_id`,
    );
    expect(row).toEqual({ member_id: "W999", same: true });
  });
});

describe("a correction and the next export", () => {
  test("an export that carries it closes its work-back rows and keeps the signatures", async () => {
    await importToday([aClaim()]);
    const { id } = await only();
    await correct(id, 1, "A555");
    expect(await openRows()).toMatchObject([{ claimId: id, field: "authorization", after: "A555" }]);
    await makeReady(id);
    const view = await importToday([aClaim({ authorization: "A555" })]);
    expect(view).toMatchObject({ claimsChanged: 1, claimsUnchanged: 0 });
    expect(await openRows()).toEqual([]);
    const closed = await withTenant(tenant, (tx) => tx.workBackRow.findFirstOrThrow());
    expect(closed).toMatchObject({ status: "closed", closedByImportId: view.id });
    expect(await only()).toMatchObject({ status: "ready", current_version: 3 });
    const { claims } = await listImportClaims.execute(tenant.actors.coder, { importId: view.id });
    expect(claims).toMatchObject([{ outcome: "changed", differences: [] }]);
    const signatures = await withTenant(tenant, (tx) =>
      tx.claimSignoff.findMany({ where: { claimId: id, versionNumber: 3 }, orderBy: { kind: "asc" } }),
    );
    expect(signatures.map((signature) => [signature.kind, signature.memberId])).toEqual([
      ["coder", tenant.actors.coder.memberId],
      ["second", tenant.secondCoder.memberId],
    ]);
  });

  test("an export from before it leaves the correction and its row alone", async () => {
    await importToday([aClaim()]);
    const { id } = await only();
    await correct(id, 1, "A555");
    const view = await importToday([aClaim()]);
    expect(view.claimsUnchanged).toBe(1);
    expect(await openRows()).toHaveLength(1);
    expect((await only()).current_version).toBe(2);
  });

  test("an export that carries one of two corrections closes that row only", async () => {
    await importToday([aClaim()]);
    const { id } = await only();
    await correctClaim.execute(tenant.actors.coder, {
      ...{ claimId: id, seenVersion: 1, idempotencyKey: crypto.randomUUID() },
      changes: [
        { kind: "set_claim", field: "authorization", value: "A555" },
        { kind: "set_diagnoses", value: ["M961"] },
      ],
    });
    expect(await openRows()).toHaveLength(2);
    const view = await importToday([aClaim({ authorization: "A555" })]);
    expect(view.claimsChanged).toBe(1);
    expect(await openRows()).toMatchObject([{ field: "diagnoses", after: "M961" }]);
    expect(await only()).toMatchObject({ current_version: 3, status: "needs_coding" });
    // The next export carries the rest: nothing is left to key.
    await importToday([aClaim({ authorization: "A555", diagnoses: ["M961"] })]);
    expect(await openRows()).toEqual([]);
  });
});

describe("a claim exported after it left", () => {
  test("as a replacement is the next cycle; the released one stays", async () => {
    await importToday([visit()]);
    const { id } = await only();
    if ((await only()).status !== "ready") await makeReady(id);
    await withTenant(tenant, (tx) => tx.organization.updateMany({ data: { billingMode: "inline" } }));
    const order = { claimIds: [id], idempotencyKey: crypto.randomUUID() };
    await releaseClaims.execute(tenant.actors.lead_coder, order, TODAY.now());
    expect(await importToday([visit()])).toMatchObject({ claimsUnchanged: 1 });
    const replacement = visit({ frequency: "7", payerControlNumber: "ICN1" });
    expect(await importToday([replacement])).toMatchObject({ claimsNew: 1 });
    const claims = await claimsOf(tenant);
    expect(claims.map((claim) => [claim.cycle, claim.status === "released"])).toEqual([
      [1, true],
      [2, false],
    ]);
    // The replacement changed before its own release is a version of the second cycle.
    await importToday([visit({ frequency: "7", payerControlNumber: "ICN2" })]);
    expect((await claimsOf(tenant)).map((claim) => claim.current_version)).toEqual([1, 2]);
  });

  test("history: unchanged again, changed as the next filed cycle, open work untouched", async () => {
    await importToday([visit()], { isHistory: true });
    expect(await importToday([visit()], { isHistory: true })).toMatchObject({ claimsUnchanged: 1 });
    await importToday([visit({ frequency: "7", payerControlNumber: "ICN1" })], { isHistory: true });
    expect((await claimsOf(tenant)).map((claim) => [claim.cycle, claim.status])).toEqual([
      [1, "filed"],
      [2, "filed"],
    ]);
    await importToday([aClaim()]);
    const view = await importToday([aClaim({ authorization: "OTHER" })], { isHistory: true });
    expect(view.quarantineReasons.map((reason) => reason.reasonCode)).toEqual(["open_here"]);
  });

  test("history is judged as of the day of its file, open work as of today", async () => {
    const old = aLine({ serviceFrom: "2025-01-10", serviceTo: "2025-01-10" });
    const claim = (claimNumber: string) => aClaim({ claimNumber, lines: [old] });
    await importFile(tenant, fileOf([claim("OLD-1")], "2025-01-20T12:00:00Z"), { isHistory: true }, TODAY);
    await importFile(tenant, fileOf([claim("OLD-2")], "2025-01-20T12:00:00Z"), {}, TODAY);
    const late = await withTenant(
      tenant,
      (tx) => tx.$queryRaw<{ claim_number: string }[]>`
        select c.claim_number from claim c join claim_finding f on f.claim_id = c.id
        where f.edit = 'filing-limit-near-or-passed'`,
    );
    expect(late).toEqual([{ claim_number: "OLD-2" }]);
  });
});
