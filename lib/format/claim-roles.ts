import type { ClaimRole } from "@/lib/domain/claims/claim";

/** Who bills, in words. */
export const CLAIM_ROLE_LABELS: Record<ClaimRole, string> = {
  surgeon: "Surgeon",
  assistant: "Assistant",
  anaesthesia: "Anaesthesia",
  asc_facility: "Surgery centre",
  hospital: "Hospital",
};
