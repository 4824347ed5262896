import { beforeEach, describe, expect, test } from "vitest";
import { addDenialNote } from "@/lib/use-cases/denials/add-denial-note";
import { assignDenials } from "@/lib/use-cases/denials/assign-denials";
import { countDenials } from "@/lib/use-cases/denials/count-denials";
import { explainRecovery } from "@/lib/use-cases/denials/explain-recovery";
import { getDenialView } from "@/lib/use-cases/denials/get-denial-view";
import { listDenialOwners } from "@/lib/use-cases/denials/list-denial-owners";
import { listDenialQueues } from "@/lib/use-cases/denials/list-denial-queues";
import { listDenials } from "@/lib/use-cases/denials/list-denials";
import { listMatchingDenials } from "@/lib/use-cases/denials/list-matching-denials";
import { previewDenialAssignment } from "@/lib/use-cases/denials/preview-denial-assignment";
import { recordDenialStep } from "@/lib/use-cases/denials/record-denial-step";
import { takeNextDenial } from "@/lib/use-cases/denials/take-next-denial";
import { undoDenialStep } from "@/lib/use-cases/denials/undo-denial-step";
import { aDeniedLine, anAdjustment, aRemittanceLine } from "../../builders/a-remittance";
import { aMember, twoTenants, type TestTenant } from "../bench/a-tenant";
import { auditOf, expectForbidden, NOW, refusal } from "../bench/asking";
import { aDenial, someDenials, storedDenials } from "./some-denials";

let mine: TestTenant;
let other: TestTenant;

beforeEach(async () => {
  ({ mine, other } = await twoTenants());
});

const list = (input: object = {}) =>
  listDenials.execute(mine.actors.denial_specialist, { queue: "to_work", ...input }, NOW);
const idsOf = async (input: object = {}) => (await list(input)).rows.map((row) => row.id);

describe("the queue", () => {
  test("puts what is most worth an hour first, then the nearest deadline, and pages", async () => {
    const [low, late, soon, unjudged] = await someDenials(mine, [
      { score: 10, deadline: "2026-08-01" },
      { score: 500, deadline: "2026-09-01" },
      { score: 500, deadline: "2026-07-01" },
      { score: 0, deadline: null, tier: "low" },
    ]);
    expect(await idsOf()).toEqual([soon!.id, late!.id, low!.id, unjudged!.id]);
    const ids = (...items: (typeof low)[]) => items.map((item) => item!.id);
    expect(await idsOf({ sort: "deadline" })).toEqual(ids(soon, low, late, unjudged));
    expect((await list()).rows[0]).toMatchObject({
      deadlineOn: "2026-07-01",
      deadlineSource: "60 days from the remittance",
      deadline: { words: "7 days left", tone: "soon" },
      amountCents: 950_000,
      category: "INCLUSIVE",
      ageDays: 9,
    });
  });

  test("is narrowed by each filter, the count and the selection agree", async () => {
    const [first, second] = await someDenials(mine, [
      { tier: "high", deadline: "2026-07-01" },
      {
        ...{ tier: "moderate", deadline: "2026-09-01" },
        lines: [aDeniedLine("CO-197", { chargeCents: 100_000 })],
      },
    ]);
    const only = async (input: object, id: string | null) =>
      expect(await idsOf(input), JSON.stringify(input)).toEqual(id === null ? [] : [id]);
    await only({ category: "AUTH" }, second!.id);
    await only({ tier: "high" }, first!.id);
    await only({ deadlineTo: "2026-08-01" }, first!.id);
    await only({ deadlineFrom: "2026-08-01" }, second!.id);
    await only({ amountFromCents: 100_001 }, first!.id);
    await only({ amountToCents: 100_000 }, second!.id);
    await only({ text: second!.claimNumber }, second!.id);
    await only({ text: `marlowe ${first!.claimNumber}` }, first!.id);
    await only({ text: `W${first!.claimNumber}` }, first!.id);
    await only({ status: "appealed" }, null);
    await only({ owner: "me" }, null);
    await only({ payerId: first!.id }, null);
    const filter = { queue: "to_work", category: "AUTH" } as const;
    expect(await countDenials.execute(mine.actors.leader, filter, NOW)).toEqual({ count: 1, capped: false });
    expect(await listMatchingDenials.execute(mine.actors.leader, filter, NOW)).toEqual({
      itemIds: [second!.id],
      capped: false,
    });
  });

  test("moves a denial to another queue with its status, and the rail counts it there", async () => {
    const denial = await aDenial(mine, { deadline: "2026-06-26" });
    await aDenial(other);
    const sizes = async () =>
      (await listDenialQueues.execute(mine.actors.leader, {}, NOW)).queues.map((queue) => [
        queue.name,
        queue.count,
        queue.deadline.words,
      ]);
    expect(await sizes()).toEqual([
      ["to_work", 1, "2 days left"],
      ["waiting", 0, "limit unknown"],
      ["settled", 0, "limit unknown"],
    ]);
    await recordDenialStep.execute(
      mine.actors.denial_specialist,
      { itemId: denial.id, seenVersion: 1, event: "appeal_sent" },
      NOW,
    );
    expect((await sizes()).map(([, count]) => count)).toEqual([0, 1, 0]);
    expect(await idsOf({ queue: "waiting", status: "appealed" })).toEqual([denial.id]);
  });
});

describe("the work screen", () => {
  test("tells each line's outcome in words, what may come of it and what comes next", async () => {
    const denial = await aDenial(mine, {
      lines: [
        aRemittanceLine(),
        aDeniedLine("CO-97", { modifiers: ["59"], remarks: ["M15"] }),
        aRemittanceLine({
          ...{ code: "95972", chargeCents: 40_000 },
          adjustments: [anAdjustment("CO-45", 10_000), anAdjustment("PR-1", 30_000)],
        }),
      ],
    });
    const screen = await getDenialView.execute(mine.actors.denial_specialist, { itemId: denial.id }, NOW);
    expect(JSON.parse(JSON.stringify(screen))).toEqual(screen);
    expect(screen.lines.map((line) => line.outcome)).toEqual(["PAID", "DENIED", "PATIENT_RESP"]);
    for (const line of screen.lines) {
      const adjusted = line.adjustments.reduce((sum, { cents }) => sum + cents, 0);
      expect(line.paidCents + adjusted).toBe(line.chargeCents);
    }
    expect(screen.lines[1]!.adjustments[0]).toMatchObject({ carc: "97", isDenial: true });
    expect(screen.lines[1]!.adjustments[0]!.words).not.toContain("not in the table");
    expect(screen.lines[1]!.remarks[0]!.words).toBeTruthy();
    expect(screen.recovery.arithmetic).toContain("$9,500.00 ×");
    expect(screen.next.needs.length).toBeGreaterThan(0);
    expect(screen.events).toContain("appeal_sent");
    expect(screen.undo).toBeNull();
    const explained = await explainRecovery.execute(mine.actors.leader, { itemId: denial.id }, NOW);
    expect(explained.recovery).toEqual(screen.recovery);
    expect(await auditOf(mine, "denial.read")).toMatchObject([
      { subjectId: denial.id, memberId: mine.actors.denial_specialist.memberId },
      { subjectId: denial.id, memberId: mine.actors.leader.memberId },
    ]);
    const asLeader = await getDenialView.execute(mine.actors.leader, { itemId: denial.id }, NOW);
    expect([asLeader.events, asLeader.undo]).toEqual([[], null]);
  });
});

describe("another organization", () => {
  test("sees, counts, takes and changes nothing", async () => {
    const denial = await aDenial(mine);
    const [theirs, itemId] = [other.actors.denial_lead, denial.id];
    expect((await listDenials.execute(theirs, { queue: "to_work" }, NOW)).rows).toEqual([]);
    expect(await countDenials.execute(theirs, { queue: "to_work" }, NOW)).toEqual({
      count: 0,
      capped: false,
    });
    expect(await takeNextDenial.execute(theirs, {}, NOW)).toEqual({ itemId: null });
    const seen = { itemId, seenVersion: 1 };
    for (const ask of [
      () => getDenialView.execute(theirs, { itemId }, NOW),
      () => explainRecovery.execute(theirs, { itemId }, NOW),
      () => recordDenialStep.execute(theirs, { ...seen, event: "work_started" }, NOW),
      () => undoDenialStep.execute(theirs, seen, NOW),
      () => addDenialNote.execute(theirs, { itemId, note: "ours?" }, NOW),
      () => assignDenials.execute(theirs, { assignments: [{ ...seen, memberId: null }] }, NOW),
    ])
      expect((await refusal(ask())).code).toBe("not_found");
    const preview = await previewDenialAssignment.execute(theirs, { itemIds: [itemId], memberId: null }, NOW);
    expect(preview).toEqual({ changing: [], skipped: [{ reason: "It is no longer there.", count: 1 }] });
    const foreign = assignDenials.execute(
      mine.actors.denial_lead,
      { assignments: [{ ...seen, memberId: theirs.memberId! }] },
      NOW,
    );
    expect((await refusal(foreign)).code).toBe("not_found");
    expect(await storedDenials(mine)).toMatchObject([{ ownerId: null, version: 1, status: "open" }]);
  });
});

describe("roles", () => {
  test("without the permission are turned away, and that is on record", async () => {
    const denial = await aDenial(mine);
    const seen = { itemId: denial.id, seenVersion: 1 };
    const { coder, leader } = mine.actors;
    await expectForbidden(mine, listDenials, coder, { queue: "to_work" });
    await expectForbidden(mine, countDenials, coder, { queue: "to_work" });
    await expectForbidden(mine, listMatchingDenials, coder, { queue: "to_work" });
    await expectForbidden(mine, listDenialQueues, coder, {});
    await expectForbidden(mine, listDenialOwners, coder, {});
    await expectForbidden(mine, getDenialView, coder, { itemId: denial.id });
    await expectForbidden(mine, explainRecovery, coder, { itemId: denial.id });
    await expectForbidden(mine, takeNextDenial, leader, {});
    await expectForbidden(mine, previewDenialAssignment, leader, { itemIds: [denial.id], memberId: null });
    await expectForbidden(mine, assignDenials, leader, { assignments: [{ ...seen, memberId: null }] });
    await expectForbidden(mine, recordDenialStep, leader, { ...seen, event: "work_started" });
    await expectForbidden(mine, undoDenialStep, leader, seen);
    await expectForbidden(mine, addDenialNote, leader, { itemId: denial.id, note: "seen" });
  });

  test("are who denials can be given to", async () => {
    const second = await aMember(mine.organizationId, "denial_specialist", "second-denials");
    const { owners } = await listDenialOwners.execute(mine.actors.leader, {}, NOW);
    const expected = [mine.actors.denial_specialist, mine.actors.denial_lead, second];
    expect(owners.map(({ id }) => id).sort()).toEqual(expected.map(({ memberId }) => memberId).sort());
  });
});
