import { recordEvents, type AuditRecord } from "@/lib/audit/record-event";
import {
  insertDenials,
  updateDenial,
  type NewDenial,
  type PostedDenial,
} from "@/lib/data/denials/posted-denials";
import { insertDenialStep } from "@/lib/data/denials/denial-steps";
import { newId } from "@/lib/data/new-id";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { stepsOfAnswer, type AnswerStep } from "@/lib/domain/denials/answer-denial";
import { isDenialRunning } from "@/lib/domain/denials/denial-queues";
import type { ClaimHistory } from "@/lib/domain/denials/determination";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import { sumCents } from "@/lib/domain/shared/money";
import { isDenied, type DeterminedClaim } from "./determine-claims";
import { figuresOfDenial } from "./figures-of-denial";
import type { PostingParties } from "./posting";

export interface DenialWorkInput {
  actor: Actor;
  parties: PostingParties;
  /** Denials of the chunk's claims, locked. */
  denials: ReadonlyMap<string, PostedDenial>;
  today: CalendarDate;
}

/**
 * Opens work on claims that are denied now, moves what is known of them, and closes what an answer pays. A claim between
 * a reversal and its correction stays as it is: nothing stands that could be worked.
 */
export async function workOnDenials(
  tx: TenantTx,
  determined: readonly DeterminedClaim[],
  input: DenialWorkInput,
): Promise<void> {
  const opened: NewDenial[] = [];
  const events: AuditRecord[] = [];
  for (const claim of determined) {
    const history = historyToWork(claim.histories);
    if (history === null) continue;
    const known = input.denials.get(claim.book.claim.claimId);
    if (known === undefined) {
      const denial = newDenial(claim, history, input);
      if (denial === null) continue;
      opened.push(denial);
      events.push(eventOf("denial.opened", denial.id, { kind: denial.category }));
    } else {
      const steps = await answer(tx, known, claim, history, input);
      for (const step of steps)
        events.push(eventOf("denial.answered", known.id, { kind: step.event, from: step.from, to: step.to }));
    }
  }
  await insertDenials(tx, input.actor.organizationId, opened);
  await recordEvents(tx, input.actor, events);
}

function eventOf(event: string, subjectId: string, detail: NonNullable<AuditRecord["detail"]>): AuditRecord {
  return { event, subjectType: "denial", subjectId, detail };
}

/** The payer in turn whose decision is worked: the first that denies now, else the first that decided. */
function historyToWork(histories: readonly ClaimHistory[]): ClaimHistory | null {
  const standing = histories.filter((history) => history.current !== null);
  return standing.find(deniesNow) ?? standing[0] ?? null;
}

function deniesNow({ current }: ClaimHistory): boolean {
  return current !== null && isDenied(current.outcome) && current.deniedCents > 0;
}

function newDenial(
  { book }: DeterminedClaim,
  history: ClaimHistory,
  { parties, today }: DenialWorkInput,
): NewDenial | null {
  if (!deniesNow(history)) return null;
  const { claimId, payerId } = book.claim;
  const figures = figuresOfDenial(book, history, parties.profileOf(payerId, book.claim.serviceFrom), today);
  return { ...figures, id: newId(), claimId, status: "open", openedOn: history.current!.decidedOn };
}

async function answer(
  tx: TenantTx,
  denial: PostedDenial,
  { book, answers, postedOn }: DeterminedClaim,
  history: ClaimHistory,
  { actor, parties, today }: DenialWorkInput,
): Promise<AnswerStep[]> {
  const denies = deniesNow(history);
  const deniedCents = denies ? history.current!.deniedCents : 0;
  const steps = stepsOfAnswer(denial.status, {
    ...{ deniedCents, deniedBeforeCents: denial.amountCents },
    ...{ paidCents: paidCentsOf(history, answers), isDecided: isDecidedWhole(history) },
  });
  const status = steps.at(-1)?.to ?? denial.status;
  const wasRunning = isDenialRunning(denial.status);
  if (!denies && steps.length === 0) return steps;
  const { payerId, serviceFrom } = book.claim;
  const figures = denies
    ? figuresOfDenial(book, history, parties.profileOf(payerId, serviceFrom), today)
    : {};
  const reopened = !wasRunning && isDenialRunning(status);
  await updateDenial(
    tx,
    denial,
    {
      ...{ ...figures, status, closedOn: isDenialRunning(status) ? null : postedOn },
      ...(reopened && { openedOn: history.current!.decidedOn }),
    },
    Math.max(1, steps.length),
  );
  for (const [index, { event, from, to }] of steps.entries())
    await insertDenialStep(tx, {
      ...{ organizationId: actor.organizationId, itemId: denial.id, event, fromStatus: from, toStatus: to },
      ...{ by: "payer", itemVersion: denial.version + index + 1, actionId: null, detail: {} },
      remittanceClaimId: history.current!.adjudicationIds.at(-1)!,
      ...{ memberId: null, actorName: actor.name },
    });
  return steps;
}

const UNDECIDED: ReadonlySet<string> = new Set(["PEND", "UNPROCESSABLE", "REVIEW"]);

/** Nothing of the claim waits, was refused unread, or is unclear. */
function isDecidedWhole({ current, lines }: ClaimHistory): boolean {
  if (current === null || UNDECIDED.has(current.outcome)) return false;
  return lines.every((line) => line.current === null || !UNDECIDED.has(line.current.line.outcome));
}

/** What the present decision paid, over its lines; of an answer without lines as its CLPs say. */
function paidCentsOf({ current, lines }: ClaimHistory, answers: DeterminedClaim["answers"]): number {
  const standing = lines.flatMap((line) => line.current ?? []);
  if (standing.length > 0) return sumCents(standing.map((line) => line.paidCents));
  const own = answers.filter(({ id }) => current?.adjudicationIds.includes(id));
  return sumCents(own.map(({ claim }) => claim.paidCents));
}
