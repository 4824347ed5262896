import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Answer, AnswerLine, XrayPayer } from "./answer";
import { sameLines } from "./same-line";

/** A line with its first and its latest answer. */
export interface SettledLine {
  first: AnswerLine;
  firstAnswer: Answer;
  /** Null where the payer took its answer back, or replaced the claim without this line. */
  now: AnswerLine | null;
  /** The answer behind `now`. */
  nowAnswer: Answer;
  /** False where an earlier answer must have been before these files: it says nothing about a first denial. */
  isInitial: boolean;
}

/** A claim under one payer rank, all its answers told in order. */
export interface SettledClaim {
  claimNumber: string;
  payee: string;
  /** Of the first answer. */
  payer: XrayPayer;
  patient: string | null;
  rank: "P" | "S" | "T";
  firstOn: CalendarDate | null;
  isFacility: boolean;
  isVoid: boolean;
  /** The first answers left nothing open with the payer: all paid, the patient's, or settled by another payer. */
  isPaidInFull: boolean;
  lines: SettledLine[];
}

const PAID_IN_FULL: ReadonlySet<string> = new Set(["PAID", "PATIENT_RESP", "COB_SATISFIED"]);
const DUPLICATE = /-18$/;
/** Not decided yet, or never taken into adjudication: the first decision is still to come. */
const UNDECIDED: ReadonlySet<string> = new Set(["PEND", "UNPROCESSABLE"]);

/**
 * What became of a claim, from all answers about it: the first answer to each line stays for good, reversals take back,
 * corrections and later answers (also of a payer that was billed instead) restate what holds now. Answers of one rank;
 * null where none of them decides anything.
 */
export function settleClaim(answers: readonly Answer[], rank: SettledClaim["rank"]): SettledClaim | null {
  const inOrder = [...answers].sort(byTime);
  const first = inOrder.find(({ kind }) => kind === "decision");
  if (first === undefined) return null;
  const story = new Story();
  for (const answer of inOrder) story.tell(answer);
  return {
    ...{ claimNumber: first.claimNumber, payee: first.payee, payer: first.payer, rank },
    patient: inOrder.find(({ patient }) => patient !== null)?.patient ?? null,
    firstOn: first.decidedOn,
    isFacility: first.isFacility,
    isVoid: inOrder.some(({ frequency }) => frequency === "8"),
    isPaidInFull: isPaidInFull(story.lines),
    lines: story.lines,
  };
}

function byTime(a: Answer, b: Answer): number {
  const [dayA, dayB] = [a.decidedOn ?? "", b.decidedOn ?? ""];
  return dayA === dayB ? a.order - b.order : dayA < dayB ? -1 : 1;
}

function isPaidInFull(lines: readonly SettledLine[]): boolean {
  const first = new Set(lines.filter(({ isInitial }) => isInitial).map(({ firstAnswer }) => firstAnswer));
  return (
    first.size > 0 &&
    [...first].every(
      (answer) =>
        PAID_IN_FULL.has(answer.outcome) && answer.lines.every(({ outcome }) => outcome !== "BUNDLED"),
    )
  );
}

class Story {
  readonly lines: SettledLine[] = [];
  /** An answer before these files, or one taken back: what comes is no first answer. */
  private hasHistory = false;
  private payment = -1;
  /** Lines that another CLP of the same payment has answered: a split claim. */
  private taken = new Set<number>();

  tell(answer: Answer): void {
    if (answer.kind === "without_decision") return;
    if (answer.kind === "reversal") this.takeBack(answer);
    else this.decide(answer);
  }

  private takeBack(answer: Answer): void {
    this.hasHistory = true;
    this.taken.clear();
    const reversed = sameLines(answer.lines, this.marks());
    this.lines.forEach((line, at) => {
      if (answer.lines.length > 0 && !reversed.includes(at)) return;
      line.now = null;
      line.nowAnswer = answer;
    });
  }

  private decide(answer: Answer): void {
    if (answer.payment !== this.payment) this.taken.clear();
    this.payment = answer.payment;
    if (answer.frequency === "7") this.replaceAll(answer);
    const isInitial = !this.hasHistory;
    const matches = sameLines(answer.lines, this.marks(), this.taken);
    answer.lines.forEach((line, index) => {
      const known = matches[index] ?? null;
      if (known === null) {
        this.taken.add(this.lines.length);
        this.lines.push({ first: line, firstAnswer: answer, now: line, nowAnswer: answer, isInitial });
        return;
      }
      this.taken.add(known);
      // The claim sent a second time: that copy is denied, what was decided before stands.
      if (line.countsAsDenied && DUPLICATE.test(line.reason ?? "")) return;
      const settled = this.lines[known]!;
      if (UNDECIDED.has(settled.first.outcome ?? "")) {
        Object.assign(settled, { first: line, firstAnswer: answer });
      }
      Object.assign(settled, { now: line, nowAnswer: answer });
    });
  }

  /** A corrected claim stands for the whole claim: lines that it leaves out are no longer billed. */
  private replaceAll(answer: Answer): void {
    this.hasHistory = true;
    this.lines.forEach((line, at) => {
      if (this.taken.has(at)) return;
      line.now = null;
      line.nowAnswer = answer;
    });
  }

  /** What each line was last answered as, else first: a correction may come under another code. */
  private marks(): AnswerLine[] {
    return this.lines.map((line) => line.now ?? line.first);
  }
}
