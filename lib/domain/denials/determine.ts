import { REVERSAL } from "@/lib/domain/remittances/remittance";
import { sumCents, type Cents } from "@/lib/domain/shared/money";
import { adjustmentReason } from "./adjustment-reasons";
import { changeOf } from "./determination-change";
import { isDecided, joinClaims, joinLines, linesOfRound } from "./join-determinations";
import type {
  Adjudication,
  ClaimDetermination,
  ClaimHistory,
  LineDetermination,
  LineHistory,
  Responsibility,
} from "./determination";
import type { ClaimOutcome } from "./outcome";

const NO_DECISION: ReadonlySet<ClaimOutcome> = new Set(["FORWARDED", "PREDETERMINATION"]);
const ORIGINAL_FREQUENCIES: ReadonlySet<string | null> = new Set([null, "", "1"]);
const REPLACEMENT = "7";
const TURNS: readonly Responsibility[] = ["P", "S", "T"];

/** CLPs of one payment without a reversal between them: a payer's split of one decision. */
interface Round {
  key: string;
  adjudications: Adjudication[];
}

/**
 * First, present and final decision on a claim and its lines, from its CLPs in the order of posting, each payer in turn
 * by itself. A reversal takes away the decision it negates; a correction states the present result anew and never the
 * first. A pending or unprocessable answer is no decision, an adjudicated replacement is not the first but takes the place
 * of all that stood before it, also of lines that it leaves out, and a second copy denied as a duplicate changes nothing
 * about the copy that stands.
 * `settled`: lines whose denial was closed or written off, so that a denial is final.
 */
export function determine(
  adjudications: readonly Adjudication[],
  settled: ReadonlySet<string> = new Set(),
): ClaimHistory[] {
  const assigned = adjudications.map((adjudication) => ({
    ...adjudication,
    responsibility: turnOf(adjudication, adjudications),
  }));
  return TURNS.map((turn) => assigned.filter(({ responsibility }) => responsibility === turn))
    .filter((ofTurn) => ofTurn.length > 0)
    .map((ofTurn) => determineTurn(ofTurn, settled));
}

/** A reversal names no turn: where only another payer's decision has its number and money, it is that payer's. */
function turnOf(adjudication: Adjudication, all: readonly Adjudication[]): Responsibility {
  if (adjudication.claim.statusCode !== REVERSAL) return adjudication.responsibility;
  const fits = all.filter(
    (other) =>
      other.claim.statusCode !== REVERSAL &&
      other.claim.payerControlNumber === adjudication.claim.payerControlNumber &&
      other.claim.chargeCents === -adjudication.claim.chargeCents &&
      other.claim.paidCents === -adjudication.claim.paidCents,
  );
  const isOwn = fits.some(({ responsibility }) => responsibility === adjudication.responsibility);
  return isOwn ? adjudication.responsibility : (fits[0]?.responsibility ?? adjudication.responsibility);
}

function determineTurn(adjudications: readonly Adjudication[], settled: ReadonlySet<string>): ClaimHistory {
  const { rounds, reversed, unmatchedReversals } = readRounds(adjudications);
  const unreversed = rounds
    .map(({ key, adjudications: all }) => ({ key, adjudications: all.filter(({ id }) => !reversed.has(id)) }))
    .filter((round) => round.adjudications.length > 0);
  const standing = unreversed.slice(Math.max(0, unreversed.findLastIndex(replacesAll)));
  const ids = [...new Set(rounds.flatMap(linesOf).map(({ lineId }) => lineId))];
  const lines = ids.map((id) => lineHistory(id, rounds, standing, settled));
  const initial = firstClaimDecision(rounds);
  const current = presentClaim(lines, standing);
  const isFinal = current !== null && lines.every((line) => line.current === null || line.final !== null);
  const isSettledWhole = lines.length > 0 || (current !== null && isDoneOutcome(current.outcome));
  return {
    ...{ responsibility: adjudications[0]!.responsibility, initial, current, lines, unmatchedReversals },
    final: isFinal && isSettledWhole ? current : null,
    netPaidCents: netPaid(adjudications),
  };
}

function readRounds(adjudications: readonly Adjudication[]) {
  const rounds: Round[] = [];
  const reversed = new Set<string>();
  let reversals = 0;
  let unmatchedReversals = 0;
  for (const adjudication of adjudications) {
    if (NO_DECISION.has(adjudication.classified.outcome)) continue;
    if (adjudication.claim.statusCode === REVERSAL) {
      reversals += 1;
      const target = reversedBy(adjudication, rounds, reversed);
      if (target === null) unmatchedReversals += 1;
      else reversed.add(target.id);
      continue;
    }
    const key = `${adjudication.paymentId} ${reversals}`;
    const round = rounds.find((candidate) => candidate.key === key);
    if (round) round.adjudications.push(adjudication);
    else rounds.push({ key, adjudications: [adjudication] });
  }
  return { rounds, reversed, unmatchedReversals };
}

/** The newest standing decision with the payer's own number and the money negated; else with either of them. */
function reversedBy(
  reversal: Adjudication,
  rounds: readonly Round[],
  reversed: ReadonlySet<string>,
): Adjudication | null {
  const standing = rounds
    .flatMap((round) => round.adjudications)
    .filter(({ id }) => !reversed.has(id))
    .reverse();
  const hasNumber = ({ claim }: Adjudication) =>
    claim.payerControlNumber !== null && claim.payerControlNumber === reversal.claim.payerControlNumber;
  const hasMoney = ({ claim }: Adjudication) =>
    claim.paidCents === -reversal.claim.paidCents && claim.chargeCents === -reversal.claim.chargeCents;
  return (
    standing.find((candidate) => hasNumber(candidate) && hasMoney(candidate)) ??
    standing.find(hasNumber) ??
    standing.find(hasMoney) ??
    null
  );
}

function lineHistory(
  lineId: string,
  rounds: readonly Round[],
  standing: readonly Round[],
  settled: ReadonlySet<string>,
): LineHistory {
  const initial = firstDecision(lineId, rounds);
  const current = withReasonKeptTo(presentDecision(lineId, standing), formerDenials(lineId, rounds));
  const isFinal = current !== null && (isDone(current) || settled.has(lineId));
  return { lineId, initial, current, final: isFinal ? current : null, change: changeOf(initial, current) };
}

function firstDecision(lineId: string, rounds: readonly Round[]): LineDetermination | null {
  for (const round of rounds) {
    const said = joinLines(linesOfRound(originals(round), lineId));
    if (said !== null && isDecided(said.line.outcome)) return said;
  }
  return null;
}

/** What was ever denied of a line for a reason of its own, newest first; taken back or not. */
function formerDenials(lineId: string, rounds: readonly Round[]): LineDetermination[] {
  return rounds
    .flatMap((round) => joinLines(linesOfRound(round.adjudications, lineId)) ?? [])
    .filter(({ line }) => line.countsAsDenied && !isKeptTo(line))
    .reverse();
}

/** A payer that keeps to its decision gives no new reason: the one that it keeps to goes on saying how it is worked. */
function withReasonKeptTo(
  current: LineDetermination | null,
  former: readonly LineDetermination[],
): LineDetermination | null {
  if (current === null || former.length === 0 || !isKeptTo(current.line)) return current;
  const { category, primary } = former[0]!.line;
  return { ...current, line: { ...current.line, category, primary } };
}

function isKeptTo({ primary }: LineDetermination["line"]): boolean {
  return primary !== null && adjustmentReason(primary.carc)?.appealOutcome === "upheld";
}

/** The newest that stands; a duplicate or unprocessable copy counts only where no earlier one stands. */
function presentDecision(lineId: string, standing: readonly Round[]): LineDetermination | null {
  const said = standing
    .map((round) => joinLines(linesOfRound(round.adjudications, lineId)))
    .filter((determination) => determination !== null);
  const ofTheClaimItself = said.filter((determination) => !isMereCopy(determination));
  return ofTheClaimItself.at(-1) ?? said[0] ?? null;
}

/** The decided answer to a replacement (CLP09 7) of the whole claim. */
function replacesAll({ adjudications }: Round): boolean {
  return adjudications.some(
    ({ claim, classified, lines }) =>
      claim.frequency === REPLACEMENT &&
      isDecided(classified.outcome) &&
      !(lines.length > 0 && lines.every(({ classified: line }) => isMereCopy({ line }))),
  );
}

/** Said of a copy of the claim, not of the claim itself. */
export function isMereCopy({ line }: Pick<LineDetermination, "line">): boolean {
  return line.outcome === "UNPROCESSABLE" || (line.category === "DUP" && line.primary?.carc === "18");
}

/** Nothing is left to decide: paid, the patient's, another payer's or the contract's. */
function isDone({ line }: LineDetermination): boolean {
  return !line.countsAsDenied && !["PEND", "REVIEW", "UNPROCESSABLE"].includes(line.outcome);
}

function isDoneOutcome(outcome: ClaimOutcome): boolean {
  return outcome === "PAID" || outcome === "PATIENT_RESP" || outcome === "COB_SATISFIED";
}

function firstClaimDecision(rounds: readonly Round[]): ClaimDetermination | null {
  for (const round of rounds) {
    const all = originals(round);
    const said = all.length === 0 ? null : joinClaims(all);
    if (said !== null && isDecided(said.outcome)) return said;
  }
  return null;
}

/** What stands, line by line; of a claim without lines its newest standing decision. */
function presentClaim(lines: readonly LineHistory[], standing: readonly Round[]): ClaimDetermination | null {
  if (standing.length === 0) return null;
  if (lines.length === 0) return joinClaims(standing.at(-1)!.adjudications);
  const current = lines.map((line) => line.current).filter((line) => line !== null);
  return current.length === 0 ? null : joinClaims(standing.at(-1)!.adjudications, current);
}

/** A replacement or void (CLP09 7, 8) is never the first decision. */
function originals(round: Round): Adjudication[] {
  return round.adjudications.filter(({ claim }) => ORIGINAL_FREQUENCIES.has(claim.frequency));
}

function linesOf(round: Round) {
  return round.adjudications.flatMap((adjudication) => adjudication.lines);
}

function netPaid(adjudications: readonly Adjudication[]): Cents {
  return sumCents(
    adjudications
      .filter(({ classified }) => !NO_DECISION.has(classified.outcome))
      .map(({ claim }) => claim.paidCents),
  );
}
