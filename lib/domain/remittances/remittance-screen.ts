import type { AdjustmentView } from "@/lib/domain/denials/denial-screen";
import type { ClaimOutcome, DenialCategory, LineOutcome } from "@/lib/domain/denials/outcome";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import type { HoldReason } from "./hold-payment";

/** What screens show of remittances, as plain JSON. Money is integer cents, instants are ISO texts. */
export type PaymentStatus = "posted" | "held";

export interface PaymentEntry {
  id: string;
  status: PaymentStatus;
  /** TRN02: the number of the check or transfer; null where the file has none. */
  trace: string | null;
  /** How the money came, in words. */
  method: string | null;
  payerName: string;
  payeeName: string;
  /** BPR16; null where the file has none. */
  paidOn: CalendarDate | null;
  /** The day that its money counts in. */
  postedOn: CalendarDate;
  claimCount: number;
  /** Claims of it that could not be read. */
  unreadableCount: number;
  deniedCount: number;
  /** Claims that nobody had sent from here, and those with a line that fits none of ours. */
  bornCount: number;
  unappliedCount: number;
  /** Sums of CLP04 and of PLB (positive reduces the payment), and BPR02. */
  claimsPaidCents: Cents;
  providerCents: Cents;
  amountCents: Cents;
  /** BPR02 less (claims less PLB). */
  gapCents: Cents;
  /** Places where it does not add up; 0 of a payment that posted by itself. */
  gapCount: number;
  /** A person posted it with its difference. */
  isPostedByHand: boolean;
}

export interface PaymentTotals {
  payments: number;
  /** Of posted payments what persons posted as their difference. */
  gapCents: Cents;
  claimsPaidCents: Cents;
  providerCents: Cents;
  amountCents: Cents;
}

export interface PaymentList {
  payments: PaymentEntry[];
  pageSize: number;
  /** Payments that the filter lets through. */
  total: number;
  /** Of all of them and not only of this page: the posted ones, or the held ones where only these are asked for. */
  totals: PaymentTotals;
  /** Held payments in all, whatever the filter says. */
  held: number;
  /** Months that have payments, newest first, "2026-06". */
  months: string[];
  payers: { id: string; name: string }[];
}

/** One reason of money outside of claims. */
export interface ProviderAdjustmentView {
  reason: string;
  words: string | null;
  reference: string | null;
  /** Positive reduces the payment. */
  cents: Cents;
  claimId: string | null;
  claimNumber: string | null;
}

export interface EobLine {
  /** Position in the payer's answer, from 1. */
  number: number;
  /** Number of our claim's line; null where none fits, or while the payment is held. */
  claimLine: number | null;
  isUnmatched: boolean;
  code: string;
  modifiers: string[];
  submittedCode: string | null;
  label: string | null;
  unitsPaid: number;
  unitsSubmitted: number;
  serviceFrom: CalendarDate | null;
  chargeCents: Cents;
  /** Null where the payer states none and nothing was worked out. */
  allowedCents: Cents | null;
  adjustments: AdjustmentView[];
  paidCents: Cents;
  /** Paid less (charge less adjustments); 0 where the line adds up or the claim's own adjustments explain it. */
  gapCents: Cents;
  /** The claim's own adjustments explain what the line leaves open. */
  isExplainedByClaim: boolean;
  outcome: LineOutcome | null;
  category: DenialCategory | null;
  countsAsDenied: boolean;
  isSecondLead: boolean;
  why: string | null;
  remarks: { rarc: string; words: string | null }[];
  policies: string[];
}

/** What the payer says of one claim: the explanation of benefits. */
export interface Eob {
  id: string;
  ordinal: number;
  claimId: string | null;
  claimNumber: string;
  patientName: string | null;
  statusCode: string;
  statusWords: string;
  matchWords: string | null;
  payerControlNumber: string | null;
  outcome: ClaimOutcome | null;
  category: DenialCategory | null;
  serviceFrom: CalendarDate | null;
  serviceTo: CalendarDate | null;
  /** The day on which the payer had the claim: proof of timely filing. */
  receivedOn: CalendarDate | null;
  chargeCents: Cents;
  allowedCents: Cents | null;
  /** Sum of all its adjustments, those of the claim and of its lines. */
  adjustedCents: Cents;
  patientCents: Cents;
  paidCents: Cents;
  /** Paid less (charge less adjustments). */
  gapCents: Cents;
  interestCents: Cents | null;
  claimAdjustments: AdjustmentView[];
  remarks: { rarc: string; words: string | null }[];
  sentOnTo: string | null;
  lines: EobLine[];
  /** Another answer that this one takes back or corrects, or by which it was taken back. */
  related: { kind: "reverses" | "corrects" | "reversed_by"; paymentId: string; remittanceClaimId: string }[];
  denialId: string | null;
}

export interface PaymentView extends PaymentEntry {
  importId: string;
  fileName: string;
  controlNumber: string;
  producedOn: CalendarDate | null;
  entityName: string | null;
  payeeNpi: string | null;
  chargeCents: Cents;
  postedAt: string | null;
  /** Why a person posted it though it does not add up, and who; null where it posted by itself. */
  postReason: string | null;
  postedByName: string | null;
  /** The file with which the same payment was posted while this one is held. */
  postedWith: { paymentId: string; fileName: string } | null;
  gaps: HoldReason[];
  version: number;
}

export const EOB_VIEWS = ["all", "denied", "taken_back"] as const;
export type EobViewName = (typeof EOB_VIEWS)[number];

export interface PaymentScreen {
  timeZone: string;
  payment: PaymentView;
  adjustments: ProviderAdjustmentView[];
  eobs: Eob[];
  view: EobViewName;
  counts: Record<EobViewName, number>;
  page: number;
  pageSize: number;
  /** The answer that was asked for; null where none was, or it is not in this payment. */
  asked: string | null;
}

/** One answer of a payer to a claim, as the claim names it. */
export interface ClaimAnswerView {
  remittanceClaimId: string;
  paymentId: string;
  outcome: ClaimOutcome | null;
  words: string;
  payerName: string;
  trace: string | null;
  postedOn: CalendarDate;
  chargeCents: Cents;
  paidCents: Cents;
  deniedCents: Cents;
  patientCents: Cents;
}

/** A claim that nobody sent from here: all that is known is what its payer said. */
export interface BornClaimView {
  claimNumber: string;
  patientName: string;
  payerName: string;
  chargeCents: Cents;
  serviceFrom: CalendarDate | null;
  serviceTo: CalendarDate | null;
  lines: { number: number; code: string; modifiers: string[]; units: number; chargeCents: Cents }[];
  /** What no payer has explained yet; below 0 where more was paid than charged. */
  balanceCents: Cents;
}

export interface ClaimAnswers {
  answers: ClaimAnswerView[];
  denialId: string | null;
  born: BornClaimView | null;
}
