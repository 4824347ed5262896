import { nextClaimStatus, type ClaimStatus } from "@/lib/domain/claims/lifecycle";

/** What of an arriving claim decides where it stands. */
export interface ArrivedClaim {
  isHistory: boolean;
  hasScs: boolean;
  /** Blocking or review findings (overridden ones too), or required facts that are unknown. */
  isFlagged: boolean;
  /** Status of the claim that it is a new version of; null for a claim that was not here. */
  former: ClaimStatus | null;
}

/**
 * Where an arriving claim stands: history is filed and never work; a claim with SCS codes goes to its specialty coders
 * at once; any other is ready unless an edit flags it. A changed claim starts its review anew. One that a payer has
 * answered already was filed.
 */
export function statusOnArrival({ isHistory, hasScs, isFlagged, former }: ArrivedClaim): ClaimStatus {
  if (former === null && isHistory) return "filed";
  if (former === "remittance_only") return nextClaimStatus(former, "claim_arrived");
  const open = former === null ? "needs_coding" : nextClaimStatus(former, "re_exported");
  return hasScs || isFlagged ? open : nextClaimStatus(open, "unflagged");
}
