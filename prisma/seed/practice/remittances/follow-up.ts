import { addDays, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Random } from "../random";
import type { Determination } from "./adjudicate";
import type { Subject } from "./subject";
import { countedLines, denied, onAll, type DenialKind, type Verdict } from "./verdict";

/** What changes an answer that was given. */
export interface FollowUp {
  /** The day the first answer is taken back; null where a new claim is answered beside it. */
  reversedOn: CalendarDate | null;
  answeredOn: CalendarDate;
  determination: Determination;
  owesInterest: boolean;
  /** The day from which an overpayment is taken out of payments; null where the reversal itself does it. */
  takenFrom: CalendarDate | null;
}

/**
 * Shares of denials that somebody works, and of those that bring money; what is not worked is the backlog. `route` is the
 * share that goes by a corrected claim, the rest are appeals.
 */
const WORK: Readonly<Record<DenialKind, { worked: number; won: number; route: number }>> = {
  inclusive: { worked: 0.6, won: 0.82, route: 0.55 },
  coding: { worked: 0.62, won: 0.86, route: 0.8 },
  authorization: { worked: 0.5, won: 0.45, route: 0.1 },
  clinical: { worked: 0.42, won: 0.35, route: 0 },
  documents: { worked: 0.5, won: 0.65, route: 0.3 },
  eligibility: { worked: 0.55, won: 0.7, route: 0.9 },
  late: { worked: 0.4, won: 0.4, route: 0 },
  unprocessable: { worked: 0.85, won: 0.95, route: 1 },
  final: { worked: 0.08, won: 0.3, route: 0.5 },
};

/** Null where nothing more comes of the claim. */
export function followUpOf(
  subject: Subject,
  verdict: Verdict,
  clean: Verdict,
  random: Random,
): FollowUp | null {
  if (verdict.denial !== null) return workOn(subject, verdict, verdict.denial, clean, random);
  if (subject.isUnderpaid && random.chance(0.4)) return raise(subject, clean, random);
  const isStimulator = countedLines(subject.draft).length > 0;
  return random.chance(isStimulator ? 0.04 : 0.006) && !subject.hasSupplement
    ? takeBack(subject, random)
    : null;
}

function workOn(
  subject: Subject,
  verdict: Verdict,
  denial: DenialKind,
  clean: Verdict,
  random: Random,
): FollowUp | null {
  const { worked, won, route } = WORK[denial];
  if (!random.chance(worked)) return null;
  const isWon = random.chance(won);
  const isCorrected = random.chance(route);
  const lag = isCorrected ? random.integer(20, 55) : random.integer(50, 130);
  const reversedOn = addDays(subject.answeredOn, lag);
  const isWhole = subject.claim.lines.every(({ number }) => verdict.lines.get(number)?.kind === "denied");
  // Medicare takes no replacements: a claim of which nothing was paid is sent anew, another one is reopened.
  const isNew = denial === "unprocessable" || (isCorrected && isWhole && subject.terms.key === "medicare");
  const outcome = isWon ? clean : isCorrected ? verdict : upheld(verdict);
  // Not every payer says a second time what it said before.
  if (!isWon && random.chance(0.4)) return null;
  const isReplacement = isCorrected && !isNew && subject.terms.key !== "medicare";
  return {
    reversedOn: isNew ? null : reversedOn,
    answeredOn: isNew || random.chance(0.75) ? reversedOn : addDays(reversedOn, random.integer(8, 24)),
    determination: { verdict: outcome, count: 1, replaces: isReplacement ? 0 : null, interestCents: null },
    owesInterest: isWon && !isCorrected && subject.terms.interestAfter !== null && random.chance(0.5),
    takenFrom: null,
  };
}

/** The payer says in the place of each reason that it stays with its decision. */
const upheld = (verdict: Verdict): Verdict => ({
  ...verdict,
  isUnknownPatient: false,
  lines: new Map(
    [...verdict.lines].map(([number, line]) => [
      number,
      line.kind === "denied" ? { ...line, carc: "193" } : line,
    ]),
  ),
});

/** An underpayment put right. */
function raise(subject: Subject, clean: Verdict, random: Random): FollowUp {
  const on = addDays(subject.answeredOn, random.integer(30, 70));
  return {
    ...{ reversedOn: on, answeredOn: on, owesInterest: false, takenFrom: null },
    determination: { verdict: clean, count: 1, replaces: null, interestCents: null, atContract: true },
  };
}

/** Months later the payer finds that it should not have paid. */
function takeBack(subject: Subject, random: Random): FollowUp {
  const on = addDays(subject.answeredOn, random.integer(50, 200));
  const reason = random.pick(["CO-50 N115", "CO-97 M15", "CO-252 M127"]);
  return {
    ...{ reversedOn: on, answeredOn: on, owesInterest: false },
    determination: {
      verdict: onAll(subject.draft, denied(reason), "clinical", ["N432"]),
      ...{ count: 1, replaces: null, interestCents: null },
    },
    takenFrom: random.chance(0.5) ? addDays(on, random.integer(25, 45)) : null,
  };
}
