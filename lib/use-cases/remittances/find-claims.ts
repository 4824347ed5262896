import {
  listClaimsByMemberDay,
  listClaimsByNumber,
  listClaimsByPayerNumber,
  type PostingClaim,
} from "@/lib/data/remittances/posting-reads";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { searchCode } from "@/lib/domain/claims/search-text";
import {
  matchClaim,
  type CandidatesOfClaim,
  type ClaimMatchKind,
} from "@/lib/domain/remittances/match-claim";
import type { RemittanceClaim } from "@/lib/domain/remittances/remittance";

/** The stored claims that some CLPs may be about, and those that the chunk itself brings. */
export class ClaimFinder {
  private readonly byNumber = new Map<string, PostingClaim[]>();
  private readonly byPayerNumber = new Map<string, PostingClaim[]>();
  private readonly byDay = new Map<string, PostingClaim[]>();

  static async load(tx: TenantTx, claims: readonly RemittanceClaim[]): Promise<ClaimFinder> {
    const finder = new ClaimFinder();
    for (const claim of await listClaimsByNumber(
      tx,
      claims.map(({ claimNumber }) => claimNumber),
    ))
      push(finder.byNumber, claim.claimNumber, claim);
    const rest = claims.filter(({ claimNumber }) => !finder.byNumber.has(claimNumber));
    for (const { payerControlNumber, ...claim } of await listClaimsByPayerNumber(
      tx,
      rest.flatMap((claim) => claim.payerControlNumber ?? []),
    ))
      push(finder.byPayerNumber, payerControlNumber, claim);
    const days = rest.flatMap((claim) => dayOf(claim) ?? []);
    for (const { memberId, ...claim } of await listClaimsByMemberDay(tx, days))
      push(finder.byDay, dayKey(memberId, claim.serviceFrom!, claim.chargeCents), claim);
    return finder;
  }

  find(
    claim: RemittanceClaim,
    billingEntityId: string | null,
  ): { claim: PostingClaim; kind: ClaimMatchKind } | null {
    const day = dayOf(claim);
    const candidates: CandidatesOfClaim = {
      byNumber: this.byNumber.get(claim.claimNumber) ?? [],
      byPayerNumber: this.byPayerNumber.get(claim.payerControlNumber ?? "") ?? [],
      byPatientDay:
        day === null ? [] : (this.byDay.get(dayKey(day.memberId, day.serviceFrom, day.chargeCents)) ?? []),
    };
    const match = matchClaim(claim, candidates, billingEntityId);
    return match && { claim: match.candidate as PostingClaim, kind: match.kind };
  }

  /** A claim that the chunk makes: later CLPs of it find it. */
  add(claim: PostingClaim): void {
    push(this.byNumber, claim.claimNumber, claim);
  }
}

function push(map: Map<string, PostingClaim[]>, key: string, claim: PostingClaim): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [claim]);
  else if (!list.some((known) => known.claimId === claim.claimId)) list.push(claim);
}

const dayKey = (memberId: string, day: string, cents: number): string => `${memberId} ${day} ${cents}`;

/** Member, first day of service and charge, where the CLP has all three. */
function dayOf(
  claim: RemittanceClaim,
): { memberId: string; serviceFrom: string; chargeCents: number } | null {
  const memberId = searchCode(claim.patient?.memberId ?? claim.insured?.memberId ?? "");
  const days = claim.lines.flatMap((line) => line.serviceFrom ?? []).sort();
  const serviceFrom = days[0] ?? claim.serviceFrom;
  if (memberId === "" || serviceFrom === null) return null;
  return { memberId, serviceFrom, chargeCents: Math.abs(claim.chargeCents) };
}
