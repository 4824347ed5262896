import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { insertDenialStep, listDenialSteps } from "@/lib/data/denials/denial-steps";
import { markToCount } from "@/lib/data/kpis/due-claims";
import { can } from "@/lib/domain/access/permissions";
import { isDenialRunning } from "@/lib/domain/denials/denial-queues";
import { findUndo } from "@/lib/domain/denials/undo-step";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import { requireMember } from "../claims/claim-for-update";
import { defineUseCase } from "../define-use-case";
import { judgeAgain } from "./judge-again";
import { lockSeenDenial, saveDenial } from "./denial-for-update";

/**
 * Takes back the newest step of a person, one's own or as a lead anybody's. Its record stays, followed by the undo. Throws
 * `not_allowed_now` where there is none, where a remittance came after it, or where it is somebody else's.
 */
export const undoDenialStep = defineUseCase({
  name: "denials.undo_step",
  permission: "denials.work",
  input: z.strictObject({ itemId: z.uuid(), seenVersion: z.int().min(1) }),
  async run({ tx, actor, now }, { itemId, seenVersion }) {
    const memberId = requireMember(actor);
    const record = await lockSeenDenial(tx, itemId, seenVersion);
    const { step, to } = findUndo(record, await listDenialSteps(tx, itemId), {
      ...{ memberId, mayUndoOthers: can(actor, "denials.assign") },
    });
    const { timeZone } = await readOrganizationSettings(tx);
    const wasRunning = isDenialRunning(record.status);
    await saveDenial(tx, record, {
      status: to,
      ...(wasRunning !== isDenialRunning(to) && { closedOn: wasRunning ? dateInZone(now, timeZone) : null }),
    });
    // What was given up is owed no more, or again.
    if (wasRunning !== isDenialRunning(to)) await markToCount(tx, actor.organizationId, [record.claimId]);
    await insertDenialStep(tx, {
      ...{ organizationId: actor.organizationId, itemId, memberId, actorName: actor.name },
      ...{
        event: "undone",
        fromStatus: record.status,
        toStatus: to,
        by: "person",
        actionId: null,
        detail: {},
      },
      ...{ itemVersion: record.version + 1, remittanceClaimId: record.remittanceClaimId },
    });
    if (to === "appealed") await judgeAgain(tx, itemId, now);
    await recordEvent(tx, actor, {
      ...{ event: "denial.step_undone", subjectType: "denial", subjectId: itemId },
      detail: {
        ...{ kind: step.event, from: record.status, to, stepId: step.id, versionNumber: record.version + 1 },
      },
    });
    return { status: to, version: record.version + 1 };
  },
});
