import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { assignClaims } from "@/lib/use-cases/claims/assign-claims";
import { claimNext } from "@/lib/use-cases/claims/claim-next";
import { countWorklist } from "@/lib/use-cases/claims/count-worklist";
import { getClaimView } from "@/lib/use-cases/claims/get-claim-view";
import { breakLock, holdClaim, letGoOfClaim } from "@/lib/use-cases/claims/hold-claim";
import { listCoders } from "@/lib/use-cases/claims/list-coders";
import { listQueues } from "@/lib/use-cases/claims/list-queues";
import { listWorklist } from "@/lib/use-cases/claims/list-worklist";
import { searchClaims } from "@/lib/use-cases/claims/search-claims";
import { aLine } from "../../builders/a-claim";
import { aClaimInReview } from "../bench/a-signed-claim";
import { aStoredClaim, TRIAL_FACTS } from "../bench/a-stored-claim";
import { aMember, twoTenants, type TestTenant } from "../bench/a-tenant";
import { auditOf, expectForbidden, NOW, refusal } from "../bench/asking";

let mine: TestTenant;
let other: TestTenant;

const list = (input: object = {}) =>
  listWorklist.execute(mine.actors.coder, { queue: "specialty", ...input }, NOW);
const idsOf = async (input: object = {}) => (await list(input)).rows.map((row) => row.id);

beforeEach(async () => {
  ({ mine, other } = await twoTenants());
});

describe("the next claim", () => {
  test("asked for by 20 people at once gives 20 different claims, each assigned and locked", async () => {
    const stored: string[] = [];
    const people: Actor[] = [];
    for (let index = 0; index < 20; index += 1) {
      stored.push((await aStoredClaim(mine)).claimId);
      people.push(await aMember(mine.organizationId, "coder", `coder-${index}`));
    }
    await aStoredClaim(other);
    const taken = await Promise.all(
      people.map((person) => claimNext.execute(person, { queue: "specialty" }, NOW)),
    );
    expect(taken.map((answer) => answer.claimId!).sort()).toEqual([...stored].sort());
    const rows = await withTenant(mine, (tx) => tx.claim.findMany());
    for (const [index, person] of people.entries()) {
      const row = rows.find((claim) => claim.id === taken[index]!.claimId)!;
      expect([row.assignedToId, row.lockedById]).toEqual([person.memberId, person.memberId]);
    }
    expect(await auditOf(mine, "claim.taken")).toHaveLength(20);
  });

  test("is the most urgent, then one's own again, and null when nothing is left", async () => {
    const calm = await aStoredClaim(mine);
    const urgent = await aStoredClaim(mine, {
      lines: [aLine({ serviceFrom: "2026-04-01", serviceTo: "2026-04-01" })],
    });
    const take = (skip: string[] = []) =>
      claimNext.execute(mine.actors.coder, { queue: "specialty", skip }, NOW);
    expect(await take()).toEqual({ claimId: urgent.claimId });
    expect(await take()).toEqual({ claimId: urgent.claimId });
    expect(await take([urgent.claimId])).toEqual({ claimId: calm.claimId });
    expect(await take([urgent.claimId, calm.claimId])).toEqual({ claimId: null });
    expect(await claimNext.execute(mine.secondCoder, { queue: "specialty" }, NOW)).toEqual({ claimId: null });
  });
});

describe("the list", () => {
  test("shows a queue with reasons, narrowed by its filters, and the count agrees", async () => {
    const blocked = await aStoredClaim(mine, { lines: [aLine(), aLine()] }, { facts: TRIAL_FACTS });
    const clean = await aStoredClaim(mine, {}, { facts: TRIAL_FACTS });
    const unknown = await aStoredClaim(mine);
    await aClaimInReview(mine);
    expect((await idsOf()).sort()).toEqual([blocked, clean, unknown].map((claim) => claim.claimId).sort());
    expect(await idsOf({ severity: "block" })).toEqual([blocked.claimId]);
    expect(await idsOf({ severity: "missing" })).toEqual([unknown.claimId]);
    expect(await idsOf({ rule: "R-U01" })).toEqual([blocked.claimId]);
    expect(await idsOf({ text: clean.claimNumber })).toEqual([clean.claimId]);
    expect(await idsOf({ text: `marlowe ${clean.claimNumber}` })).toEqual([clean.claimId]);
    expect(await idsOf({ role: "assistant" })).toEqual([]);
    expect(await idsOf({ assignee: "me" })).toEqual([]);
    const { rows } = await list({ severity: "block" });
    expect(rows[0]!.chips).toContainEqual({
      edit: "second-lead-without-modifier",
      rule: "R-U01",
      severity: "block",
      count: 1,
    });
    const counted = await countWorklist.execute(mine.actors.coder, { queue: "specialty" }, NOW);
    expect(counted).toEqual({ count: 3, capped: false });
    const { queues } = await listQueues.execute(mine.actors.coder, {}, NOW);
    expect(queues.map((queue) => [queue.name, queue.count])).toEqual([
      ["specialty", 3],
      ["general", 0],
      ["review", 1],
      ["ready", 0],
      ["released", 0],
      ["filed", 0],
    ]);
  });

  test("asked again by a page that shows it is written down once in 15 minutes, and whenever it differs", async () => {
    const { claimId } = await aStoredClaim(mine);
    const reads = async () =>
      (await auditOf(mine, "claim.read")).map((row) => [row.memberId, row.detail.shownIds]);
    const row = (actor: Actor, ...ids: string[]) => [actor.memberId, ids];
    const { coder, lead_coder: leadCoder } = mine.actors;
    // What stands there from before is too old to speak for a list that is shown now.
    await withTenant(mine, (tx) =>
      tx.auditEvent.createMany({
        data: [
          {
            organizationId: mine.organizationId,
            id: randomUUID(),
            memberId: coder.memberId,
            actorName: coder.name,
            requestId: "earlier",
            event: "claim.read",
            subjectType: "claim",
            detail: { shownIds: [claimId], shownCount: 1 },
            occurredAt: new Date(Date.now() - 16 * 60_000),
          },
        ],
      }),
    );
    await list({ again: true });
    await list({ again: true });
    await list({ again: true });
    const expected = [row(coder, claimId), row(coder, claimId)];
    expect(await reads()).toEqual(expected);
    // Somebody else, and a page that is opened anew, are written down whatever stands there.
    await listWorklist.execute(leadCoder, { queue: "specialty", again: true }, NOW);
    await list();
    expected.push(row(leadCoder, claimId), row(coder, claimId));
    expect(await reads()).toEqual(expected);
    const { claimId: later } = await aStoredClaim(mine);
    await list({ again: true });
    expect((await reads()).length).toBe(expected.length + 1);
    expect((await reads()).at(-1)?.[1]).toEqual(expect.arrayContaining([claimId, later]));
  });

  test("and the search show nothing of another organization", async () => {
    const theirs = await aStoredClaim(other);
    expect(await idsOf({ text: theirs.claimNumber })).toEqual([]);
    const find = (tenant: TestTenant, text: string) =>
      searchClaims.execute(tenant.actors.coder, { text }, NOW);
    expect((await find(mine, theirs.claimNumber)).hits).toEqual([]);
    for (const text of [
      theirs.claimNumber,
      `MARLOWE, ${theirs.claimNumber}`,
      theirs.claim.subscriber.memberId!,
    ])
      expect((await find(other, text)).hits.map((hit) => hit.claimId)).toEqual([theirs.claimId]);
    const read = await auditOf(other, "claim.read");
    expect(read.at(-1)?.detail).toEqual({ shownIds: [theirs.claimId], shownCount: 1 });
    expect(JSON.stringify(read)).not.toMatch(/MARLOWE/i);
  });
});

describe("the claim screen", () => {
  test("is read with an audit row, and by nobody of another organization", async () => {
    const claim = await aStoredClaim(mine);
    const screen = await getClaimView.execute(mine.actors.leader, { claimId: claim.claimId }, NOW);
    expect(JSON.parse(JSON.stringify(screen))).toEqual(screen);
    expect(await auditOf(mine, "claim.read")).toMatchObject([
      { subjectId: claim.claimId, memberId: mine.actors.leader.memberId },
    ]);
    const asked = getClaimView.execute(other.actors.coder, { claimId: claim.claimId }, NOW);
    expect((await refusal(asked)).code).toBe("not_found");
  });
});

describe("assignment", () => {
  const assign = (actor: TestTenant["system"], claimId: string, memberId: string | null) =>
    assignClaims.execute(actor, { assignments: [{ claimId, memberId }] }, NOW);

  test("a coder takes what nobody has and gives back their own; only a lead gives to others", async () => {
    const claim = await aStoredClaim(mine);
    const [coder, second] = [mine.actors.coder, mine.secondCoder];
    expect(await assign(coder, claim.claimId, coder.memberId)).toMatchObject({ assigned: 1 });
    const refused = await assign(coder, claim.claimId, second.memberId);
    expect(refused).toMatchObject({ assigned: 0, skipped: [{ claimId: claim.claimId }] });
    const given = await assign(mine.actors.lead_coder, claim.claimId, second.memberId);
    expect(given.before).toEqual([{ claimId: claim.claimId, memberId: coder.memberId }]);
    await assignClaims.execute(mine.actors.lead_coder, { assignments: given.before }, NOW);
    expect(await assign(coder, claim.claimId, null)).toMatchObject({ assigned: 1 });
    expect(await auditOf(mine, "claim.assigned")).toHaveLength(4);
  });

  test("knows coders of the organization only", async () => {
    const claim = await aStoredClaim(mine);
    const foreign = assign(mine.actors.lead_coder, claim.claimId, other.actors.coder.memberId);
    expect((await refusal(foreign)).code).toBe("not_found");
    expect((await refusal(assign(other.actors.lead_coder, claim.claimId, null))).code).toBe("not_found");
    await expectForbidden(mine, assignClaims, mine.actors.leader, {
      assignments: [{ claimId: claim.claimId, memberId: null }],
    });
    const { coders } = await listCoders.execute(mine.actors.coder, {}, NOW);
    expect(coders.map((coder) => coder.id).sort()).toEqual(
      [mine.actors.coder, mine.secondCoder, mine.actors.lead_coder].map((actor) => actor.memberId).sort(),
    );
  });
});

describe("the soft lock", () => {
  test("tells a colleague who has the claim, stops nobody's correction, and a lead can break it", async () => {
    const claim = await aStoredClaim(mine);
    const input = { claimId: claim.claimId };
    expect(await holdClaim.execute(mine.actors.coder, input, NOW)).toMatchObject({ mine: true });
    const asked = await holdClaim.execute(mine.secondCoder, input, NOW);
    expect(asked).toMatchObject({ mine: false, holder: mine.actors.coder.name });
    expect(await letGoOfClaim.execute(mine.secondCoder, input, NOW)).toEqual({ released: false });
    await expectForbidden(mine, breakLock, mine.secondCoder, input);
    expect(await breakLock.execute(mine.actors.lead_coder, input, NOW)).toEqual({ broken: true });
    expect(await holdClaim.execute(mine.secondCoder, input, NOW)).toMatchObject({ mine: true });
    expect(await letGoOfClaim.execute(mine.secondCoder, input, NOW)).toEqual({ released: true });
    expect((await refusal(holdClaim.execute(other.actors.coder, input, NOW))).code).toBe("not_found");
    const row = await withTenant(mine, (tx) => tx.claim.findFirstOrThrow({ where: { id: claim.claimId } }));
    expect(row.lockedById).toBeNull();
  });

  test("ends by itself", async () => {
    const claim = await aStoredClaim(mine);
    const input = { claimId: claim.claimId };
    await holdClaim.execute(mine.actors.coder, input, NOW);
    const later = new Date(NOW.getTime() + 16 * 60_000);
    expect(await holdClaim.execute(mine.secondCoder, input, later)).toMatchObject({ mine: true });
  });
});
