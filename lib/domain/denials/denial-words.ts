import type { DenialEvent } from "./lifecycle";
import type { DenialCategory, LineOutcome } from "./outcome";
import type { WorkKind } from "./open-work";
import type { RecoveryPath } from "./reasons/define-reasons";
import type { RecoveryTier, WindowRoute } from "./recovery";

/** Why money was denied, as a biller would say it. */
export const DENIAL_CATEGORY_LABELS: Record<DenialCategory, string> = {
  INCLUSIVE: "Included in another service",
  MODIFIER: "Modifier missing or wrong",
  AUTH: "No valid authorization",
  MEDNEC: "Not medically necessary",
  DOC: "Documents missing",
  TIMELY: "Filed too late",
  ELIG_COB: "Coverage or other payer",
  DUP: "Taken for a duplicate",
  NONCOV_EXP: "Not covered or experimental",
  PROVIDER: "Provider not accepted",
  DX: "Diagnosis does not fit",
  POS_BILLING: "Place or form of billing",
  CODING_INVALID: "Code not valid",
  FREQUENCY: "Too many units",
  COST_DEVICE: "Device cost or invoice",
  WC_LIABILITY: "Workers' comp or liability",
  ADMIN_OTHER: "Another reason",
};

/** Why a claim is worked on: the denial's reason, or that there is none. */
export function whyOpen({ kind, category }: { kind: WorkKind; category: DenialCategory }): string {
  if (kind === "not_processed") return "Not processed: a new claim is due";
  return kind === "unclear" ? "Not paid, no reason given" : DENIAL_CATEGORY_LABELS[category];
}

export const RECOVERY_TIER_LABELS: Record<RecoveryTier, string> = {
  high: "High",
  moderate: "Moderate",
  low: "Low",
};

export const LINE_OUTCOME_LABELS: Record<LineOutcome, string> = {
  PAID: "Paid",
  PARTIAL: "Partly denied",
  DENIED: "Denied",
  BUNDLED: "Rolled into another line",
  PACKAGED: "Part of a package",
  UNPROCESSABLE: "Not processed",
  PEND: "Not decided yet",
  PATIENT_RESP: "The patient's to pay",
  COB_SATISFIED: "Settled by another payer",
  REVIEW: "To look at",
};

export const RECOVERY_PATH_LABELS: Record<RecoveryPath, string> = {
  appeal: "Appeal",
  corrected_claim: "Corrected claim",
  reopening: "Reopening",
  records: "Send records",
  rebill: "New claim",
  bill_patient: "Bill the patient",
  check_contract: "Check the contract",
  write_off: "Write off",
};

export const WINDOW_ROUTE_LABELS: Record<WindowRoute, string> = {
  appeal: "Appeal",
  corrected_claim: "Corrected claim",
  first_claim: "New claim",
};

/** What happened to a denial, in the past tense, for its history. */
export const DENIAL_EVENT_LABELS: Record<DenialEvent | "undone", string> = {
  work_started: "Work started",
  work_put_back: "Put back",
  corrected_claim_sent: "Corrected claim sent",
  new_claim_sent: "New claim sent",
  records_sent: "Records sent",
  appeal_sent: "Appeal sent",
  call_with_outcome: "Call with an outcome",
  peer_to_peer_held: "Peer-to-peer held",
  moved_to_patient: "Moved to the patient",
  written_off: "Written off",
  overturned: "Overturned",
  partly_overturned: "Partly overturned",
  upheld: "Upheld",
  corrected_claim_rejected: "Corrected claim rejected",
  new_claim_rejected: "New claim rejected",
  appeal_dismissed: "Appeal dismissed",
  appeal_withdrawn: "Appeal withdrawn",
  paid: "Paid",
  denied_again: "Denied again",
  taken_back: "Payment taken back",
  replaced: "Goes on with the claim sent after it",
  reopened: "Opened again",
  undone: "Last step undone",
};
