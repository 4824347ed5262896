import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import { responsibilityOfStatus } from "@/lib/domain/denials/determination";
import type { RemittanceClaim } from "./remittance";

export type ClaimMatchKind = "claim_number" | "payer_control_number" | "patient_day_charge" | "born";

/** A stored claim that an answer may be about. */
export interface MatchCandidate {
  claimId: string;
  billingEntityId: string;
  claimNumber: string;
  cycle: number;
  frequency: string;
  responsibility: string;
  chargeCents: Cents;
  serviceFrom: CalendarDate | null;
}

export interface CandidatesOfClaim {
  /** With the same CLM01. */
  byNumber: readonly MatchCandidate[];
  /** Whose earlier answers carried the same number of the payer. */
  byPayerNumber: readonly MatchCandidate[];
  /** The same member, day and charge. */
  byPatientDay: readonly MatchCandidate[];
}

/**
 * The claim that a CLP answers: by our own number, else by the payer's, else by member, day and charge where exactly one
 * claim has them. Of several cycles under a number the one that fits best: rank, charge, kind of claim, then the newest.
 * Null: no claim here, so the remittance makes one. Source: X12 RFI 1945, 137.
 */
export function matchClaim(
  claim: RemittanceClaim,
  candidates: CandidatesOfClaim,
  billingEntityId: string | null,
): { candidate: MatchCandidate; kind: ClaimMatchKind } | null {
  const own = ofEntity(claim, candidates.byNumber, billingEntityId);
  if (own.length > 0) return { candidate: bestOf(claim, own), kind: "claim_number" };
  const byPayer = ofEntity(claim, candidates.byPayerNumber, billingEntityId);
  if (byPayer.length > 0) return { candidate: bestOf(claim, byPayer), kind: "payer_control_number" };
  const byDay = ofEntity(claim, candidates.byPatientDay, billingEntityId);
  return byDay.length === 1 ? { candidate: byDay[0]!, kind: "patient_day_charge" } : null;
}

/**
 * A number is unique under a billing entity only. Where the payee is not known here, it must not be ambiguous; where it is
 * known but has no such claim, another entity's is meant only if charge and day of service are the same.
 */
function ofEntity(
  claim: RemittanceClaim,
  candidates: readonly MatchCandidate[],
  billingEntityId: string | null,
): readonly MatchCandidate[] {
  const own = candidates.filter((candidate) => candidate.billingEntityId === billingEntityId);
  if (own.length > 0) return own;
  const others = billingEntityId === null ? candidates : candidates.filter((other) => isSame(claim, other));
  const entities = new Set(others.map((candidate) => candidate.billingEntityId));
  return entities.size === 1 ? others : [];
}

function isSame(claim: RemittanceClaim, { chargeCents, serviceFrom }: MatchCandidate): boolean {
  const days = claim.lines.flatMap((line) => line.serviceFrom ?? []);
  const day = days.sort()[0] ?? claim.serviceFrom;
  return chargeCents === Math.abs(claim.chargeCents) && (day === null || day === serviceFrom);
}

function bestOf(claim: RemittanceClaim, candidates: readonly MatchCandidate[]): MatchCandidate {
  const rank = responsibilityOfStatus(claim.statusCode);
  const charge = Math.abs(claim.chargeCents);
  const score = (candidate: MatchCandidate): number =>
    (rank !== null && candidate.responsibility === rank ? 4 : 0) +
    (candidate.chargeCents === charge ? 2 : 0) +
    (candidate.frequency === (claim.frequency ?? "1") ? 1 : 0);
  return [...candidates].sort((a, b) => score(b) - score(a) || b.cycle - a.cycle)[0]!;
}
