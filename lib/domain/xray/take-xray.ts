import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Answer } from "./answer";
import { AnswerBook } from "./answer-book";
import { EffectTally, type EditedClaim } from "./edit-effects";
import { judgeLine } from "./line-recovery";
import { outsideReason, surroundingsOf, type Surroundings } from "./outside";
import { OutsideTally } from "./outside-tally";
import type { Decision, SettledClaim, SettledLine } from "./settle-claim";
import { XrayTally } from "./xray-tally";
import type { Xray, XrayAnswered, XrayDenial } from "./xray";

export interface XrayOptions {
  /** The day on which appeal windows are judged. */
  asOf: CalendarDate;
  /** The claim as sent with what the edits say of it, null where it is not known; leave out without claim files. */
  editsOf?: (claim: SettledClaim) => EditedClaim | null;
}

/** All answers by claim: who asks what the edits say of a claim needs the claims first. */
export interface SettledAnswers {
  claims: SettledClaim[];
  /** Decisions without service lines. */
  withoutLines: Answer[];
}

/** Claims of all answers, in whatever order they come. */
export function settleAnswers(answers: Iterable<Answer>): SettledAnswers {
  const book = new AnswerBook();
  const withoutLines: Answer[] = [];
  for (const answer of answers) {
    if (answer.lines.length > 0) book.add(answer);
    else if (answer.kind === "decision") withoutLines.push(answer);
  }
  return { claims: book.settle(), withoutLines };
}

/** The X-ray of all answers, in whatever order they come. Same answers, same X-ray. */
export function takeXray(answers: Iterable<Answer>, options: XrayOptions): Xray {
  return xrayOf(settleAnswers(answers), options);
}

/** As `takeXray`, of claims that are settled already. */
export function xrayOf({ claims, withoutLines }: SettledAnswers, options: XrayOptions): Xray {
  const taking = new Taking(options);
  for (const answer of withoutLines) {
    taking.outside.add("without_lines", answer, { charge: answer.claim.chargeCents, lines: 0 });
  }
  const surroundings = surroundingsOf(claims);
  for (const claim of claims) taking.count(claim, surroundings);
  return taking.result();
}

class Taking {
  readonly outside = new OutsideTally();
  private readonly tally = new XrayTally();
  private readonly effects: EffectTally | null;
  private readonly answered: XrayAnswered[] = [];
  private readonly denials: XrayDenial[] = [];

  constructor(private readonly options: XrayOptions) {
    this.effects = options.editsOf === undefined ? null : new EffectTally();
  }

  count(claim: SettledClaim, surroundings: Surroundings): void {
    const id = claimId(claim);
    const denied: { line: SettledLine; row: XrayDenial }[] = [];
    let isCounted = false;
    for (const line of claim.lines) {
      if (line.seen.scope === "other") continue;
      const reason = outsideReason(claim, line, surroundings);
      if (reason !== null) {
        const { chargeCents } = line.initial ?? line.seen;
        const now = line.initial ?? line.current;
        this.outside.add(reason, claim, { charge: chargeCents, denied: now?.deniedCents ?? 0, lines: 1 });
        // What is denied now of a claim first answered before these files is open all the same.
        if (reason !== "answered_before") continue;
      }
      const row = denialOf(claim, line, reason === null, this.options.asOf);
      if (row !== null) this.denials.push(row);
      if (reason === null) {
        isCounted = true;
        this.tally.addFirst(id, line.seen.code, line.initial!, row);
        this.answered.push(answeredOf(claim, line.seen, line.initial!));
        if (row !== null && row.deniedCents > 0) denied.push({ line, row });
      }
      if (row !== null) this.tally.addDenial(id, row);
    }
    if (isCounted) this.ask(claim, denied);
  }

  result(): Xray {
    return {
      asOf: this.options.asOf,
      ...this.tally.figures(),
      outside: this.outside.rows(),
      outsideClaims: this.outside.claims(),
      answered: this.answered,
      denials: this.denials.sort(byPayerAndClaim),
      edits: this.effects?.effects() ?? null,
    };
  }

  /** What the edits would have done to the claim, noted at its denials. */
  private ask(claim: SettledClaim, denied: readonly { line: SettledLine; row: XrayDenial }[]): void {
    if (this.effects === null) return;
    const lines = denied.map(({ line, row }) => ({ line, cents: row.deniedCents }));
    const says = this.effects.add(claim, this.options.editsOf!(claim), lines);
    denied.forEach(({ row }, index) => Object.assign(row, says[index]));
  }
}

function answeredOf(claim: SettledClaim, seen: SettledLine["seen"], initial: Decision): XrayAnswered {
  return {
    ...{ claimNumber: claim.claimNumber, payee: claim.payee, line: seen.number, payer: initial.answer.payer },
    ...{ code: seen.code, modifiers: seen.modifiers, serviceOn: seen.serviceFrom },
    decidedOn: initial.answer.decidedOn,
    ...{ chargeCents: initial.chargeCents, deniedCents: initial.deniedCents },
  };
}

/** Null for a line that was neither denied at first nor is now. */
function denialOf(
  claim: SettledClaim,
  { seen, initial, current }: SettledLine,
  isInitial: boolean,
  asOf: CalendarDate,
): XrayDenial | null {
  const deniedCents = isInitial ? (initial?.deniedCents ?? 0) : 0;
  const openCents = current?.deniedCents ?? 0;
  const source = deniedCents > 0 ? initial! : current;
  if (source === null || (deniedCents === 0 && openCents === 0)) return null;
  return {
    ...{ claimNumber: claim.claimNumber, payee: claim.payee, line: seen.number },
    payer: source.answer.payer,
    ...{ code: seen.code, modifiers: seen.modifiers, serviceOn: seen.serviceFrom },
    deniedOn: source.answer.decidedOn,
    ...{ chargeCents: source.chargeCents, deniedCents, openCents },
    category: source.line.category ?? "ADMIN_OTHER",
    reason: source.reason,
    isSecondLead: source.line.isSecondLead,
    paidSinceCents: deniedCents > 0 ? (current?.paidCents ?? 0) - source.paidCents : 0,
    recovery: openCents > 0 ? judgeLine(seen.code, current!, asOf) : null,
    ...{ stoppedBy: [], flaggedBy: [] },
  };
}

function claimId({ payee, claimNumber }: { payee: string; claimNumber: string }): string {
  return `${payee} ${claimNumber}`;
}

function byPayerAndClaim(a: XrayDenial, b: XrayDenial): number {
  return compare(a.payer.key, b.payer.key) || compare(a.claimNumber, b.claimNumber) || a.line - b.line;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
