import { expect, test } from "vitest";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/shared/app-error";
import { assignDenials } from "@/lib/use-cases/denials/assign-denials";
import { recordDenialStep } from "@/lib/use-cases/denials/record-denial-step";
import { takeNextDenial } from "@/lib/use-cases/denials/take-next-denial";
import { aMember, aTenant } from "../bench/a-tenant";
import { auditOf, NOW } from "../bench/asking";
import { someDenials, storedDenials } from "./some-denials";

const PEOPLE = 100;
const DENIALS = 50;

/** What one person's try came to: the changes that it made, by denial. */
interface Tried {
  changed: string[];
  refused: "conflict" | null;
}

const untilRefused = async (attempt: Promise<string[]>): Promise<Tried> => {
  try {
    return { changed: await attempt, refused: null };
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return { changed: [], refused: "conflict" };
    throw error;
  }
};

test(
  "100 people at once on one queue: one winner a version, and no change is lost",
  { timeout: 180_000 },
  async () => {
    const mine = await aTenant();
    const items = await someDenials(
      mine,
      Array.from({ length: DENIALS }, (_, index) => ({ score: 1000 - index })),
    );
    const people: Actor[] = [];
    for (let index = 0; index < PEOPLE; index += 1)
      people.push(await aMember(mine.organizationId, "denial_lead", `reviewer-${index}`));

    // All saw version 1. The best twenty are wanted by everybody: to take, to assign and to work on.
    const contested = items.slice(0, 20);
    const edited = contested.slice(0, 5);
    const take = async (person: Actor) => {
      const { itemId } = await takeNextDenial.execute(person, {}, NOW);
      return itemId === null ? [] : [itemId];
    };
    const assign = async (person: Actor) => {
      const assignments = contested.map(({ id }) => ({
        itemId: id,
        seenVersion: 1,
        memberId: person.memberId,
      }));
      return (await assignDenials.execute(person, { assignments }, NOW)).before.map(({ itemId }) => itemId);
    };
    const edit = async (person: Actor, index: number) => {
      const itemId = edited[index % edited.length]!.id;
      await recordDenialStep.execute(person, { itemId, seenVersion: 1, event: "appeal_sent" }, NOW);
      return [itemId];
    };
    const kinds = [take, assign, edit, take] as const;
    const tried = await Promise.all(
      people.map((person, index) => untilRefused(kinds[index % kinds.length]!(person, index))),
    );

    const events = (
      await Promise.all(
        ["denial.taken", "denial.assigned", "denial.moved"].map((event) => auditOf(mine, event)),
      )
    ).flat();
    const stored = await storedDenials(mine);
    const changes = tried.flatMap(({ changed }) => changed);
    // Every change that somebody was told of is in the trail once, and nothing else is.
    expect(events.map(({ subjectId }) => subjectId).sort()).toEqual([...changes].sort());
    expect(changes.length).toBe(stored.reduce((sum, item) => sum + item.version - 1, 0));
    for (const item of stored) {
      const ofItem = events.filter(({ subjectId }) => subjectId === item.id);
      const versions = ofItem.map(({ detail }) => detail.versionNumber as number).sort((a, b) => a - b);
      // 2, 3, … up to the present version: each version was made by exactly one change.
      expect(versions).toEqual(Array.from({ length: item.version - 1 }, (_, index) => index + 2));
      // Whoever changed hands or status last is what stands there.
      const owners = ofItem.filter(({ detail }) => detail.from === undefined);
      const last = owners
        .sort((a, b) => Number(a.detail.versionNumber) - Number(b.detail.versionNumber))
        .at(-1);
      expect(item.ownerId).toBe(last === undefined ? null : (last.detail.toMemberId ?? last.memberId));
      const moved = ofItem.filter(({ detail }) => detail.kind === "appeal_sent");
      expect(moved.length).toBeLessThanOrEqual(1);
      expect(item.status).toBe(moved.length === 1 ? "appealed" : "open");
    }
    // Every contested version had several suitors, so somebody must have lost, in words.
    expect(tried.filter(({ refused }) => refused === "conflict").length).toBeGreaterThan(0);
    const takers = tried.filter((_, index) => kinds[index % kinds.length] === take);
    const taken = takers.flatMap(({ changed }) => changed);
    expect(new Set(taken).size).toBe(taken.length);
    const steps = await withTenant(mine, (tx) => tx.denialStep.findMany());
    expect(steps).toHaveLength(events.filter(({ detail }) => detail.kind === "appeal_sent").length);
  },
);
