import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import { FORWARDED, PREDETERMINATION, REVERSAL } from "./remittance";

const WITHOUT_DECISION: ReadonlySet<string> = new Set([FORWARDED, PREDETERMINATION]);

/** An answer that was posted on a claim before, as far as others refer to it. */
export interface LinkedAnswer {
  id: string;
  statusCode: string;
  payerControlNumber: string | null;
  chargeCents: Cents;
  paidCents: Cents;
  /** The payment's day (BPR16). */
  decidedOn: CalendarDate;
  /** Of a reversal: the answer that it was seen to take back when it was posted. */
  reversesId: string | null;
  /** Taken back by a reversal that was posted after it. */
  isReversed: boolean;
  /** The answer that was taken back has its correction. */
  isCorrected: boolean;
}

export type ArrivingAnswer = Omit<LinkedAnswer, "id" | "reversesId" | "isReversed" | "isCorrected">;

export interface AnswerLinks<A extends LinkedAnswer> {
  /** Of a reversal: the newest answer that it takes back. */
  reverses: A | null;
  /** The answer, taken back before, in whose place this one comes. */
  corrects: A | null;
  /** A reversal of this very answer that was posted first: the files came in the other order. */
  takenBackBy: A | null;
}

/**
 * What an answer has to do with those posted before it, in the order of posting. A reversal and what it takes back may come
 * in either order: files are dropped in as they lie in a folder.
 */
export function linkAnswer<A extends LinkedAnswer>(
  prior: readonly A[],
  arriving: ArrivingAnswer,
): AnswerLinks<A> {
  const standing = standingAnswers(prior);
  if (arriving.statusCode === REVERSAL) {
    const newestFirst = standing.answers.filter(({ isReversed }) => !isReversed).reverse();
    return { reverses: takenBack(newestFirst, arriving), corrects: null, takenBackBy: null };
  }
  const takenBackBy = standing.reversals.find((reversal) => isTakenBackBy(arriving, reversal)) ?? null;
  if (takenBackBy !== null) return { reverses: null, corrects: null, takenBackBy };
  const corrects = prior.findLast((answer) => answer.isReversed && !answer.isCorrected) ?? null;
  return { reverses: null, corrects, takenBackBy: null };
}

/** Decisions that stand, taken back neither before nor after they came; oldest first. */
export function standingDecisions<A extends LinkedAnswer>(prior: readonly A[]): A[] {
  return standingAnswers(prior).answers.filter(
    ({ isReversed, statusCode }) => !isReversed && !WITHOUT_DECISION.has(statusCode),
  );
}

/** Answers that stand, and reversals of answers that are not on file, both oldest first. */
function standingAnswers<A extends LinkedAnswer>(prior: readonly A[]): { answers: A[]; reversals: A[] } {
  const answers: A[] = [];
  let reversals: A[] = [];
  for (const answer of prior) {
    if (answer.statusCode === REVERSAL) {
      if (answer.reversesId === null) reversals.push(answer);
      continue;
    }
    const by = reversals.find((reversal) => isTakenBackBy(answer, reversal));
    if (by === undefined) answers.push(answer);
    else reversals = reversals.filter((reversal) => reversal !== by);
  }
  return { answers, reversals };
}

function takenBack<A extends LinkedAnswer>(newestFirst: readonly A[], reversal: ArrivingAnswer): A | null {
  const sameCharge = newestFirst
    .filter(({ decidedOn }) => decidedOn <= reversal.decidedOn)
    .filter(({ chargeCents }) => chargeCents === -reversal.chargeCents);
  return (
    sameCharge.find(({ payerControlNumber }) => payerControlNumber === reversal.payerControlNumber) ??
    sameCharge.find(({ paidCents }) => paidCents === -reversal.paidCents) ??
    null
  );
}

/** Both amounts negated on a later day: a correction that comes with its reversal may say the same amounts once more. */
function isTakenBackBy(answer: ArrivingAnswer, reversal: ArrivingAnswer): boolean {
  return (
    reversal.decidedOn > answer.decidedOn &&
    reversal.chargeCents === -answer.chargeCents &&
    reversal.paidCents === -answer.paidCents
  );
}
