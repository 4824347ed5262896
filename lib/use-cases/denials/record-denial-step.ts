import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { insertDenialAction, insertDenialStep, type StepDetail } from "@/lib/data/denials/denial-steps";
import { markToCount } from "@/lib/data/kpis/due-claims";
import { isDenialRunning } from "@/lib/domain/denials/denial-queues";
import { nextDenialStatus, type DenialEvent } from "@/lib/domain/denials/lifecycle";
import {
  isSubstantive,
  personEvents,
  whatIsWrongWith,
  type PersonStep,
} from "@/lib/domain/denials/person-step";
import { AppError } from "@/lib/domain/shared/app-error";
import { dateInZone, isCalendarDate } from "@/lib/domain/shared/calendar-date";
import { requireMember } from "../claims/claim-for-update";
import { defineUseCase } from "../define-use-case";
import { judgeAgain } from "./judge-again";
import { lockSeenDenial, saveDenial } from "./denial-for-update";

const words = (most: number) => z.string().trim().max(most).default("");

const personStepFields = {
  event: z.string().regex(/^[a-z_]{1,40}$/, "Choose what was done."),
  actedOn: z
    .string()
    .refine(isCalendarDate, { message: "Write the date as YYYY-MM-DD." })
    .nullable()
    .default(null),
  reference: words(80),
  contact: words(120),
  note: words(2000),
};

/**
 * Records what a person did about a denial, or what a letter says, and moves it along its lifecycle. What counts as work
 * is kept as an action with its details. Throws `not_allowed_now` where the status has no such step or only a posted
 * remittance makes it, `conflict` where somebody was faster.
 */
export const recordDenialStep = defineUseCase({
  name: "denials.record_step",
  permission: "denials.work",
  input: z.strictObject({ itemId: z.uuid(), seenVersion: z.int().min(1), ...personStepFields }),
  async run({ tx, actor, now }, { itemId, seenVersion, ...step }) {
    const memberId = requireMember(actor);
    const record = await lockSeenDenial(tx, itemId, seenVersion);
    const status = nextDenialStatus(record.status, step.event);
    const event = step.event as DenialEvent;
    if (!personEvents(record.status).includes(event))
      throw new AppError("not_allowed_now", "Only a posted remittance says this.", {
        next: "Import the remittance; the denial then moves by itself.",
      });
    const { timeZone } = await readOrganizationSettings(tx);
    const today = dateInZone(now, timeZone);
    const fields = whatIsWrongWith(step, today);
    if (fields !== null)
      throw new AppError("invalid_input", "Something is missing in this step.", { fields });
    const wasRunning = isDenialRunning(record.status);
    await saveDenial(tx, record, {
      status,
      ...(wasRunning !== isDenialRunning(status) && { closedOn: wasRunning ? today : null }),
    });
    const about = { organizationId: actor.organizationId, itemId, memberId, actorName: actor.name };
    const detail = detailOf(step);
    const actionId = isSubstantive(event)
      ? await insertDenialAction(tx, { ...about, kind: event, detail, actedOn: step.actedOn ?? today })
      : null;
    // What was given up is owed no more, or again.
    if (wasRunning !== isDenialRunning(status)) await markToCount(tx, actor.organizationId, [record.claimId]);
    await insertDenialStep(tx, {
      ...about,
      ...{ event, fromStatus: record.status, toStatus: status, by: "person", actionId },
      ...{ itemVersion: record.version + 1, remittanceClaimId: record.remittanceClaimId },
      detail: actionId === null ? detail : {},
    });
    // How long the next level is open, only the letter says.
    if (record.status === "appealed") await judgeAgain(tx, itemId, now);
    await recordEvent(tx, actor, {
      ...{ event: "denial.moved", subjectType: "denial", subjectId: itemId },
      detail: { kind: event, from: record.status, to: status, actionId, versionNumber: record.version + 1 },
    });
    return { status, version: record.version + 1 };
  },
});

/** What was left empty is not kept. */
function detailOf(step: PersonStep): Partial<StepDetail> {
  const { actedOn, reference, contact, note } = step;
  const given = Object.entries({ actedOn, reference, contact, note }).filter(
    ([, value]) => value !== null && value !== "",
  );
  return Object.fromEntries(given);
}
