import { LINE_OUTCOME_LABELS } from "@/lib/domain/denials/denial-words";
import type { ClaimOutcome } from "@/lib/domain/denials/outcome";
import type { ClaimMatchKind } from "./match-claim";

/** CLP02 in our own words. It never decides the outcome: that is read off the money and its reasons. */
const STATUSES: Readonly<Record<string, string>> = {
  "1": "Answered as first payer",
  "2": "Answered as second payer",
  "3": "Answered as third payer",
  "4": "Patient not recognised",
  "19": "Answered as first payer and sent on",
  "20": "Answered as second payer and sent on",
  "21": "Answered as third payer and sent on",
  "22": "Takes back an earlier answer",
  "23": "Not theirs, sent on without payment",
  "25": "A prediction, not an answer",
};

/** "Answered as first payer" for "1"; a status that we do not know is named by its code. */
export function answerInWords(statusCode: string): string {
  return STATUSES[statusCode] ?? `Status ${statusCode}`;
}

/** What became of a claim as a whole; the lines' words where both have the same outcome. */
export const CLAIM_OUTCOME_LABELS: Record<ClaimOutcome, string> = {
  ...LINE_OUTCOME_LABELS,
  REVERSAL: "Taken back",
  FORWARDED: "Sent on",
  PREDETERMINATION: "Prediction",
};

/** How the payer's answer found its claim. */
export const CLAIM_MATCH_WORDS: Record<ClaimMatchKind, string> = {
  claim_number: "Found by its claim number",
  payer_control_number: "Found by the payer's own number",
  patient_day_charge: "Found by patient, day and charge",
  born: "No claim file had it: made from this answer",
};

/** BPR04: how the money came. */
const METHODS: Readonly<Record<string, string>> = {
  ACH: "ACH",
  BOP: "Payer’s choice",
  CHK: "Check",
  FWT: "Wire",
  NON: "No money",
};

/** "Check" for CHK; null where the file names none. */
export function paymentMethodInWords(method: string | null): string | null {
  return method === null ? null : (METHODS[method] ?? method);
}
