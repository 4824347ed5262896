import type { RemittanceClaim } from "@/lib/domain/remittances/remittance";
import { addDays, daysBetween, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import type { Random } from "../random";
import { adjudicate, type Determination } from "./adjudicate";
import { followUpOf } from "./follow-up";
import { reversalOf, supplementAnswer } from "./reversal";
import type { Subject } from "./subject";
import { SUPPLEMENT, type PayerTerms } from "./terms";
import type { Verdict } from "./verdict";

/** One answer of a payer, on its way into a payment: what planning needs of it, and how to make it whole. */
export interface Step {
  on: CalendarDate;
  terms: PayerTerms;
  subject: Subject;
  paidCents: Cents;
  interestCents: Cents | null;
  payerControlNumber: string;
  /** Where this takes money back later than it says so: the day from which payments are reduced. */
  takenFrom: CalendarDate | null;
  /** Made when asked for, so that the answers of a large practice need not fit into memory. */
  build(): RemittanceClaim;
}

/** Days from Medicare's answer to that of the supplement. */
const FORWARDING = 12;
/** Percent a year. */
const INTEREST = 12;

/**
 * All answers to a claim, in their order: the first, and what work on it or a look back of the payer brings. `clean` is
 * the verdict that the claim would have had without a denial.
 */
export function storyOf(subject: Subject, verdict: Verdict, clean: Verdict, random: Random): Step[] {
  const steps: Step[] = [];
  const add = (
    on: CalendarDate,
    terms: PayerTerms,
    answer: RemittanceClaim,
    build: () => RemittanceClaim,
    takenFrom: CalendarDate | null = null,
  ) => {
    const { paidCents, interestCents } = answer;
    const number = answer.payerControlNumber!;
    steps.push({
      on,
      terms,
      subject,
      paidCents,
      interestCents,
      payerControlNumber: number,
      takenFrom,
      build,
    });
  };
  /** The answer itself, and what the supplement says to it. */
  const addAnswer = (on: CalendarDate, answer: RemittanceClaim, build: () => RemittanceClaim) => {
    add(on, subject.terms, answer, build);
    if (answer.crossover !== null)
      add(addDays(on, FORWARDING), SUPPLEMENT, supplementAnswer(answer), () => supplementAnswer(build()));
  };
  const first = { verdict, count: 0, replaces: null, interestCents: null };
  const [opening, buildOpening] = answered(subject, first, (paidCents) => lateInterest(subject, paidCents));
  addAnswer(subject.answeredOn, opening, buildOpening);
  const followUp = followUpOf(subject, verdict, clean, random);
  if (followUp === null) return steps;
  const { reversedOn, answeredOn, takenFrom } = followUp;
  if (reversedOn !== null) {
    add(reversedOn, subject.terms, reversalOf(opening), () => reversalOf(buildOpening()), takenFrom);
    if (opening.crossover !== null)
      add(addDays(reversedOn, FORWARDING), SUPPLEMENT, reversalOf(supplementAnswer(opening)), () =>
        reversalOf(supplementAnswer(buildOpening())),
      );
  }
  const before = reversedOn === null ? 0 : opening.paidCents;
  const days = daysBetween(subject.receivedOn, answeredOn);
  const [answer, build] = answered(subject, followUp.determination, (paidCents) =>
    followUp.owesInterest ? interest(paidCents - before, days) : null,
  );
  addAnswer(answeredOn, answer, build);
  return steps;
}

/** The answer with the interest that follows from what it pays, and how to make it again. */
function answered(
  subject: Subject,
  determination: Determination,
  interestOn: (paidCents: Cents) => Cents | null,
): [RemittanceClaim, () => RemittanceClaim] {
  const answer = adjudicate(subject, determination);
  const interestCents = interestOn(answer.paidCents);
  return [{ ...answer, interestCents }, () => adjudicate(subject, { ...determination, interestCents })];
}

/** Owed on a first answer that comes later than the payer promised. */
function lateInterest({ terms, receivedOn, answeredOn }: Subject, paidCents: Cents): Cents | null {
  if (terms.interestAfter === null) return null;
  return interest(paidCents, daysBetween(receivedOn, answeredOn) - terms.interestAfter);
}

function interest(cents: Cents, days: number): Cents | null {
  const owed = Math.round((Math.max(0, cents) * INTEREST * Math.max(0, days)) / 36_500);
  return owed === 0 ? null : owed;
}
