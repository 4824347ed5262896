import { beforeEach, describe, expect, test } from "vitest";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { addDenialNote } from "@/lib/use-cases/denials/add-denial-note";
import { assignDenials } from "@/lib/use-cases/denials/assign-denials";
import { getDenialView } from "@/lib/use-cases/denials/get-denial-view";
import { previewDenialAssignment } from "@/lib/use-cases/denials/preview-denial-assignment";
import { recordDenialStep } from "@/lib/use-cases/denials/record-denial-step";
import { takeNextDenial } from "@/lib/use-cases/denials/take-next-denial";
import { undoDenialStep } from "@/lib/use-cases/denials/undo-denial-step";
import { aMember, aTenant, type TestTenant } from "../bench/a-tenant";
import { auditOf, NOW, refusal } from "../bench/asking";
import { aDenial, deniedAgain, someDenials, storedDenials } from "./some-denials";

let mine: TestTenant;
let specialist: Actor;
let lead: Actor;

beforeEach(async () => {
  mine = await aTenant();
  ({ denial_specialist: specialist, denial_lead: lead } = mine.actors);
});

const step = (itemId: string, seenVersion: number, event: string, more: object = {}, actor = specialist) =>
  recordDenialStep.execute(actor, { itemId, seenVersion, event, ...more }, NOW);
const undo = (itemId: string, seenVersion: number, actor = specialist) =>
  undoDenialStep.execute(actor, { itemId, seenVersion }, NOW);
const view = (itemId: string, actor = specialist) => getDenialView.execute(actor, { itemId }, NOW);
const CALL = { reference: "C-771", contact: "Ana, appeals desk", note: "They reprocess it by Friday" };

describe("a step", () => {
  test("moves the denial, keeps what counts as work with its details, and is on record", async () => {
    const { id } = await aDenial(mine);
    expect(await step(id, 1, "call_with_outcome", CALL)).toEqual({ status: "in_progress", version: 2 });
    const sent = { actedOn: "2026-06-23", reference: "FAX-9", note: "Operative note, 14 pages" };
    expect(await step(id, 2, "appeal_sent", sent)).toEqual({ status: "appealed", version: 3 });
    const screen = await view(id);
    expect(screen.steps).toMatchObject([
      { event: "appeal_sent", from: "in_progress", to: "appealed", by: "person", ...sent, isUndone: false },
      { event: "call_with_outcome", from: "open", to: "in_progress", actedOn: "2026-06-24", ...CALL },
    ]);
    const actions = await withTenant(mine, (tx) => tx.denialAction.findMany({ orderBy: { id: "asc" } }));
    expect(actions.map(({ kind }) => kind)).toEqual(["call_with_outcome", "appeal_sent"]);
    const moved = await auditOf(mine, "denial.moved");
    expect(moved).toMatchObject([
      {
        subjectId: id,
        detail: { kind: "call_with_outcome", from: "open", to: "in_progress", versionNumber: 2 },
      },
      { subjectId: id, detail: { kind: "appeal_sent", to: "appealed", actionId: actions[1]!.id } },
    ]);
    // What a person typed is in the file of the denial, never in the audit trail.
    expect(JSON.stringify(moved)).not.toMatch(/Friday|Ana|FAX/);
  });

  test("of an old version is refused with the present state, and changes nothing", async () => {
    const { id } = await aDenial(mine);
    await assignDenials.execute(
      lead,
      { assignments: [{ itemId: id, seenVersion: 1, memberId: lead.memberId }] },
      NOW,
    );
    const refused = await refusal(step(id, 1, "appeal_sent"));
    expect(refused).toMatchObject({
      code: "conflict",
      current: { version: 2, status: "open", ownerName: lead.name },
    });
    expect((await refusal(undo(id, 1))).code).toBe("conflict");
    expect(await auditOf(mine, "denial.moved")).toEqual([]);
    expect(await storedDenials(mine)).toMatchObject([{ status: "open", version: 2 }]);
  });

  test.each([
    ["appeal_dismissed", {}, "not_allowed_now"],
    ["no_such_event", {}, "not_allowed_now"],
    ["call_with_outcome", { note: "They reprocess it" }, "invalid_input"],
    ["written_off", { note: "because" }, "invalid_input"],
    ["appeal_sent", { actedOn: "2026-06-25" }, "invalid_input"],
  ])("%s with %j on an open denial is refused: %s", async (event, more, code) => {
    const { id } = await aDenial(mine);
    expect((await refusal(step(id, 1, event, more))).code).toBe(code);
    expect(await storedDenials(mine)).toMatchObject([{ status: "open", version: 1 }]);
  });

  test("that only posted money makes is no person's to record", async () => {
    const { id } = await aDenial(mine);
    await step(id, 1, "overturned");
    expect((await refusal(step(id, 2, "paid"))).message).toBe("Only a posted remittance says this.");
    expect((await refusal(step(id, 2, "denied_again"))).code).toBe("not_allowed_now");
  });

  test("that settles sets the closing day, and opening it again takes it away", async () => {
    const { id } = await aDenial(mine);
    await step(id, 1, "written_off", { note: "Part of the implant" });
    const closed = (await storedDenials(mine))[0]!;
    expect(closed.closedOn?.toISOString().slice(0, 10)).toBe("2026-06-24");
    await step(id, 2, "reopened", { note: "The payer changed its policy" });
    expect(await storedDenials(mine)).toMatchObject([{ closedOn: null, status: "in_progress", version: 3 }]);
  });
});

describe("an undo", () => {
  test("brings back the status before, step by step, and both stay on record", async () => {
    const { id } = await aDenial(mine);
    await step(id, 1, "work_started");
    await step(id, 2, "written_off", { note: "Nothing to recover here" });
    expect((await view(id)).undo).toEqual({ event: "written_off", to: "in_progress" });
    expect(await undo(id, 3)).toEqual({ status: "in_progress", version: 4 });
    expect(await undo(id, 4)).toEqual({ status: "open", version: 5 });
    expect((await refusal(undo(id, 5))).code).toBe("not_allowed_now");
    expect((await view(id)).steps.map(({ event, isUndone }) => [event, isUndone])).toEqual([
      ["undone", false],
      ["undone", false],
      ["written_off", true],
      ["work_started", true],
    ]);
    expect(await storedDenials(mine)).toMatchObject([{ closedOn: null }]);
    expect(await auditOf(mine, "denial.step_undone")).toMatchObject([
      { detail: { kind: "written_off", from: "written_off", to: "in_progress" } },
      { detail: { kind: "work_started", from: "in_progress", to: "open" } },
    ]);
  });

  test("of another person's step is a lead's alone", async () => {
    const { id } = await aDenial(mine);
    const second = await aMember(mine.organizationId, "denial_specialist", "second");
    await step(id, 1, "records_sent");
    expect((await refusal(undo(id, 2, second))).message).toBe("Somebody else did this step.");
    expect((await view(id, second)).undo).toBeNull();
    expect(await undo(id, 2, lead)).toEqual({ status: "open", version: 3 });
  });

  test("does not reach behind a remittance, which is told in the history", async () => {
    const { id, claimNumber } = await aDenial(mine);
    await step(id, 1, "appeal_sent");
    await deniedAgain(mine, claimNumber);
    const screen = await view(id);
    expect(screen.steps.map(({ event, to, by }) => [event, to, by])).toEqual([
      ["upheld", "upheld", "payer"],
      ["appeal_sent", "appealed", "person"],
    ]);
    expect(screen.item).toMatchObject({ status: "upheld", version: 3 });
    expect(screen.next.cautions.join()).toContain("last decision");
    expect(screen.undo).toBeNull();
    expect((await refusal(undo(id, 3))).code).toBe("not_allowed_now");
    // What a person does after it can be undone, down to the payer's word.
    await step(id, 3, "work_started");
    expect(await undo(id, 4)).toEqual({ status: "upheld", version: 5 });
    expect((await refusal(undo(id, 5))).code).toBe("not_allowed_now");
  });
});

describe("assignment", () => {
  test("previews, assigns many, and one undo puts all back but what somebody moved since", async () => {
    const items = await someDenials(mine, [{}, {}, {}]);
    await step(items[2]!.id, 1, "written_off", { note: "Part of the implant" });
    const itemIds = items.map(({ id }) => id);
    const preview = await previewDenialAssignment.execute(
      lead,
      { itemIds, memberId: specialist.memberId },
      NOW,
    );
    expect(preview.changing).toHaveLength(2);
    expect(preview.skipped).toEqual([{ reason: "It is settled.", count: 1 }]);
    const assignments = preview.changing.map((item) => ({ ...item, memberId: specialist.memberId }));
    const done = await assignDenials.execute(lead, { assignments }, NOW);
    expect(done).toMatchObject({ assigned: 2, skipped: [] });
    await step(done.before[0]!.itemId, 2, "work_started");
    const undone = await assignDenials.execute(lead, { assignments: done.before }, NOW);
    expect(undone.assigned).toBe(1);
    expect(undone.skipped).toEqual([
      { itemId: done.before[0]!.itemId, reason: "Somebody changed it in the meantime." },
    ]);
    expect(await auditOf(mine, "denial.assigned")).toHaveLength(3);
  });

  test("to others is a lead's; one takes what nobody has and gives back one's own", async () => {
    const { id } = await aDenial(mine);
    const assign = (actor: Actor, seenVersion: number, memberId: string | null) =>
      assignDenials.execute(actor, { assignments: [{ itemId: id, seenVersion, memberId }] }, NOW);
    expect(await assign(specialist, 1, lead.memberId)).toMatchObject({
      assigned: 0,
      skipped: [{ itemId: id }],
    });
    expect(await assign(specialist, 1, specialist.memberId)).toMatchObject({ assigned: 1 });
    expect(await assign(specialist, 2, null)).toMatchObject({ assigned: 1 });
  });
});

describe("the next denial", () => {
  test("is the most rewarding that nobody else has, then one's own again, and none when nothing is left", async () => {
    const [small, large] = await someDenials(mine, [{ score: 10 }, { score: 900 }]);
    const take = (actor: Actor, skip: string[] = []) => takeNextDenial.execute(actor, { skip }, NOW);
    expect(await take(specialist)).toEqual({ itemId: large!.id });
    expect(await take(specialist)).toEqual({ itemId: large!.id });
    expect(await take(lead)).toEqual({ itemId: small!.id });
    expect(await take(specialist, [large!.id])).toEqual({ itemId: null });
    expect(await auditOf(mine, "denial.taken")).toHaveLength(2);
  });
});

test("a note is kept with its author, and its text stays out of the audit trail", async () => {
  const { id } = await aDenial(mine);
  await addDenialNote.execute(specialist, { itemId: id, note: "Surgeon is away until Monday" }, NOW);
  expect((await view(id)).notes).toMatchObject([
    { note: "Surgeon is away until Monday", actorName: specialist.name },
  ]);
  const noted = await auditOf(mine, "denial.noted");
  expect(noted).toMatchObject([{ subjectId: id }]);
  expect(JSON.stringify(noted)).not.toContain("Surgeon");
  expect(await storedDenials(mine)).toMatchObject([{ version: 1 }]);
});
