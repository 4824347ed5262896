import type { PaymentBalance } from "@/lib/domain/remittances/balance";
import type {
  ProviderAdjustment,
  RemittanceClaim,
  RemittancePayment,
} from "@/lib/domain/remittances/remittance";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import type { FileReport, X12Problem } from "./types";

/** A payment (ST to SE) begins; the claims that follow are its own until its `payment_end`. */
export interface PaymentStart {
  kind: "payment_start";
  payment: RemittancePayment;
  /** Position in the file, from 1. */
  ordinal: number;
  /** Segment number of its ST. */
  segment: number;
}

export interface ReadRemittanceClaim {
  kind: "claim";
  /** Position in the file, from 1, counted over all payments, claims and quarantined claims together. */
  ordinal: number;
  claim: RemittanceClaim;
  /** Byte range in the clear file, CLP to its last segment's terminator: `splitSegments` shows it as sent. */
  byteStart: number;
  byteEnd: number;
  /** Segment number of its CLP. */
  segment: number;
  /** Warnings about this claim, those about its balance included. */
  problems: X12Problem[];
}

/** A CLP that cannot be read: its money is in doubt, so nothing of it is posted; what can be read of CLP04 counts in the payment. */
export interface QuarantinedRemittanceClaim {
  kind: "quarantined";
  ordinal: number;
  claimNumber: string | null;
  /** CLP03 and CLP04 where they can be read, else 0. */
  chargeCents: Cents;
  paidCents: Cents;
  byteStart: number;
  byteEnd: number;
  segment: number;
  problems: X12Problem[];
}

export interface PaymentEnd {
  kind: "payment_end";
  ordinal: number;
  providerAdjustments: ProviderAdjustment[];
  balance: PaymentBalance;
}

export type RemittanceEvent = PaymentStart | ReadRemittanceClaim | QuarantinedRemittanceClaim | PaymentEnd;

/** What the file as a whole came to, known at its end. A refused file posts nothing. */
export interface RemittanceReport {
  accepted: boolean;
  transactions: FileReport["transactions"];
  problems: X12Problem[];
  payments: number;
  claims: number;
  quarantined: number;
  /** Sum of the payments (BPR02), in cents. */
  paymentCents: Cents;
  /** Sums of CLP04 over claims and quarantined claims, and over the latter alone, where it can be read. */
  claimsPaidCents: Cents;
  quarantinedCents: Cents;
  /** GS04 of the first group: the day the file was made. */
  createdOn: CalendarDate | null;
}
