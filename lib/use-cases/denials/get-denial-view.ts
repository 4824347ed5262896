import * as z from "zod";
import { recordRead } from "@/lib/audit/record-event";
import { findMemberName } from "@/lib/data/claims/people";
import { listDenialNotes } from "@/lib/data/denials/denial-records";
import { listDenialSteps, type StepRecord } from "@/lib/data/denials/denial-steps";
import { can } from "@/lib/domain/access/permissions";
import { CLAIM_STATUS_LABELS, type ClaimStatus } from "@/lib/domain/claims/lifecycle";
import { deadlineState } from "@/lib/domain/claims/work-queues";
import { DENIAL_QUEUES, denialQueueOf, isDenialRunning } from "@/lib/domain/denials/denial-queues";
import type { DenialScreen, DenialStepView } from "@/lib/domain/denials/denial-screen";
import type { DenialRecord } from "@/lib/data/denials/denial-records";
import { suggestNextStep } from "@/lib/domain/denials/next-step";
import { personEvents } from "@/lib/domain/denials/person-step";
import { findUndo, standingSteps } from "@/lib/domain/denials/undo-step";
import { viewAdjustments } from "@/lib/domain/denials/view-adjustments";
import { AppError } from "@/lib/domain/shared/app-error";
import { defineUseCase, type UseCaseContext } from "../define-use-case";
import { answeredLineViews } from "./answered-line-views";
import { readDenial, type ReadDenial } from "./read-denial";

/** The screen, and where its answer stands among the payments; null for whoever may not see those. */
export interface DenialView extends DenialScreen {
  answer: { paymentId: string; remittanceClaimId: string } | null;
}

/** Everything the work screen of a denial shows, read in one transaction, with the audit row of the read. */
export const getDenialView = defineUseCase({
  name: "denials.view",
  permission: "denials.view",
  input: z.strictObject({ itemId: z.uuid() }),
  async run(context, { itemId }): Promise<DenialView> {
    const { tx, actor, now } = context;
    const read = await readDenial(tx, itemId, now);
    const { record, claim, answer, judged, today, timeZone } = read;
    const steps = await listDenialSteps(tx, itemId);
    const queue = denialQueueOf(record.status);
    const mayWork = can(actor, "denials.work");
    const remarks = [...new Set([...read.lines.flatMap((line) => line.remarks), ...answer.content.remarks])];
    await recordRead(tx, actor, { subjectType: "denial", subjectId: itemId });
    return {
      answer: can(actor, "remittances.view")
        ? { paymentId: answer.paymentId, remittanceClaimId: record.remittanceClaimId }
        : null,
      ...{ today, timeZone },
      item: await itemOf(context, read),
      queue: { name: queue, label: DENIAL_QUEUES[queue].label, why: DENIAL_QUEUES[queue].why },
      claim: {
        ...{ id: record.claimId, chargeCents: claim.chargeCents, serviceFrom: claim.serviceFrom },
        statusLabel: CLAIM_STATUS_LABELS[claim.status as ClaimStatus] ?? claim.status,
      },
      payment: {
        ...{ trace: answer.trace, paidOn: answer.paidOn, payerControlNumber: answer.payerControlNumber },
      },
      lines: answeredLineViews(answer.content, read.lines, { capitated: read.profile.values.capitated }),
      claimAdjustments: viewAdjustments(answer.content.adjustments, {
        capitated: read.profile.values.capitated,
      }),
      recovery: judged.recovery,
      next: suggestNextStep({
        ...{
          kind: record.kind,
          category: record.category,
          paths: judged.paths,
          remarks,
          isIntegral: judged.isIntegral,
        },
        windows: judged.recovery.parts.windows,
        wasUpheld: record.status === "upheld" || record.appealDecided,
      }),
      steps: stepViews(steps),
      notes: (await listDenialNotes(tx, itemId)).map(({ createdAt, ...note }) => ({
        ...note,
        createdAt: createdAt.toISOString(),
      })),
      events: mayWork ? personEvents(record.status) : [],
      undo: mayWork ? undoOf(context, record, steps) : null,
    };
  },
});

async function itemOf(
  { tx }: UseCaseContext,
  { record, claim, today }: ReadDenial,
): Promise<DenialScreen["item"]> {
  const { deadline, score: _score, remittanceClaimId: _remittanceClaimId, ...item } = record;
  return {
    ...item,
    ...{ claimNumber: claim.claimNumber, patientName: claim.patientName, payerName: claim.payerName },
    lineSummary: claim.lineSummary,
    deadlineOn: deadline,
    deadline: deadlineState(isDenialRunning(record.status) ? deadline : null, today),
    ownerName: record.ownerId === null ? null : await findMemberName(tx, record.ownerId),
  };
}

/** Newest first, each with whether it was taken back later. */
function stepViews(steps: readonly StepRecord[]): DenialStepView[] {
  const standing = new Set(standingSteps(steps).map(({ id }) => id));
  return steps
    .map((step): DenialStepView => {
      const { id, event, from, to, by, actorName, actedOn, reference, contact, note } = step;
      return {
        ...{ id, event, from, to, by, actorName, actedOn, reference, contact, note },
        createdAt: step.createdAt.toISOString(),
        isUndone: event !== "undone" && !standing.has(id),
      };
    })
    .reverse();
}

/** What one undo would do; nothing where it would be refused. */
function undoOf(
  { actor }: UseCaseContext,
  record: DenialRecord,
  steps: readonly StepRecord[],
): DenialScreen["undo"] {
  try {
    const asking = { memberId: actor.memberId, mayUndoOthers: can(actor, "denials.assign") };
    const { step, to } = findUndo(record, steps, asking);
    return { event: step.event, to };
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
