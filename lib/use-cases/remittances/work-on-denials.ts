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
import { isMereCopy } from "@/lib/domain/denials/determine";
import { stepsOfAnswer, type AnswerStep, type DenialAnswer } from "@/lib/domain/denials/answer-denial";
import { isDenialRunning } from "@/lib/domain/denials/denial-queues";
import { APPEAL_DECISIONS, nextDenialStatus, type DenialStatus } from "@/lib/domain/denials/lifecycle";
import { openWorkOf, type OpenWork } from "@/lib/domain/denials/open-work";
import type { ClaimHistory } from "@/lib/domain/denials/determination";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import { sumCents } from "@/lib/domain/shared/money";
import type { DeterminedClaim } from "./determine-claims";
import { figuresOfDenial } from "./figures-of-denial";
import type { PostingParties } from "./posting";

export interface DenialWorkInput {
  actor: Actor;
  parties: PostingParties;
  /** Denials of the chunk's claims and of those that these replace, locked. */
  denials: readonly PostedDenial[];
  /** Claims in whose place a corrected claim is decided: it is what is worked. */
  replaced: ReadonlySet<string>;
  today: CalendarDate;
}

/**
 * Opens work on claims that are denied, not processed or unclear now, moves what is known of them, and closes what an
 * answer pays. A claim between a reversal and its correction stays as it is: nothing stands that could be worked. The
 * answer to a corrected or new claim is one to the denial that it was sent for, too.
 */
export async function workOnDenials(
  tx: TenantTx,
  determined: readonly DeterminedClaim[],
  input: DenialWorkInput,
): Promise<void> {
  const own = new Map(input.denials.map((denial) => [denial.claimId, denial]));
  const opened: NewDenial[] = [];
  const events: AuditRecord[] = [];
  for (const claim of [...determined].sort((a, b) => a.book.claim.cycle - b.book.claim.cycle)) {
    const { claimId } = claim.book.claim;
    const answered = workOf(claim);
    const known = own.get(claimId);
    if (answered === null) continue;
    if (input.replaced.has(claimId) && !(known && isDenialRunning(known.status))) continue;
    const replaced = input.denials.filter(
      ({ replacedBy, status }) => replacedBy.includes(claimId) && isDenialRunning(status),
    );
    const said = async (denial: PostedDenial, steps: Promise<AnswerStep[]>) => {
      for (const { event, from, to } of await steps)
        events.push(eventOf("denial.answered", denial.id, { kind: event, from, to }));
    };
    for (const denial of replaced) await said(denial, answerReplaced(tx, denial, answered, input));
    if (known !== undefined) await said(known, answer(tx, known, answered, input));
    else if (answered.work !== null && (replaced.length === 0 || hasWorkOfItsOwn(answered))) {
      // Whoever sent the claim goes on with it.
      const ownerId = replaced.find((denial) => denial.ownerId !== null)?.ownerId ?? null;
      const denial = newDenial({ ...answered, work: answered.work }, ownerId, input);
      opened.push(denial);
      events.push(eventOf("denial.opened", denial.id, { kind: denial.category }));
    }
  }
  await insertDenials(tx, input.actor.organizationId, opened);
  await recordEvents(tx, input.actor, events);
}

function eventOf(event: string, subjectId: string, detail: NonNullable<AuditRecord["detail"]>): AuditRecord {
  return { event, subjectType: "denial", subjectId, detail };
}

interface AnsweredClaim extends DeterminedClaim {
  /** Of the payer in turn whose decision is worked: the first that leaves work now, else the first that decided. */
  history: ClaimHistory;
  work: OpenWork | null;
}

function workOf(claim: DeterminedClaim): AnsweredClaim | null {
  const standing = claim.histories
    .filter((history) => history.current !== null)
    .map((history) => ({ ...claim, history, work: openWorkOf(history, claim.book.claim.chargeCents) }));
  return (
    standing.find(({ work }) => work?.kind === "denied") ??
    standing.find(({ work }) => work !== null) ??
    standing[0] ??
    null
  );
}

function newDenial(
  { book, history, work }: AnsweredClaim & { work: OpenWork },
  ownerId: string | null,
  { parties, today }: DenialWorkInput,
): NewDenial {
  const { claimId, payerId, serviceFrom } = book.claim;
  const profile = parties.profileOf(payerId, serviceFrom);
  const figures = figuresOfDenial(book, { history, work, appealDecided: false }, profile, today);
  return {
    ...{ ...figures, id: newId(), claimId, status: "open", ownerId },
    openedOn: history.current!.decidedOn,
  };
}

async function answer(
  tx: TenantTx,
  denial: PostedDenial,
  claim: AnsweredClaim,
  input: DenialWorkInput,
): Promise<AnswerStep[]> {
  const { book, history, work, postedOn } = claim;
  const steps = stepsOfAnswer(denial.status, answerOf(denial, claim));
  const status = steps.at(-1)?.to ?? denial.status;
  const isRunning = isDenialRunning(status);
  if (work === null && steps.length === 0) return steps;
  const reopened = !isDenialRunning(denial.status) && isRunning;
  const { payerId, serviceFrom } = book.claim;
  const appealDecided = isAppealDecided(denial, steps);
  const figures =
    work === null
      ? {}
      : figuresOfDenial(
          book,
          { history, work, appealDecided },
          input.parties.profileOf(payerId, serviceFrom),
          input.today,
        );
  await move(tx, denial, steps, claim, input, {
    ...{ ...figures, status, ...closing(denial.status, status, postedOn) },
    ...(reopened && { openedOn: history.current!.decidedOn }),
  });
  return steps;
}

/** A denial whose corrected or new claim was answered: won with it, sent back, or worked on under that claim from now on. */
async function answerReplaced(
  tx: TenantTx,
  denial: PostedDenial,
  claim: AnsweredClaim,
  input: DenialWorkInput,
): Promise<AnswerStep[]> {
  const steps: AnswerStep[] = hasWorkOfItsOwn(claim)
    ? [{ event: "replaced", from: denial.status, to: nextDenialStatus(denial.status, "replaced") }]
    : stepsOfAnswer(denial.status, { ...answerOf(denial, claim), work: claim.work && "not_processed" });
  const status = steps.at(-1)?.to;
  if (status === undefined) return steps;
  await move(tx, denial, steps, claim, input, { status, ...closing(denial.status, status, claim.postedOn) });
  return steps;
}

/** False where the payer did not process the claim sent in the place of another, or took it for a copy of that one. */
function hasWorkOfItsOwn({ work, history }: AnsweredClaim): boolean {
  if (work === null || work.kind === "not_processed") return false;
  const denied = history.lines.flatMap(({ current }) => (current?.line.countsAsDenied ? [current] : []));
  return work.kind !== "denied" || denied.length === 0 || !denied.every(isMereCopy);
}

/** The day of closing changes only where the denial is closed or opened: a repeated answer moves no write-off. */
function closing(from: DenialStatus, to: DenialStatus, on: string): { closedOn?: string | null } {
  if (isDenialRunning(from) === isDenialRunning(to)) return {};
  return { closedOn: isDenialRunning(to) ? null : on };
}

function answerOf(denial: PostedDenial, { history, work, answers }: AnsweredClaim): DenialAnswer {
  const deniedCents = work?.kind === "denied" ? work.cents : 0;
  return {
    // What was charged for something unprocessed or unclear was not denied: nothing of it is won back.
    ...{ work: work?.kind ?? null, deniedCents },
    deniedBeforeCents: denial.kind === "denied" ? denial.amountCents : deniedCents,
    ...{ paidCents: paidCentsOf(history, answers), isDecided: isDecidedWhole(history) },
  };
}

const APPEAL_EVENTS: ReadonlySet<string> = new Set(APPEAL_DECISIONS);

function isAppealDecided({ appealDecided }: PostedDenial, steps: readonly AnswerStep[]): boolean {
  if (steps.some(({ event }) => event === "denied_again")) return false;
  return appealDecided || steps.some(({ event, from }) => from === "appealed" && APPEAL_EVENTS.has(event));
}

async function move(
  tx: TenantTx,
  denial: PostedDenial,
  steps: readonly AnswerStep[],
  { history }: AnsweredClaim,
  { actor }: DenialWorkInput,
  change: Parameters<typeof updateDenial>[2],
): Promise<void> {
  const { version } = denial;
  await updateDenial(tx, denial, change, Math.max(1, steps.length));
  for (const [index, { event, from, to }] of steps.entries())
    await insertDenialStep(tx, {
      ...{ organizationId: actor.organizationId, itemId: denial.id, event, fromStatus: from, toStatus: to },
      ...{ by: "payer", itemVersion: version + index + 1, actionId: null, detail: {} },
      remittanceClaimId: history.current!.adjudicationIds.at(-1)!,
      ...{ memberId: null, actorName: actor.name },
    });
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
