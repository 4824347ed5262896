import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { assignClaims, setLock } from "@/lib/data/claims/claim-records";
import { takeNextClaim } from "@/lib/data/claims/worklist";
import { LOCK_MINUTES, WORK_QUEUES } from "@/lib/domain/claims/work-queues";
import { defineUseCase } from "../define-use-case";
import { requireMember } from "./claim-for-update";

/** Gives the asking member the most urgent claim of a queue, assigned and locked; null when nothing is left. */
export const claimNext = defineUseCase({
  name: "claims.take_next",
  permission: "claims.correct",
  input: z.strictObject({
    queue: z.enum(["specialty", "general"]),
    /** Claims the person has just passed over. */
    skip: z.array(z.uuid()).max(100).default([]),
  }),
  async run({ tx, actor, now }, { queue: name, skip }) {
    const memberId = requireMember(actor);
    const queue = WORK_QUEUES[name];
    const claimId = await takeNextClaim(tx, queue.status, queue.kind, memberId, skip);
    if (claimId === null) return { claimId: null };
    await assignClaims(tx, [claimId], memberId);
    await setLock(tx, claimId, memberId, new Date(now.getTime() + LOCK_MINUTES * 60_000));
    await recordEvent(tx, actor, {
      event: "claim.taken",
      subjectType: "claim",
      subjectId: claimId,
      detail: { queue: name, skippedCount: skip.length },
    });
    return { claimId };
  },
});
