import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { fingerprintClaim } from "@/lib/domain/claims/fingerprint-claim";
import { withLineControlNumbers } from "@/lib/domain/claims/line-control-numbers";
import { read837 } from "@/lib/edi/read-837";
import type { ReadClaim } from "@/lib/edi/types";
import { downloadBatch } from "@/lib/use-cases/batches/download-batch";
import { handOverBatch } from "@/lib/use-cases/batches/hand-over-batch";
import { getBatch, listBatches } from "@/lib/use-cases/batches/list-batches";
import { previewRelease } from "@/lib/use-cases/batches/preview-release";
import { releaseClaims } from "@/lib/use-cases/batches/release-claims";
import { undoRelease } from "@/lib/use-cases/batches/undo-release";
import { correctClaim } from "@/lib/use-cases/claims/correct-claim";
import { getClaimView } from "@/lib/use-cases/claims/get-claim-view";
import { approveClaim } from "@/lib/use-cases/review/approve-claim";
import { signClaim } from "@/lib/use-cases/review/sign-claim";
import { aLine, aProvider } from "../../builders/a-claim";
import { aClaimInReview, aReadyClaim } from "../bench/a-signed-claim";
import { aStoredClaim, TRIAL_FACTS, type StoredClaim } from "../bench/a-stored-claim";
import { twoTenants, type TestTenant } from "../bench/a-tenant";
import { auditOf, expectForbidden, NOW, refusal } from "../bench/asking";

let mine: TestTenant;
let other: TestTenant;
let lead: Actor;

const idsOf = (claims: StoredClaim[]) => claims.map((claim) => claim.claimId);
const release = (claims: StoredClaim[], more: object = {}, actor = lead) =>
  releaseClaims.execute(actor, { claimIds: idsOf(claims), ...more }, NOW);
const handOver = (batchId: string) => handOverBatch.execute(lead, { batchId }, NOW);
const download = (batchId: string, actor = lead) => downloadBatch.execute(actor, { batchId }, NOW);
const rowOf = (claim: StoredClaim) =>
  withTenant(mine, (tx) => tx.claim.findFirstOrThrow({ where: { id: claim.claimId } }));

async function fileOf(batchId: string): Promise<{ text: string; claims: ReadClaim[] }> {
  const file = await download(batchId);
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.open()) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  expect(bytes.length).toBe(file.byteSize);
  const { events, report } = read837(bytes);
  expect(report).toMatchObject({ accepted: true, quarantined: 0, problems: [] });
  return { text: bytes.toString("utf8"), claims: events.filter((event) => event.kind === "claim") };
}

beforeEach(async () => {
  ({ mine, other } = await twoTenants());
  lead = mine.actors.lead_coder;
});

describe("a batch", () => {
  test("downloads to the same claims with the same cents, each with its line control numbers", async () => {
    const corrected = await aStoredClaim(
      mine,
      { lines: [aLine(), aLine({ code: "95972", chargeCents: 30_025 })] },
      { facts: TRIAL_FACTS },
    );
    await correctClaim.execute(
      mine.actors.coder,
      {
        claimId: corrected.claimId,
        seenVersion: 1,
        changes: [{ kind: "set_claim", field: "authorization", value: "NEW-AUTH" }],
      },
      NOW,
    );
    await signClaim.execute(mine.actors.coder, { claimId: corrected.claimId, seenVersion: 2 }, NOW);
    await approveClaim.execute(mine.secondCoder, { claimId: corrected.claimId, seenVersion: 2 }, NOW);
    const plain = await aReadyClaim(mine, { lines: [aLine({ controlNumber: "OWN-77" })] });
    const centre = await aReadyClaim(mine, {
      billing: { ...aProvider({ name: "SECOND ENTITY", npi: "1684123973" }), taxId: "987654321" },
    });
    const all = [corrected, plain, centre];
    const batch = await release(all);
    expect(batch).toMatchObject({ batchNumber: 1, claimCount: 3, chargeCents: 950_000 * 3 + 30_025 });
    await handOver(batch.batchId);
    const { claims, text } = await fileOf(batch.batchId);
    const expected = new Map(
      await Promise.all(
        all.map(async (stored): Promise<[string, ReadClaim["claim"]]> => {
          const screen = await getClaimView.execute(lead, { claimId: stored.claimId }, NOW);
          return [stored.claimNumber, screen.claim];
        }),
      ),
    );
    expect(claims).toHaveLength(3);
    for (const { claim } of claims) {
      const before = expected.get(claim.claimNumber)!;
      expect(claim).toEqual(withLineControlNumbers(before));
      expect(fingerprintClaim(claim)).toBe(fingerprintClaim(before));
    }
    expect(
      claims.find((each) => each.claim.claimNumber === plain.claimNumber)!.claim.lines[0]!.controlNumber,
    ).toBe("OWN-77");
    expect(claims.reduce((sum, { claim }) => sum + claim.chargeCents, 0)).toBe(batch.chargeCents);
    expect(text).toContain("NEW-AUTH");
  });

  test("is from the practice to the clearinghouse that its claims name, with the batch number as control number", async () => {
    const batch = await release([await aReadyClaim(mine)]);
    await handOver(batch.batchId);
    const { text } = await fileOf(batch.batchId);
    const isa = text.slice(0, 105).split("*");
    expect([isa[6]!.trim(), isa[8]!.trim(), isa[13], isa[15]]).toEqual([
      "HARBOR",
      "CLEARHOUSE",
      "000000001",
      "P",
    ]);
  });

  test("of a demo organization says that it is a test", async () => {
    await withTenant(mine, (tx) => tx.organization.updateMany({ data: { isDemo: true } }));
    const batch = await release([await aReadyClaim(mine)]);
    await handOver(batch.batchId);
    expect((await fileOf(batch.batchId)).text.slice(0, 105).split("*")[15]).toBe("T");
  });

  test("is listed with its claims, count and cents, and numbered without gaps", async () => {
    const first = await release([await aReadyClaim(mine)]);
    const held = await aClaimInReview(mine);
    await refusal(release([held]));
    const second = await release([await aReadyClaim(mine), await aReadyClaim(mine)]);
    expect([first.batchNumber, second.batchNumber]).toEqual([1, 2]);
    const { batches, total } = await listBatches.execute(lead, {}, NOW);
    expect(total).toBe(2);
    expect(batches[0]).toMatchObject({
      number: 2,
      claimCount: 2,
      chargeCents: 1_900_000,
      status: "released",
    });
    const { claims } = await getBatch.execute(lead, { batchId: second.batchId }, NOW);
    expect(claims.reduce((sum, claim) => sum + claim.chargeCents, 0)).toBe(1_900_000);
    expect(claims.every((claim) => claim.status === "released")).toBe(true);
    expect(await auditOf(mine, "claim.released")).toHaveLength(3);
    expect(await auditOf(mine, "batch.released")).toMatchObject([
      { subjectId: first.batchId, detail: { batchNumber: 1, claimCount: 1 } },
      { subjectId: second.batchId, detail: { batchNumber: 2, claimCount: 2 } },
    ]);
  });

  test("is sealed on disk: no patient's name is in it in clear", async () => {
    const stored = await aReadyClaim(mine, { note: "CANARYNOTE" });
    await release([stored]);
    const folder = path.join(process.env.DATA_DIR!, "files");
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "latin1"));
    expect(files.length).toBeGreaterThan(0);
    for (const content of files) expect(content).not.toMatch(/MARLOWE|CANARYNOTE|ISA\*/);
  });
});

describe("taking a batch back and handing it over", () => {
  test("undo makes the claims ready again with their signatures, and they can leave anew", async () => {
    const claim = await aReadyClaim(mine);
    const { batchId } = await release([claim]);
    expect(await undoRelease.execute(lead, { batchId }, NOW)).toEqual({ claims: 1 });
    expect((await rowOf(claim)).status).toBe("ready");
    expect((await refusal(download(batchId))).message).toMatch(/taken back/);
    expect((await refusal(handOver(batchId))).code).toBe("not_allowed_now");
    expect((await refusal(undoRelease.execute(lead, { batchId }, NOW))).message).toMatch(/already/);
    expect((await release([claim])).batchNumber).toBe(2);
    expect(await auditOf(mine, "claim.release_undone")).toHaveLength(1);
  });

  test("what was handed over is downloadable, audited each time, and not taken back", async () => {
    const { batchId } = await release([await aReadyClaim(mine)]);
    expect((await refusal(download(batchId))).message).toMatch(/not been handed over/);
    const { handedOverAt } = await handOver(batchId);
    expect((await handOver(batchId)).handedOverAt).toBe(handedOverAt);
    await fileOf(batchId);
    await download(batchId, mine.actors.administrator);
    expect((await auditOf(mine, "batch.downloaded")).map((row) => row.memberId)).toEqual([
      lead.memberId,
      mine.actors.administrator.memberId,
    ]);
    expect((await refusal(undoRelease.execute(lead, { batchId }, NOW))).message).toMatch(/handed over/);
  });

  test("a released claim is neither corrected nor signed", async () => {
    const claim = await aReadyClaim(mine);
    await release([claim]);
    const bare = { claimId: claim.claimId, seenVersion: 1 };
    expect((await refusal(signClaim.execute(mine.actors.coder, bare, NOW))).code).toBe("not_allowed_now");
    const changes = [{ kind: "set_claim", field: "authorization", value: "X" }];
    const asked = correctClaim.execute(mine.actors.coder, { ...bare, changes }, NOW);
    expect((await refusal(asked)).code).toBe("not_allowed_now");
  });
});

describe("the doors", () => {
  test("turn the wrong role and the wrong organization away", async () => {
    const claim = await aReadyClaim(mine);
    for (const actor of [mine.actors.coder, mine.actors.compliance_officer])
      await expectForbidden(mine, releaseClaims, actor, { claimIds: [claim.claimId] });
    await expectForbidden(mine, previewRelease, mine.actors.leader, { claimIds: null });
    const { batchId } = await release([claim]);
    for (const useCase of [undoRelease, handOverBatch, downloadBatch])
      await expectForbidden(mine, useCase, mine.actors.coder, { batchId });
    await expectForbidden(mine, listBatches, mine.actors.physician, {});
    const theirs = other.actors.lead_coder;
    for (const ask of [
      () => releaseClaims.execute(theirs, { claimIds: [claim.claimId] }, NOW),
      () => previewRelease.execute(theirs, { claimIds: [claim.claimId] }, NOW),
      () => undoRelease.execute(theirs, { batchId }, NOW),
      () => handOverBatch.execute(theirs, { batchId }, NOW),
      () => downloadBatch.execute(theirs, { batchId }, NOW),
      () => getBatch.execute(theirs, { batchId }, NOW),
    ])
      expect((await refusal(ask())).code).toBe("not_found");
    expect((await listBatches.execute(theirs, {}, NOW)).total).toBe(0);
    expect((await rowOf(claim)).status).toBe("released");
  });

  test("a claim of somebody else among one's own stops the whole release", async () => {
    const claim = await aReadyClaim(mine);
    const foreign = await aReadyClaim(other);
    expect((await refusal(release([claim, foreign]))).code).toBe("not_found");
    expect((await rowOf(claim)).status).toBe("ready");
  });
});
