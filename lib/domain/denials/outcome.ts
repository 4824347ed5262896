import type { Cents } from "@/lib/domain/shared/money";

/** What became of one adjudicated line; the names of the field, as the classifier of the denial rules uses them. */
export const LINE_OUTCOMES = [
  "PAID",
  "PARTIAL",
  "DENIED",
  "BUNDLED",
  "PACKAGED",
  "UNPROCESSABLE",
  "PEND",
  "PATIENT_RESP",
  "COB_SATISFIED",
  "REVIEW",
] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

/** What became of one CLP as a whole; the last three have no line outcomes and enter no rate. */
export const CLAIM_OUTCOMES = [
  "PAID",
  "PARTIAL",
  "DENIED",
  "UNPROCESSABLE",
  "PEND",
  "PATIENT_RESP",
  "COB_SATISFIED",
  "REVIEW",
  "REVERSAL",
  "FORWARDED",
  "PREDETERMINATION",
] as const;
export type ClaimOutcome = (typeof CLAIM_OUTCOMES)[number];

/** Why money was denied. */
export const DENIAL_CATEGORIES = [
  "INCLUSIVE",
  "MODIFIER",
  "AUTH",
  "MEDNEC",
  "DOC",
  "TIMELY",
  "ELIG_COB",
  "DUP",
  "NONCOV_EXP",
  "PROVIDER",
  "DX",
  "POS_BILLING",
  "CODING_INVALID",
  "FREQUENCY",
  "COST_DEVICE",
  "WC_LIABILITY",
  "ADMIN_OTHER",
] as const;
export type DenialCategory = (typeof DENIAL_CATEGORIES)[number];

/** Whose money an adjustment is: only `denial` is a denial. */
export const ADJUSTMENT_CLASSES = ["denial", "contractual", "patient", "cob", "pend", "info"] as const;
export type AdjustmentClass = (typeof ADJUSTMENT_CLASSES)[number];

/** What a line came to, with its money split by class; charge = paid + all classes where the line balances. */
export interface ClassifiedLine {
  /** `RemittanceLine.number`. */
  number: number;
  outcome: LineOutcome;
  /** Set where the line counts as denied (DENIED, PARTIAL, BUNDLED that counts) or is UNPROCESSABLE. */
  category: DenialCategory | null;
  /** True where the line enters the numerator of the denial rates. */
  countsAsDenied: boolean;
  /** The denial-class adjustment with the most money. */
  primary: { group: string; carc: string; remarks: string[] } | null;
  /** Sum of adjustments by class, with the line's share of claim-level ones (`spreadClaimAdjustments`). */
  cents: Record<AdjustmentClass, Cents>;
  /** Paid + patient share, or AMT*B6 where the payer states it; 0 where neither, nor another payer's part, is there. */
  allowedCents: Cents;
  /** True where the line is a second lead (63650, 63655) whose denial is the guide's second-lead loss. */
  isSecondLead: boolean;
  /** Plain sentence for the screen: why this outcome, in our own words. */
  why: string;
}

export interface ClassifiedClaim {
  outcome: ClaimOutcome;
  /** Category of the denied line with the most denied money; null where nothing is denied. */
  category: DenialCategory | null;
  deniedCents: Cents;
  lines: ClassifiedLine[];
}

/** What the payer's profile and the organization say that no 835 carries. */
export interface ClassifyContext {
  /** Payer profile: a CO-24 zero pay is no denial. */
  capitated: boolean;
  /** Payer profile: codes this payer pays a facility separately, so that their packaging is a denial. */
  separatelyPaidCodes: readonly string[];
  /** True when the payee's or the rendering NPI is one of the organization's own facilities. */
  isOwnFacility: boolean;
}
