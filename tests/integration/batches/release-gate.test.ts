import { beforeEach, describe, expect, test } from "vitest";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import type { ReleaseConflict } from "@/lib/domain/claims/batch-screen";
import { listBatches } from "@/lib/use-cases/batches/list-batches";
import { previewRelease } from "@/lib/use-cases/batches/preview-release";
import { releaseClaims } from "@/lib/use-cases/batches/release-claims";
import { correctClaim } from "@/lib/use-cases/claims/correct-claim";
import { aLine } from "../../builders/a-claim";
import { aClaimInReview, aReadyClaim } from "../bench/a-signed-claim";
import { aStoredClaim, TRIAL_FACTS, type StoredClaim } from "../bench/a-stored-claim";
import { twoTenants, type TestTenant } from "../bench/a-tenant";
import { NOW, refusal } from "../bench/asking";

let mine: TestTenant;
let other: TestTenant;
let lead: Actor;

const idsOf = (claims: StoredClaim[]) => claims.map((claim) => claim.claimId);
const release = (claims: StoredClaim[], more: object = {}, actor = lead) =>
  releaseClaims.execute(actor, { claimIds: idsOf(claims), ...more }, NOW);
const preview = (claims: StoredClaim[] | null) =>
  previewRelease.execute(lead, { claimIds: claims && idsOf(claims) }, NOW);
const rowOf = (claim: StoredClaim) =>
  withTenant(mine, (tx) => tx.claim.findFirstOrThrow({ where: { id: claim.claimId } }));

beforeEach(async () => {
  ({ mine, other } = await twoTenants());
  lead = mine.actors.lead_coder;
});

describe("the gate", () => {
  const reasonsOf = async (claim: StoredClaim) =>
    (await preview([claim])).held[0]?.reasons.map((each) => each.code);

  test("holds what is not signed, signed by one, blocked, missing a fact, or gone", async () => {
    const unsigned = await aStoredClaim(mine, {}, { facts: TRIAL_FACTS });
    const once = await aClaimInReview(mine);
    const blocked = await aStoredClaim(mine, { lines: [aLine(), aLine()] }, { facts: TRIAL_FACTS });
    const unknown = await aStoredClaim(mine);
    const filed = await aStoredClaim(mine, {}, { status: "filed", facts: TRIAL_FACTS });
    expect(await reasonsOf(unsigned)).toEqual(["no_coder_signoff", "no_second_signoff", "status"]);
    expect(await reasonsOf(once)).toEqual(["no_second_signoff", "status"]);
    expect(await reasonsOf(blocked)).toContain("blocking_finding");
    expect(await reasonsOf(unknown)).toContain("missing_fact");
    expect(await reasonsOf(filed)).toContain("status");
    for (const claim of [unsigned, once, blocked, unknown, filed])
      expect((await refusal(release([claim]))).code).toBe("conflict");
    expect((await listBatches.execute(lead, {}, NOW)).total).toBe(0);
  });

  test("holds all of them when it holds one, and says which and why", async () => {
    const ready = await aReadyClaim(mine);
    const held = await aClaimInReview(mine);
    const seen = await preview([ready, held]);
    expect(seen).toMatchObject({
      goIds: [ready.claimId],
      goCents: 950_000,
      heldCount: 1,
      heldCents: 950_000,
    });
    const refused = await refusal(release([ready, held]));
    expect(refused.code).toBe("conflict");
    expect((refused.current as ReleaseConflict).held).toMatchObject([
      { claimId: held.claimId, claimNumber: held.claimNumber },
    ]);
    expect((await rowOf(ready)).status).toBe("ready");
    const storedFiles = await withTenant(mine, (tx) => tx.storedFile.count());
    expect(storedFiles).toBe(0);
    expect((await release([ready])).claimCount).toBe(1);
  });

  test("holds a claim that was corrected after its signatures", async () => {
    const claim = await aReadyClaim(mine);
    await correctClaim.execute(
      mine.actors.coder,
      {
        claimId: claim.claimId,
        seenVersion: 1,
        changes: [{ kind: "set_claim", field: "authorization", value: "LATE" }],
      },
      NOW,
    );
    expect(await reasonsOf(claim)).toContain("status");
    expect((await refusal(release([claim]))).code).toBe("conflict");
  });

  test("judges with today's date: a claim that became late since it was signed goes back to its coder", async () => {
    const claim = await aReadyClaim(mine);
    const late = new Date("2027-03-01T15:00:00Z");
    const asked = releaseClaims.execute(lead, { claimIds: [claim.claimId] }, late);
    expect((await refusal(asked)).message).toContain("R-C05");
    // The refused release kept nothing; the preview brings the claim up to date.
    expect((await rowOf(claim)).status).toBe("ready");
    const seen = await previewRelease.execute(lead, { claimIds: null }, late);
    expect(seen).toMatchObject({ goIds: [], heldCount: 1 });
    expect(await rowOf(claim)).toMatchObject({ status: "needs_coding", blockCount: 1 });
    expect((await previewRelease.execute(lead, { claimIds: null }, late)).heldCount).toBe(0);
  });

  test("lets a general claim go that nothing flagged and nobody had to sign", async () => {
    const general = await aStoredClaim(mine, { lines: [aLine({ code: "99213", chargeCents: 12_000 })] });
    expect((await rowOf(general)).status).toBe("ready");
    expect((await release([general])).claimCount).toBe(1);
  });

  test("takes everything that is ready when nothing is named", async () => {
    const ready = [await aReadyClaim(mine), await aReadyClaim(mine)];
    await aClaimInReview(mine);
    await aReadyClaim(other);
    expect((await preview(null)).goIds.sort()).toEqual(idsOf(ready).sort());
  });
});

describe("two people at once", () => {
  test("release a claim once", async () => {
    const claim = await aReadyClaim(mine);
    const answers = await Promise.allSettled([
      release([claim]),
      release([claim], {}, mine.actors.administrator),
      release([claim]),
    ]);
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    expect(await withTenant(mine, (tx) => tx.releaseBatchClaim.count())).toBe(1);
  });

  test("who release and correct never let an unsigned version out", async () => {
    const claim = await aReadyClaim(mine);
    const correct = correctClaim.execute(
      mine.actors.coder,
      {
        claimId: claim.claimId,
        seenVersion: 1,
        changes: [{ kind: "set_claim", field: "authorization", value: "RACE" }],
      },
      NOW,
    );
    const [released, corrected] = await Promise.allSettled([release([claim]), correct]);
    expect([released.status, corrected.status].sort()).toEqual(["fulfilled", "rejected"]);
    const row = await rowOf(claim);
    expect([row.status, row.currentVersion]).toEqual(
      released.status === "fulfilled" ? ["released", 1] : ["needs_coding", 2],
    );
  });

  test("a retry under the same key is the same batch", async () => {
    const claims = [await aReadyClaim(mine), await aReadyClaim(mine)];
    const key = { idempotencyKey: "release-1234" };
    const first = await release(claims, key);
    expect(await release([...claims].reverse(), key)).toEqual(first);
    expect((await listBatches.execute(lead, {}, NOW)).total).toBe(1);
    expect((await refusal(release([claims[0]!], key))).code).toBe("invalid_input");
    // Somebody else's key is their own.
    expect((await refusal(release(claims, key, mine.actors.administrator))).code).toBe("conflict");
  });
});
