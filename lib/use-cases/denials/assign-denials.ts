import * as z from "zod";
import { recordEvents } from "@/lib/audit/record-event";
import { listActiveMembers } from "@/lib/data/claims/people";
import { changeOwners, lockDenials } from "@/lib/data/denials/denial-records";
import { can, PERMISSIONS } from "@/lib/domain/access/permissions";
import { whyDenialNotAssigned } from "@/lib/domain/denials/denial-assignment";
import { AppError } from "@/lib/domain/shared/app-error";
import { requireMember } from "../claims/claim-for-update";
import { defineUseCase } from "../define-use-case";
import { denialNotFound } from "./denial-for-update";

const assignmentSchema = z.strictObject({
  itemId: z.uuid(),
  seenVersion: z.int().min(1),
  memberId: z.uuid().nullable(),
});

/**
 * Assigns denials to a member, or to nobody, each only as it was seen. Whoever works denials may take one that nobody
 * has, or give back their own; giving work to others needs `denials.assign`. Answers what was there before, with the
 * versions made, so that one undo puts all of it back unless somebody was there in between.
 */
export const assignDenials = defineUseCase({
  name: "denials.assign",
  permission: "denials.work",
  input: z.strictObject({ assignments: z.array(assignmentSchema).min(1).max(500) }),
  async run({ tx, actor }, { assignments }) {
    const askedById = requireMember(actor);
    const mayAssignOthers = can(actor, "denials.assign");
    const roles = [...PERMISSIONS["denials.work"].roles];
    const members = new Set((await listActiveMembers(tx, roles)).map(({ id }) => id));
    const asked = new Map(assignments.map((assignment) => [assignment.itemId, assignment]));
    const records = await lockDenials(tx, [...asked.keys()]);
    if (records.length < asked.size) throw denialNotFound();
    const skipped: { itemId: string; reason: string }[] = [];
    const changing: (typeof records)[number][] = [];
    for (const record of records) {
      const { memberId, seenVersion } = asked.get(record.id)!;
      if (memberId !== null && !members.has(memberId))
        throw new AppError("not_found", "There is nobody of that name who works denials.");
      const { status, version, ownerId } = record;
      const reason = whyDenialNotAssigned({
        ...{ status, version, seenVersion, ownerId, toMemberId: memberId, askedById, mayAssignOthers },
      });
      if (reason === null) changing.push(record);
      else skipped.push({ itemId: record.id, reason });
    }
    const toOf = (itemId: string) => asked.get(itemId)!.memberId;
    const changed = await changeOwners(
      tx,
      changing.map(({ id, version }) => ({ itemId: id, seenVersion: version, ownerId: toOf(id) })),
    );
    if (changed.length !== changing.length)
      throw new AppError("conflict", "The denials changed while they were being assigned.", {
        next: "Reload the queue and try again.",
      });
    await recordEvents(
      tx,
      actor,
      changing.map(({ id, ownerId, version }) => ({
        ...{ event: "denial.assigned", subjectType: "denial", subjectId: id },
        detail: { fromMemberId: ownerId, toMemberId: toOf(id), versionNumber: version + 1 },
      })),
    );
    return {
      assigned: changing.length,
      before: changing.map(({ id, ownerId, version }) => ({
        ...{ itemId: id, memberId: ownerId, seenVersion: version + 1 },
      })),
      skipped,
    };
  },
});
