import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { takeNextDenial as findNextDenial } from "@/lib/data/denials/denial-queue";
import { updateDenial } from "@/lib/data/denials/denial-records";
import { DENIAL_QUEUES } from "@/lib/domain/denials/denial-queues";
import { AppError } from "@/lib/domain/shared/app-error";
import { requireMember } from "../claims/claim-for-update";
import { defineUseCase } from "../define-use-case";

/**
 * Gives the asking member the denial that is most worth an hour (of equal ones the nearest deadline), never one that
 * somebody else has; null when nothing is left. One's own comes again until it is passed over.
 */
export const takeNextDenial = defineUseCase({
  name: "denials.take_next",
  permission: "denials.work",
  input: z.strictObject({
    /** Denials the person has just passed over. */
    skip: z.array(z.uuid()).max(100).default([]),
  }),
  async run({ tx, actor }, { skip }) {
    const memberId = requireMember(actor);
    const found = await findNextDenial(tx, DENIAL_QUEUES.to_work.statuses, memberId, skip);
    if (found === null) return { itemId: null };
    if (found.ownerId === null) {
      if (!(await updateDenial(tx, found.id, found.version, { ownerId: memberId })))
        throw new AppError("conflict", "The denial was taken in the same instant.", { next: "Try again." });
      await recordEvent(tx, actor, {
        ...{ event: "denial.taken", subjectType: "denial", subjectId: found.id },
        detail: { skippedCount: skip.length, versionNumber: found.version + 1 },
      });
    }
    return { itemId: found.id };
  },
});
