import type { Tone } from "@/components/ui/tone";
import type { ClaimOutcome, LineOutcome } from "@/lib/domain/denials/outcome";

export const LINE_OUTCOME_TONES: Record<LineOutcome, Tone> = {
  PAID: "success",
  PARTIAL: "warning",
  DENIED: "danger",
  BUNDLED: "warning",
  PACKAGED: "neutral",
  UNPROCESSABLE: "danger",
  PEND: "neutral",
  PATIENT_RESP: "info",
  COB_SATISFIED: "neutral",
  REVIEW: "warning",
};

export const CLAIM_OUTCOME_TONES: Record<ClaimOutcome, Tone> = {
  PAID: "success",
  PARTIAL: "warning",
  DENIED: "danger",
  UNPROCESSABLE: "danger",
  PEND: "neutral",
  PATIENT_RESP: "info",
  COB_SATISFIED: "neutral",
  REVIEW: "warning",
  REVERSAL: "violet",
  FORWARDED: "neutral",
  PREDETERMINATION: "neutral",
};
