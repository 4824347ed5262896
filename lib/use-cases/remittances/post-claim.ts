import { newId } from "@/lib/data/new-id";
import type { PriorRemittance } from "@/lib/data/remittances/posting-reads";
import type { NewRemittanceClaim, NewRemittanceLine } from "@/lib/data/remittances/posting-writes";
import type { ClassifiedLine, ClassifyContext } from "@/lib/domain/denials/outcome";
import {
  adjudicationOf,
  entriesOfClaim,
  gapsOfAdjudication,
  type Adjudication,
  type LedgerDraft,
} from "@/lib/domain/remittances/ledger-entries";
import { transfersFor } from "@/lib/domain/remittances/ledger-transfers";
import { responsibilityOfStatus, type Responsibility } from "@/lib/domain/denials/determination";
import { linkAnswer, standingDecisions, type AnswerLinks } from "@/lib/domain/remittances/link-answers";
import type { ClaimMatchKind } from "@/lib/domain/remittances/match-claim";
import { matchLines, type LineMatch } from "@/lib/domain/remittances/match-lines";
import type { ClaimBook } from "./claim-book";
import type { PostableRemittance } from "./post-chunk";

/** One CLP posted on its claim: rows and entries, with the book of the claim kept up to date. */
export interface PostedClaim {
  row: NewRemittanceClaim;
  lines: NewRemittanceLine[];
  entries: LedgerDraft[];
  postedOn: string;
  adjudication: Adjudication;
  matches: (LineMatch | null)[];
  isUnapplied: boolean;
}

export interface PostClaimInput {
  staged: PostableRemittance;
  postedOn: string;
  matchKind: ClaimMatchKind;
  context: ClassifyContext;
}

/**
 * Posts one CLP: its lines are matched, its money goes into entries, a reversal finds what it takes back. The claim's
 * charge is entered with its first answer; where that answer takes back one that was never here, charge and the unknown
 * answer cancel out.
 */
export function postClaim(book: ClaimBook, input: PostClaimInput): PostedClaim {
  const { staged, postedOn, matchKind, context } = input;
  const claim = staged.content;
  const adjudication = adjudicationOf(claim, context);
  const matches = matchesOf(book, input, adjudication.isReversal);
  const links = linkAnswer(book.prior, { ...claim, decidedOn: postedOn });
  markLinked(links);
  const responsibility = responsibilityIn(book, claim.statusCode, links);
  const lineOf = (number: number): number =>
    matches[claim.lines.findIndex((line) => line.number === number)]?.line ?? 0;
  const charges = [
    ...chargeDrafts(book, adjudication, links.reverses !== null),
    ...(links.takenBackBy === null ? [] : chargesGivenBack(book)),
  ];
  const posted = entriesOfClaim(adjudication, context, lineOf);
  const gaps = gapsOfAdjudication(adjudication);
  for (const entry of [...charges, ...posted, ...gaps]) book.sums.add(entry);
  const transfers = adjudication.isReversal ? [] : transfersOf(book, responsibility, posted);
  for (const entry of transfers) book.sums.add(entry);
  const row = rowOf(book, input, { adjudication, responsibility, links });
  book.prior.push(priorOf(row, postedOn));
  return {
    ...{ row, postedOn, adjudication, matches, entries: [...charges, ...posted, ...gaps, ...transfers] },
    lines: claim.lines.map((_line, index) => lineRow(row, adjudication, index, matches[index]!)),
    isUnapplied: matchKind !== "born" && matches.some((match) => match === null),
  };
}

type Links = AnswerLinks<PriorRemittance>;

function markLinked({ reverses, corrects }: Links): void {
  if (reverses !== null) reverses.isReversed = true;
  if (corrects !== null) corrects.isCorrected = true;
}

/** A reversal speaks for the payer that it takes back, a status that names no turn for the claim's own payer. */
function responsibilityIn(book: ClaimBook, statusCode: string, { reverses }: Links): Responsibility {
  const named = responsibilityOfStatus(statusCode) ?? reverses?.responsibility ?? book.claim.responsibility;
  return named === "S" || named === "T" ? named : "P";
}

function matchesOf(book: ClaimBook, { staged }: PostClaimInput, isReversal: boolean): (LineMatch | null)[] {
  const claim = staged.content;
  // A CLP with the whole charge answers every line; only parts of a split claim share the lines among them.
  const isPart = !isReversal && claim.chargeCents < book.claim.chargeCents;
  const { paymentId } = staged;
  const taken = book.taken.get(paymentId) ?? new Set<number>();
  const matches = matchLines(
    isReversal ? { lines: claim.lines.map((line) => ({ ...line, chargeCents: -line.chargeCents })) } : claim,
    book.lines,
    isPart ? taken : undefined,
  );
  if (isReversal) return matches;
  for (const match of matches) if (match !== null) taken.add(match.line);
  book.taken.set(paymentId, taken);
  return matches;
}

function chargeDrafts(book: ClaimBook, adjudication: Adjudication, reversesKnown: boolean): LedgerDraft[] {
  // A claim that only remittances know grows with each part of a split; any other is charged once.
  const grows = book.claim.currentVersion === 0;
  if (adjudication.isWithoutDecision || (book.sums.has("charge") && !grows)) return [];
  const drafts: LedgerDraft[] = book.lines
    .filter((line) => !book.sums.hasOn(line.number, "charge"))
    .map((line) => charge(line.number, line.chargeCents));
  const ofLines = book.lines.reduce((sum, line) => sum + line.chargeCents, 0);
  if (!book.sums.has("charge")) drafts.push(charge(0, book.claim.chargeCents - ofLines));
  const entered = drafts.filter((entry) => entry.cents !== 0);
  if (!adjudication.isReversal || reversesKnown) return entered;
  return [
    ...entered,
    ...entered.map((entry) => ({ ...entry, effect: "transfer" as const, cents: -entry.cents })),
  ];
}

/** The reversal of this answer came first and cancelled out the charge with it: now that it is here, it is owed again. */
function chargesGivenBack(book: ClaimBook): LedgerDraft[] {
  const ofLines = book.lines.reduce((sum, line) => sum + line.chargeCents, 0);
  const whole = [
    ...book.lines.map((line) => charge(line.number, line.chargeCents)),
    charge(0, book.claim.chargeCents - ofLines),
  ];
  return whole
    .filter(({ lineNumber, cents }) => cents !== 0 && book.sums.hasOn(lineNumber, "charge"))
    .filter(({ lineNumber }) => book.sums.of(lineNumber, "charge") === 0)
    .map((entry) => ({ ...entry, effect: "transfer" as const }));
}

const TURNS: readonly Responsibility[] = ["P", "S", "T"];

/** What an answer opens again: of the payer before, or its own where a later payer's answer is here already. */
function transfersOf(
  { prior, sums }: ClaimBook,
  responsibility: Responsibility,
  posted: readonly LedgerDraft[],
): LedgerDraft[] {
  const turn = TURNS.indexOf(responsibility);
  const turns = standingDecisions(prior).map((answer) =>
    TURNS.indexOf(answer.responsibility as Responsibility),
  );
  const isEarliest = turns.every((other) => other >= turn);
  if (isEarliest && turns.some((other) => other > turn)) return transfersFor(posted, sums, "before");
  return turn === 0 ? [] : transfersFor(posted, sums, "after");
}

function charge(lineNumber: number, cents: number): LedgerDraft {
  return { lineNumber, kind: "charge", effect: "posting", cents, group: null, carc: null };
}

function rowOf(
  book: ClaimBook,
  { staged, matchKind }: PostClaimInput,
  about: { adjudication: Adjudication; responsibility: Responsibility; links: Links },
): NewRemittanceClaim {
  const { id, paymentId, content: claim, ordinal, segment, byteStart, byteEnd } = staged;
  const { classified, effective, isReversal } = about.adjudication;
  const sign = isReversal ? -1 : 1;
  const sum = (of: (line: ClassifiedLine) => number) =>
    signed(
      sign,
      effective.lines.reduce((total, line) => total + of(line), 0),
    );
  return {
    ...{ id: id ?? newId(), paymentId, ordinal, claimId: book.claim.claimId, matchKind },
    ...{ claimNumber: claim.claimNumber, statusCode: claim.statusCode },
    ...{ payerControlNumber: claim.payerControlNumber, responsibility: about.responsibility },
    ...{ chargeCents: claim.chargeCents, paidCents: claim.paidCents },
    allowedCents: sum((line) => line.allowedCents),
    patientCents: sum((line) => line.cents.patient),
    deniedCents: signed(sign, effective.deniedCents),
    ...{ outcome: classified.outcome, category: classified.category, content: claim, classified },
    ...{ segment, byteStart, byteEnd },
    reversesId: about.links.reverses?.id ?? null,
    correctsId: about.links.corrects?.id ?? null,
  };
}

function lineRow(
  row: NewRemittanceClaim,
  { claim, effective, isReversal }: Adjudication,
  index: number,
  match: LineMatch | null,
): NewRemittanceLine {
  const line = claim.lines[index]!;
  const money = effective.lines.find((classified) => classified.number === line.number);
  const sign = isReversal ? -1 : 1;
  const judged = isReversal ? undefined : money;
  return {
    ...{ remittanceClaimId: row.id, number: line.number, claimId: row.claimId! },
    ...{ claimLine: match?.line ?? null, matchKind: match?.kind ?? null },
    ...{ code: line.code, modifiers: line.modifiers, submittedCode: line.submitted?.code ?? null },
    ...{ units: line.unitsPaid, unitsSubmitted: line.unitsSubmitted },
    ...{ chargeCents: line.chargeCents, paidCents: line.paidCents },
    allowedCents: signed(sign, money?.allowedCents ?? 0),
    patientCents: signed(sign, money?.cents.patient ?? 0),
    contractualCents: signed(sign, money?.cents.contractual ?? 0),
    deniedCents: signed(sign, money?.cents.denial ?? 0),
    ...{ outcome: judged?.outcome ?? null, category: judged?.category ?? null },
    ...{ countsAsDenied: judged?.countsAsDenied ?? false, isSecondLead: judged?.isSecondLead ?? false },
    ...{ primaryGroup: judged?.primary?.group ?? null, primaryCarc: judged?.primary?.carc ?? null },
    ...{ remarks: line.remarks, why: judged?.why ?? null, serviceFrom: line.serviceFrom },
  };
}

function priorOf(row: NewRemittanceClaim, decidedOn: string): PriorRemittance {
  const { id, statusCode, payerControlNumber, responsibility, chargeCents, paidCents, reversesId } = row;
  return {
    ...{ id, claimId: row.claimId!, statusCode, payerControlNumber, responsibility, chargeCents, paidCents },
    ...{ decidedOn, reversesId, isReversed: false, isCorrected: false },
  };
}

/** Never -0. */
const signed = (sign: number, cents: number): number => (cents === 0 ? 0 : sign * cents);
