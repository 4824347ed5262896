import { sumCents } from "@/lib/domain/shared/money";
import { categoryOfClaim, claimOutcome } from "./claim-outcome";
import type { Adjudication, AdjudicatedLine, ClaimDetermination, LineDetermination } from "./determination";
import { ADJUSTMENT_CLASSES, type ClaimOutcome, type ClassifiedLine, type LineOutcome } from "./outcome";

interface Part extends AdjudicatedLine {
  adjudication: Adjudication;
}

/** Neither a final decision nor one that counts. */
export const UNDECIDED: ReadonlySet<ClaimOutcome | LineOutcome> = new Set([
  ...(["PEND", "UNPROCESSABLE", "REVERSAL", "FORWARDED", "PREDETERMINATION"] as const),
]);

/** A final decision: neither pending nor refused unread. */
export function isDecided(outcome: ClaimOutcome | LineOutcome): boolean {
  return !UNDECIDED.has(outcome);
}

export function linesOfRound(adjudications: readonly Adjudication[], lineId: string): Part[] {
  return adjudications.flatMap((adjudication) =>
    adjudication.lines.filter((line) => line.lineId === lineId).map((line) => ({ ...line, adjudication })),
  );
}

/** What a round said of one line, its parts joined where the payer split it; null where it said nothing. */
export function joinLines(parts: readonly Part[]): LineDetermination | null {
  const first = parts[0];
  if (first === undefined) return null;
  const weighty = parts.filter((part) => part.chargeCents !== 0 || part.paidCents !== 0);
  const lines = (weighty.length > 0 ? weighty : [first]).map((part) => part.classified);
  return {
    ...provenance(parts.map((part) => part.adjudication)),
    line: lines.length === 1 ? lines[0]! : joined(lines),
    chargeCents: sumCents(parts.map((part) => part.chargeCents)),
    paidCents: sumCents(parts.map((part) => part.paidCents)),
  };
}

function joined(lines: readonly ClassifiedLine[]): ClassifiedLine {
  const byDenied = [...lines].sort((a, b) => b.cents.denial - a.cents.denial);
  const lead = byDenied.find((line) => line.countsAsDenied) ?? byDenied[0]!;
  const cents = { ...lead.cents };
  for (const name of ADJUSTMENT_CLASSES) cents[name] = sumCents(lines.map((line) => line.cents[name]));
  return {
    ...lead,
    cents,
    outcome: joinedOutcome(lines),
    countsAsDenied: lines.some((line) => line.countsAsDenied),
    allowedCents: sumCents(lines.map((line) => line.allowedCents)),
    isSecondLead: lines.some((line) => line.isSecondLead),
  };
}

function joinedOutcome(lines: readonly ClassifiedLine[]): LineOutcome {
  const outcomes = new Set(lines.map((line) => line.outcome));
  if (outcomes.size === 1) return lines[0]!.outcome;
  if (lines.some((line) => line.countsAsDenied)) return "PARTIAL";
  if (outcomes.has("REVIEW")) return "REVIEW";
  return outcomes.has("PEND") ? "PEND" : "PAID";
}

/** The claim over a round's lines, or over `present` ones; CLPs without lines by their own outcomes. */
export function joinClaims(
  adjudications: readonly Adjudication[],
  present?: readonly LineDetermination[],
): ClaimDetermination {
  const said = present ?? linesSaid(adjudications);
  if (said.length === 0) return joinWithoutLines(adjudications);
  const lines = said.map((determination) => determination.line);
  const charged = said.filter(({ chargeCents }) => chargeCents > 0).map(({ line }) => line);
  const denied = lines.filter((line) => line.countsAsDenied);
  return {
    ...(present === undefined ? provenance(adjudications) : provenanceOf(present)),
    outcome: claimOutcome(charged),
    category: categoryOfClaim(lines),
    deniedCents: sumCents(denied.map((line) => line.cents.denial)),
  };
}

function linesSaid(adjudications: readonly Adjudication[]): LineDetermination[] {
  const ids = new Set(adjudications.flatMap(({ lines }) => lines.map(({ lineId }) => lineId)));
  return [...ids].map((id) => joinLines(linesOfRound(adjudications, id))!);
}

function joinWithoutLines(adjudications: readonly Adjudication[]): ClaimDetermination {
  const claims = adjudications.map(({ classified }) => classified);
  const worst = [...claims].sort((a, b) => b.deniedCents - a.deniedCents)[0]!;
  const isUniform = claims.every(({ outcome }) => outcome === worst.outcome);
  const mixed = claims.some(({ outcome }) => outcome === "DENIED" || outcome === "PARTIAL")
    ? "PARTIAL"
    : "REVIEW";
  return {
    ...provenance(adjudications),
    outcome: isUniform ? worst.outcome : mixed,
    category: worst.category,
    deniedCents: sumCents(claims.map(({ deniedCents }) => deniedCents)),
  };
}

function provenance(adjudications: readonly Adjudication[]) {
  return {
    adjudicationIds: [...new Set(adjudications.map(({ id }) => id))],
    decidedOn: adjudications
      .map(({ decidedOn }) => decidedOn)
      .sort()
      .at(-1)!,
  };
}

function provenanceOf(lines: readonly LineDetermination[]) {
  return {
    adjudicationIds: [...new Set(lines.flatMap(({ adjudicationIds }) => adjudicationIds))],
    decidedOn: lines
      .map(({ decidedOn }) => decidedOn)
      .sort()
      .at(-1)!,
  };
}
