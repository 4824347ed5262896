import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { withTenant } from "@/lib/data/tenant-transaction";
import { assignClaims } from "@/lib/use-cases/claims/assign-claims";
import { getClaimSource } from "@/lib/use-cases/claims/get-claim-source";
import { listMatchingClaims } from "@/lib/use-cases/claims/list-matching-claims";
import { listWorklist } from "@/lib/use-cases/claims/list-worklist";
import { previewAssignment } from "@/lib/use-cases/claims/preview-assignment";
import { aStoredClaim } from "../bench/a-stored-claim";
import { twoTenants, type TestTenant } from "../bench/a-tenant";
import { auditOf, NOW, refusal } from "../bench/asking";

let mine: TestTenant;
let other: TestTenant;

beforeEach(async () => {
  ({ mine, other } = await twoTenants());
});

describe("a preview of an assignment", () => {
  test("says what the assignment then does, to the claim, and changes nothing by itself", async () => {
    const coder = mine.actors.coder;
    const free = await aStoredClaim(mine);
    const own = await aStoredClaim(mine);
    const colleagues = await aStoredClaim(mine);
    const lead = mine.actors.lead_coder;
    await assignClaims.execute(
      lead,
      {
        assignments: [
          { claimId: own.claimId, memberId: coder.memberId },
          { claimId: colleagues.claimId, memberId: mine.secondCoder.memberId },
        ],
      },
      NOW,
    );
    const claimIds = [free.claimId, own.claimId, colleagues.claimId];
    const preview = await previewAssignment.execute(coder, { claimIds, memberId: coder.memberId }, NOW);
    expect(preview).toEqual({
      changing: [free.claimId],
      skipped: [
        { reason: "It is assigned that way already.", count: 1 },
        { reason: "Only a lead coder gives claims to other people.", count: 1 },
      ],
    });
    expect(await auditOf(mine, "claim.assigned")).toHaveLength(2);
    const assignments = claimIds.map((claimId) => ({ claimId, memberId: coder.memberId }));
    const done = await assignClaims.execute(coder, { assignments }, NOW);
    expect(done.before.map((entry) => entry.claimId)).toEqual(preview.changing);
  });

  test("counts another organization's claim as gone, like one that never was", async () => {
    const theirs = await aStoredClaim(other);
    const preview = await previewAssignment.execute(
      mine.actors.lead_coder,
      { claimIds: [theirs.claimId, randomUUID()], memberId: null },
      NOW,
    );
    expect(preview).toEqual({
      changing: [],
      skipped: [{ reason: "It is no longer there.", count: 2 }],
    });
  });
});

describe("mine and unassigned", () => {
  test("is one's own and what nobody has, in the list, its count and its selection alike", async () => {
    const free = await aStoredClaim(mine);
    const own = await aStoredClaim(mine);
    const colleagues = await aStoredClaim(mine);
    await aStoredClaim(other);
    await assignClaims.execute(
      mine.actors.lead_coder,
      {
        assignments: [
          { claimId: own.claimId, memberId: mine.actors.coder.memberId },
          { claimId: colleagues.claimId, memberId: mine.secondCoder.memberId },
        ],
      },
      NOW,
    );
    const filter = { queue: "specialty", assignee: "mine" } as const;
    const { rows } = await listWorklist.execute(mine.actors.coder, filter, NOW);
    const expected = [free.claimId, own.claimId].sort();
    expect(rows.map((row) => row.id).sort()).toEqual(expected);
    const matching = await listMatchingClaims.execute(mine.actors.coder, filter, NOW);
    expect(matching.claimIds.sort()).toEqual(expected);
    expect(matching.capped).toBe(false);
  });
});

describe("a claim's segments", () => {
  test("are those of the asked version, and reading them leaves a row in the trail", async () => {
    const { claimId } = await aStoredClaim(mine);
    const source = await getClaimSource.execute(mine.actors.leader, { claimId }, NOW);
    expect(source.versionNumber).toBe(1);
    expect(source.segments.some((row) => row.text.startsWith("SV1*HC:63650"))).toBe(true);
    const reads = await withTenant(mine, (tx) =>
      tx.auditEvent.findMany({ where: { subjectId: claimId, actorName: mine.actors.leader.name } }),
    );
    expect(reads).toHaveLength(1);
  });

  test("of another organization, or of a version that never was, are not found", async () => {
    const theirs = await aStoredClaim(other);
    const own = await aStoredClaim(mine);
    const ask = (input: object) => refusal(getClaimSource.execute(mine.actors.coder, input, NOW));
    expect((await ask({ claimId: theirs.claimId })).code).toBe("not_found");
    expect((await ask({ claimId: own.claimId, versionNumber: 2 })).code).toBe("not_found");
  });
});
