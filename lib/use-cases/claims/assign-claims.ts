import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { assignClaims as writeAssignment, lockClaims } from "@/lib/data/claims/claim-records";
import { listActiveMembers } from "@/lib/data/claims/people";
import { can, PERMISSIONS } from "@/lib/domain/access/permissions";
import { whyNotAssigned } from "@/lib/domain/claims/assignment";
import { AppError } from "@/lib/domain/shared/app-error";
import { defineUseCase } from "../define-use-case";
import { requireMember } from "./claim-for-update";

/**
 * Assigns claims to a member, or to nobody. Anybody who codes may take a claim that nobody has, or give back their own;
 * giving work to others needs `claims.assign`. Answers what was there before, so that one undo puts all of it back.
 */
export const assignClaims = defineUseCase({
  name: "claims.assign",
  permission: "claims.correct",
  input: z.strictObject({
    assignments: z
      .array(z.strictObject({ claimId: z.uuid(), memberId: z.uuid().nullable() }))
      .min(1)
      .max(500),
  }),
  async run({ tx, actor }, { assignments }) {
    const self = requireMember(actor);
    const mayAssign = can(actor, "claims.assign");
    const members = new Set(
      (await listActiveMembers(tx, [...PERMISSIONS["claims.correct"].roles])).map((member) => member.id),
    );
    const records = new Map(
      (
        await lockClaims(
          tx,
          assignments.map(({ claimId }) => claimId),
        )
      ).map((record) => [record.id, record]),
    );
    const before: { claimId: string; memberId: string | null }[] = [];
    const skipped: { claimId: string; reason: string }[] = [];
    for (const { claimId, memberId } of assignments) {
      const record = records.get(claimId);
      if (!record) throw new AppError("not_found", "There is no such claim.");
      if (memberId !== null && !members.has(memberId))
        throw new AppError("not_found", "There is no such coder.");
      const reason = whyNotAssigned({
        status: record.status,
        assignedToId: record.assignedToId,
        toMemberId: memberId,
        askedById: self,
        mayAssignOthers: mayAssign,
      });
      if (reason !== null) skipped.push({ claimId, reason });
      else {
        await writeAssignment(tx, [claimId], memberId);
        before.push({ claimId, memberId: record.assignedToId });
        await recordEvent(tx, actor, {
          event: "claim.assigned",
          subjectType: "claim",
          subjectId: claimId,
          detail: { fromMemberId: record.assignedToId, toMemberId: memberId },
        });
      }
    }
    return { assigned: before.length, before, skipped };
  },
});
