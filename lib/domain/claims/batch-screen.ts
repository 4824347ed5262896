import type { GateReason } from "./release-gate";

/** What the batch screens show of a release, as plain JSON. */

/** A claim that cannot leave now, and why. */
export interface HeldClaim {
  claimId: string;
  claimNumber: string;
  chargeCents: number;
  reasons: GateReason[];
}

/** What a release would take: exactly `goIds` are what to release. */
export interface ReleasePreview {
  goIds: string[];
  goCents: number;
  /** The first of them. */
  held: HeldClaim[];
  heldCount: number;
  heldCents: number;
  /** More claims are ready than one batch takes. */
  hasMore: boolean;
}

/** What the person who was too late needs: which claims hold the batch. */
export interface ReleaseConflict {
  held: HeldClaim[];
  heldCount: number;
}
