import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";

/**
 * One payment of a remittance file: one 835 transaction (005010X221A1) as the core knows it. The EDI reader makes it,
 * the classifier and the balancing read it, the ledger posts it. Plain JSON, immutable by habit.
 */
export interface RemittancePayment {
  /** ST02. */
  controlNumber: string;
  /** TRN02: number of the check or electronic transfer; null when the file has none. */
  trace: string | null;
  /** TRN03: who pays, usually "1" and the tax number. */
  traceOrigin: string | null;
  /** BPR02, positive; a debit (BPR03 = D) is negative. */
  amountCents: Cents;
  /** BPR04: ACH, CHK, NON and others. */
  method: string | null;
  /** BPR01: handling code. */
  handling: string | null;
  /** BPR16: the day of the payment. */
  paidOn: CalendarDate | null;
  /** DTM*405: the day up to which the payer had worked. */
  producedOn: CalendarDate | null;
  payer: { name: string; id: string | null };
  payee: { name: string; npi: string | null; taxId: string | null };
}

/** One adjudicated claim: a CLP loop (2100) with its lines. */
export interface RemittanceClaim {
  /** CLP01: our CLM01 as the payer returns it. */
  claimNumber: string;
  /** CLP02 as sent; never decides the outcome by itself. */
  statusCode: string;
  /** CLP03, CLP04. */
  chargeCents: Cents;
  paidCents: Cents;
  /** CLP05; null when absent. Information only: it takes no part in balancing. */
  patientCents: Cents | null;
  /** CLP06. */
  filingIndicator: string | null;
  /** CLP07: the payer's own number of the claim (ICN). */
  payerControlNumber: string | null;
  /** CLP08, CLP09. */
  facilityType: string | null;
  frequency: string | null;
  /** Claim-level CAS (loop 2100). */
  adjustments: Adjustment[];
  /** RARCs of MIA and MOA, in file order, without repeats. */
  remarks: string[];
  patient: RemittancePerson | null;
  insured: RemittancePerson | null;
  /** NM1*74 as corrected by the payer. */
  corrected: RemittancePerson | null;
  /** NM1*82. */
  renderingNpi: string | null;
  /** NM1*TT: the payer the claim was forwarded to; NM1*PR: who should pay first. */
  crossover: { name: string; id: string | null } | null;
  priorityPayer: { name: string; id: string | null } | null;
  /** REF*F8, REF*G1, REF*EA. */
  originalReference: string | null;
  authorization: string | null;
  medicalRecord: string | null;
  /** DTM*050: the day the payer received the claim (proof of timely filing). */
  receivedOn: CalendarDate | null;
  /** DTM*232 and *233. */
  serviceFrom: CalendarDate | null;
  serviceTo: CalendarDate | null;
  /** DTM*036. */
  coverageEndedOn: CalendarDate | null;
  /** AMT*I: interest; its money flows through PLB. Null when absent. */
  interestCents: Cents | null;
  /** Other AMT of the claim by qualifier, in cents. */
  amounts: { qualifier: string; cents: Cents }[];
  lines: RemittanceLine[];
}

/** One adjudicated service line: an SVC loop (2110). */
export interface RemittanceLine {
  /** Position in its CLP, from 1. */
  number: number;
  /** SVC01-1: "HC", "NU" (revenue code) and others. */
  codeQualifier: string;
  /** SVC01-2, upper case: the adjudicated code. */
  code: string;
  /** SVC01-3 to -6. */
  modifiers: string[];
  /** SVC06, present only where it differs from SVC01. */
  submitted: { codeQualifier: string; code: string; modifiers: string[] } | null;
  /** SVC04. */
  revenueCode: string | null;
  /** SVC02, SVC03. */
  chargeCents: Cents;
  paidCents: Cents;
  /** SVC05; 1 where absent. */
  unitsPaid: number;
  /** SVC07 where present, else the units paid. */
  unitsSubmitted: number;
  /** DTM*472, or *150 and *151; the claim's days where absent are NOT filled in here. */
  serviceFrom: CalendarDate | null;
  serviceTo: CalendarDate | null;
  /** REF*6R. */
  controlNumber: string | null;
  /** AMT*B6; null when absent. */
  allowedCents: Cents | null;
  /** Other AMT of the line by qualifier, in cents. */
  amounts: { qualifier: string; cents: Cents }[];
  adjustments: Adjustment[];
  /** LQ*HE RARCs in file order, without repeats. */
  remarks: string[];
  /** REF*0K: the payer's policy. */
  policies: string[];
}

/** One reason of a CAS segment. */
export interface Adjustment {
  /** CAS01: CO, PR, OA, PI (CR in old files). */
  group: string;
  carc: string;
  /** Positive reduces the payment. */
  cents: Cents;
  /** Units adjusted; null when absent. */
  quantity: number | null;
}

/** One reason of a PLB segment; positive reduces the payment. */
export interface ProviderAdjustment {
  /** PLB01, PLB02. */
  providerId: string | null;
  fiscalYearEnd: CalendarDate | null;
  /** PLB03-1: WO, FB, L6, 72 and others. */
  reason: string;
  /** PLB03-2: often the payer's claim number the money belongs to. */
  reference: string | null;
  cents: Cents;
}

export interface RemittancePerson {
  lastName: string;
  firstName: string | null;
  memberId: string | null;
}

/** CLP02 of a reversal, of a claim that was only forwarded, and of a predetermination: none has line outcomes. */
export const REVERSAL = "22";
export const FORWARDED = "23";
export const PREDETERMINATION = "25";

/** CLP02 of a final determination. */
export const FINAL_STATUSES: readonly string[] = ["1", "2", "3", "4", "19", "20", "21"];
