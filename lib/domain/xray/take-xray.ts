import type { DenialCategory } from "@/lib/domain/denials/outcome";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import type { Answer } from "./answer";
import { AnswerBook } from "./answer-book";
import { EffectTally, type EditedClaim } from "./edit-effects";
import { judgeLine } from "./line-recovery";
import { OUTSIDE_REASONS, outsideReason, surroundingsOf, type OutsideReason } from "./outside";
import type { SettledClaim, SettledLine } from "./settle-claim";
import { Tally } from "./tally";
import { XrayTally } from "./xray-tally";
import type { Xray, XrayDenial } from "./xray";

export interface XrayOptions {
  /** The day on which appeal windows are judged. */
  asOf: CalendarDate;
  /** The claim as sent with what the edits say of it, null where it is not known; leave out without claim files. */
  editsOf?: (claim: SettledClaim) => EditedClaim | null;
}

/** The X-ray of all answers, in whatever order they come. Same answers, same X-ray. */
export function takeXray(answers: Iterable<Answer>, { asOf, editsOf }: XrayOptions): Xray {
  const book = new AnswerBook();
  const outside = new Map<OutsideReason, Outside>();
  for (const answer of answers) {
    if (answer.lines.length > 0) book.add(answer);
    else if (answer.kind === "decision") {
      leaveOut(outside, "without_lines", claimId(answer), {
        charge: answer.chargeCents,
        denied: 0,
        lines: 0,
      });
    }
  }
  const claims = book.settle();
  const surroundings = surroundingsOf(claims);
  const tally = new XrayTally();
  const effects = editsOf === undefined ? null : new EffectTally();
  const denials: XrayDenial[] = [];
  for (const claim of claims) {
    const counted: SettledLine[] = [];
    const rows: { line: SettledLine; row: XrayDenial }[] = [];
    for (const line of claim.lines) {
      if (line.first.scope === "other") continue;
      const reason = outsideReason(claim, line, surroundings);
      if (reason === null) counted.push(line);
      else {
        const { chargeCents, deniedCents } = line.first;
        leaveOut(outside, reason, claimId(claim), { charge: chargeCents, denied: deniedCents, lines: 1 });
        if (reason !== "answered_before") continue;
      }
      const row = denialOf(claim, line, reason === null, asOf);
      if (reason === null) tally.addFirst(claimId(claim), line, row);
      if (row !== null) rows.push({ line, row });
    }
    if (effects !== null && counted.length > 0) {
      const denied = rows.filter(({ line, row }) => row.deniedCents > 0 && counted.includes(line));
      const edits = effects.add(
        claim,
        editsOf!(claim),
        denied.map(({ line, row }) => ({ line, cents: row.deniedCents })),
      );
      denied.forEach(({ row }, index) => Object.assign(row, edits[index]));
    }
    for (const { row } of rows) {
      tally.addDenial(claimId(claim), row);
      denials.push(row);
    }
  }
  return {
    asOf,
    ...tally.figures(),
    outside: OUTSIDE_REASONS.flatMap((reason) => outside.get(reason)?.row(reason) ?? []),
    denials: denials.sort(byPayerAndClaim),
    edits: effects?.effects() ?? null,
  };
}

/** Null for a line that was neither denied at first nor is now. */
function denialOf(
  claim: SettledClaim,
  { first, firstAnswer, now, nowAnswer }: SettledLine,
  isInitial: boolean,
  asOf: CalendarDate,
): XrayDenial | null {
  const deniedCents = isInitial && first.countsAsDenied ? first.deniedCents : 0;
  const openCents = now !== null && now.countsAsDenied ? now.deniedCents : 0;
  if (deniedCents === 0 && openCents === 0) return null;
  const source = deniedCents > 0 ? first : now!;
  return {
    ...{ claimNumber: claim.claimNumber, payee: claim.payee, line: first.number },
    payer: firstAnswer.payer,
    ...{ code: first.code, modifiers: first.modifiers, serviceOn: first.serviceFrom },
    deniedOn: deniedCents > 0 ? firstAnswer.decidedOn : nowAnswer.decidedOn,
    ...{ chargeCents: first.chargeCents, deniedCents, openCents },
    category: source.category ?? ("ADMIN_OTHER" satisfies DenialCategory),
    reason: source.reason,
    isSecondLead: source.isSecondLead,
    paidSinceCents: deniedCents > 0 ? (now?.paidCents ?? 0) - first.paidCents : 0,
    recovery: openCents > 0 ? judgeLine(now!, nowAnswer, openCents, asOf) : null,
    ...{ stoppedBy: [], flaggedBy: [] },
  };
}

function claimId({ payee, claimNumber }: { payee: string; claimNumber: string }): string {
  return `${payee} ${claimNumber}`;
}

class Outside {
  private readonly charged = new Tally();
  private deniedCents: Cents = 0;

  add(claim: string, { charge, denied, lines }: { charge: Cents; denied: Cents; lines: number }): void {
    this.charged.add(claim, charge, lines);
    this.deniedCents += denied;
  }

  row(reason: OutsideReason): Xray["outside"][number] {
    const { claims, lines, cents } = this.charged.sum();
    return { reason, claims, lines, chargeCents: cents, cents: this.deniedCents };
  }
}

function leaveOut(
  outside: Map<OutsideReason, Outside>,
  reason: OutsideReason,
  claim: string,
  money: { charge: Cents; denied: Cents; lines: number },
): void {
  const sums = outside.get(reason) ?? new Outside();
  outside.set(reason, sums);
  sums.add(claim, money);
}

function byPayerAndClaim(a: XrayDenial, b: XrayDenial): number {
  return compare(a.payer.key, b.payer.key) || compare(a.claimNumber, b.claimNumber) || a.line - b.line;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
