import { deniedOfCharge } from "@/lib/domain/denials/denied-money";
import { determine } from "@/lib/domain/denials/determine";
import type { Adjudication, LineDetermination, Responsibility } from "@/lib/domain/denials/determination";
import type { ClassifiedLine } from "@/lib/domain/denials/outcome";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import type { Answer, AnswerLine } from "./answer";
import { sameLines } from "./same-line";

/** What was decided of a line, and by which answer. */
export interface Decision {
  line: ClassifiedLine;
  /** "CO-97"; null where nothing is denied. */
  reason: string | null;
  chargeCents: Cents;
  paidCents: Cents;
  /** What counts as denied: the whole charge of a line denied outright, else the denied part. */
  deniedCents: Cents;
  answer: Answer;
}

/** A line of a claim with its first and its present decision. */
export interface SettledLine {
  /** As first seen. */
  seen: AnswerLine;
  /** Never re-written; null where there is none yet, or where it must have been before these files. */
  initial: Decision | null;
  /** What stands now; null after a reversal, and where a corrected claim leaves the line out. */
  current: Decision | null;
}

/** A claim under one payer rank, all its answers told in order. */
export interface SettledClaim {
  claimNumber: string;
  payee: string;
  patient: string | null;
  rank: Responsibility;
  /** Day of the first answer. */
  firstOn: CalendarDate | null;
  isFacility: boolean;
  isVoid: boolean;
  /** False where an answer must have been before these files: nothing here says what it was. */
  isWhole: boolean;
  /** The first decisions left nothing open with the payer: paid, the patient's, or settled by another payer. */
  isPaidInFull: boolean;
  lines: SettledLine[];
}

const PAID_IN_FULL: ReadonlySet<string> = new Set(["PAID", "PATIENT_RESP", "COB_SATISFIED"]);

/**
 * What became of a claim, from all answers of one payer rank in any order (`determine` says what is first and what
 * stands). Files without their past can begin with an answer that takes back or replaces one that is not here: then no
 * first decision is known.
 */
export function settleClaim(answers: readonly Answer[], rank: Responsibility): SettledClaim | null {
  const inOrder = [...answers].sort(byTime).filter(({ kind }) => kind !== "without_decision");
  const first = inOrder.find(({ kind }) => kind === "decision");
  if (first === undefined) return null;
  const { lines: seen, adjudications } = recognise(inOrder, rank);
  const byId = new Map(inOrder.map((answer) => [idOf(answer), answer]));
  const histories = new Map(determine(adjudications)[0]?.lines.map((line) => [line.lineId, line]));
  const isWhole = inOrder[0]!.kind === "decision" && inOrder[0]!.claim.frequency !== "7";
  const lines = seen.map((line, at) => {
    const history = histories.get(String(at));
    return {
      seen: line,
      initial: isWhole ? decisionOf(history?.initial ?? null, byId) : null,
      current: decisionOf(history?.current ?? null, byId),
    };
  });
  return {
    ...{ claimNumber: first.claimNumber, payee: first.payee, rank, firstOn: first.decidedOn, isWhole, lines },
    patient: inOrder.find(({ patient }) => patient !== null)?.patient ?? null,
    isFacility: first.isFacility,
    isVoid: inOrder.some(({ claim }) => claim.frequency === "8"),
    isPaidInFull: lines.every(({ initial }) => initial !== null && PAID_IN_FULL.has(initial.line.outcome)),
  };
}

function byTime(a: Answer, b: Answer): number {
  const [dayA, dayB] = [a.decidedOn ?? "", b.decidedOn ?? ""];
  return dayA === dayB ? a.order - b.order : dayA < dayB ? -1 : 1;
}

/** The claim's lines over all its answers, and each answer with the lines that it is about. */
function recognise(inOrder: readonly Answer[], rank: Responsibility) {
  const lines: AnswerLine[] = [];
  // What a line was last answered as: a correction may change its modifiers.
  const marks: AnswerLine[] = [];
  let payment = -1;
  let taken = new Set<number>();
  const adjudications = inOrder.map((answer): Adjudication => {
    if (answer.kind === "reversal" || answer.payment !== payment) taken = new Set();
    payment = answer.payment;
    const found = sameLines(answer.lines, marks, taken);
    const own = answer.kind === "reversal" ? [] : answer.lines;
    own.forEach((line, index) => {
      const at = found[index] ?? lines.push(line) - 1;
      found[index] = at;
      marks[at] = line;
      // Another CLP of the same payment is another part of the claim.
      taken.add(at);
    });
    return {
      ...{ id: idOf(answer), paymentId: String(answer.payment), responsibility: rank },
      ...{ decidedOn: answer.decidedOn ?? "", claim: answer.claim, classified: answer.classified },
      lines: own.map((line, index) => ({
        ...{ lineId: String(found[index]), classified: line.classified! },
        ...{ chargeCents: line.chargeCents, paidCents: line.paidCents },
      })),
    };
  });
  return { lines, adjudications };
}

function idOf({ order }: Answer): string {
  return String(order);
}

function decisionOf(said: LineDetermination | null, byId: ReadonlyMap<string, Answer>): Decision | null {
  if (said === null) return null;
  const { line, chargeCents, paidCents, adjudicationIds } = said;
  return {
    ...{ line, chargeCents, paidCents, answer: byId.get(adjudicationIds.at(-1)!)! },
    reason: line.primary ? `${line.primary.group}-${line.primary.carc}` : null,
    deniedCents: deniedOfCharge(line, { charge: chargeCents, denial: line.cents.denial }),
  };
}
