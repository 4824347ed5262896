import { addDays, daysBetween, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { DraftClaim } from "../claims";
import type { Random } from "../random";
import { DenialCourse, denyClean } from "./clean-denials";
import { DESERVED, NEVER_ADJUDICATED } from "./deserved-denials";
import { remittanceFilesOf, type RemittanceFile } from "./remittance-files";
import { storyOf, type Step } from "./story";
import { subjectOf, type Subject } from "./subject";
import { PAID, type LineVerdict, type Verdict } from "./verdict";

/** A coding error is noticed by this share of answers. */
const NOTICED = 0.9;
/** Claims that a payer has lost. */
const UNANSWERED = 0.012;
/** The rate of denials has reached its goal this long before the end. */
const LAST_QUARTER = 90;

export interface FiledClaims {
  /** Day on which the claims' file was made. */
  filedOn: CalendarDate;
  drafts: readonly DraftClaim[];
}

/** The remittances of the practice's filed claims up to `asOf`: same input, same files. */
export function remittancesOf(
  filed: readonly FiledClaims[],
  random: Random,
  asOf: CalendarDate,
): RemittanceFile[] {
  const entered = filed.flatMap(({ filedOn, drafts }) =>
    drafts.flatMap((draft) => enter(draft, filedOn, random)),
  );
  entered.sort((one, other) =>
    one.subject.answeredOn < other.subject.answeredOn
      ? -1
      : one.subject.answeredOn > other.subject.answeredOn
        ? 1
        : 0,
  );
  const from = entered[0]?.subject.answeredOn ?? asOf;
  const length = Math.max(1, daysBetween(from, addDays(asOf, -LAST_QUARTER)));
  const course = new DenialCourse();
  const steps: Step[] = [];
  for (const { subject, own } of entered) {
    const progress = Math.min(1, daysBetween(from, subject.answeredOn) / length);
    const clean = cleanVerdict(subject);
    const verdict = verdictOf(subject, clean, course, progress, own);
    course.note(subject.draft, verdict, progress);
    steps.push(...storyOf(subject, verdict, clean, own));
  }
  return remittanceFilesOf(steps, asOf);
}

interface Entered {
  subject: Subject;
  /** The claim's own chance: what becomes of one claim shifts nothing of another. */
  own: Random;
}

function enter(draft: DraftClaim, filedOn: CalendarDate, random: Random): Entered[] {
  const own = random.fork(draft.claim.claimNumber);
  if (draft.seeded !== null && NEVER_ADJUDICATED.has(draft.seeded.error)) return [];
  return own.chance(UNANSWERED) ? [] : [{ subject: subjectOf(draft, filedOn, own), own }];
}

function verdictOf(
  { draft }: Subject,
  clean: Verdict,
  course: DenialCourse,
  progress: number,
  own: Random,
): Verdict {
  const error = draft.seeded?.error;
  const deserved = error === undefined ? undefined : DESERVED[error];
  if (deserved !== undefined) return own.chance(NOTICED) ? over(clean, deserved(draft, own)) : clean;
  return course.isDenied(draft, progress, own) ? over(clean, denyClean(draft, own)) : clean;
}

/** What a case rate covers stays covered when another line is denied. */
const over = (clean: Verdict, verdict: Verdict): Verdict => ({
  ...verdict,
  lines: new Map([...clean.lines, ...verdict.lines]),
});

/** Everything is paid; a payer with case rates pays a surgery centre by its dearest line. */
function cleanVerdict({ claim, terms }: Subject): Verdict {
  if (claim.role !== "asc_facility" || terms.caseRate === null || claim.lines.length < 2) return PAID;
  const dearest = claim.lines.reduce((best, line) => (line.chargeCents > best.chargeCents ? line : best));
  const packaged: LineVerdict = { kind: "packaged", ...terms.caseRate };
  const rest = claim.lines.filter((line) => line !== dearest);
  return { ...PAID, lines: new Map(rest.map(({ number }) => [number, packaged])) };
}
