import { AppError } from "@/lib/domain/shared/app-error";

/**
 * A claim's way through Dorsal, one table: status -> { event -> next status }.
 * `filed`: imported as history, already with the payer. `released`: left in a batch of ours. `remittance_only`: only the
 * payer's answer is known; when its claim file arrives it is filed, as the payer has it.
 */
export const CLAIM_LIFECYCLE = {
  needs_coding: {
    signed: "in_review",
    signed_without_review: "ready",
    corrected: "needs_coding",
    re_exported: "needs_coding",
    unflagged: "ready",
  },
  in_review: {
    approved: "ready",
    returned: "needs_coding",
    corrected: "needs_coding",
    re_exported: "needs_coding",
    sign_withdrawn: "needs_coding",
    re_edited_blocked: "needs_coding",
  },
  ready: {
    released: "released",
    corrected: "needs_coding",
    re_exported: "needs_coding",
    returned: "needs_coding",
    approval_withdrawn: "in_review",
    sign_withdrawn: "needs_coding",
    re_edited_blocked: "needs_coding",
  },
  released: { release_undone: "ready" },
  filed: {},
  remittance_only: { claim_arrived: "filed" },
} as const satisfies Record<string, Record<string, string>>;

export type ClaimStatus = keyof typeof CLAIM_LIFECYCLE;
export const CLAIM_STATUSES = Object.keys(CLAIM_LIFECYCLE) as ClaimStatus[];
export type ClaimEvent = { [S in ClaimStatus]: keyof (typeof CLAIM_LIFECYCLE)[S] }[ClaimStatus];

/** With a payer, or were: what receivables and collections are counted of. */
export const LEFT_STATUSES = [
  "released",
  "filed",
  "remittance_only",
] as const satisfies readonly ClaimStatus[];

export const CLAIM_STATUS_LABELS: Record<ClaimStatus, string> = {
  needs_coding: "Needs coding",
  in_review: "Second review",
  ready: "Ready to release",
  released: "Released",
  filed: "Already filed",
  remittance_only: "Known from remittances",
};

/** The status after `event`; throws AppError `not_allowed_now` where the table has no such row. */
export function nextClaimStatus(status: ClaimStatus, event: string): ClaimStatus {
  const next = (CLAIM_LIFECYCLE[status] as Record<string, ClaimStatus>)[event];
  if (!next) {
    throw new AppError(
      "not_allowed_now",
      `A claim that is "${CLAIM_STATUS_LABELS[status]}" cannot be ${event.replaceAll("_", " ")}.`,
      {
        next: "Reload the claim to see its present state.",
      },
    );
  }
  return next;
}
