import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";

/**
 * One professional (837P) claim as the core knows it. The EDI reader makes it from a file, a correction makes a
 * changed copy of it, the edits read it, the writer turns it back into X12. It is plain JSON and immutable by habit.
 */
export interface Claim {
  /** CLM01: the practice's own claim number; the key of every re-export. */
  claimNumber: string;
  /** CLM02 in cents; null when the file holds no readable amount (such a claim is quarantined). */
  chargeCents: Cents;
  /** CLM05-1, the claim's default place of service, e.g. "24". */
  placeOfService: string;
  /** CLM05-3: "1" original, "7" replacement, "8" void, others as sent. */
  frequency: string;
  role: ClaimRole;
  billing: Provider & { taxId: string | null };
  rendering: Provider | null;
  referring: Provider | null;
  facility: Provider | null;
  supervising: Provider | null;
  subscriber: Person & { memberId: string | null; relationship: string | null; groupNumber: string | null };
  /** The person treated; the subscriber's own data when the patient is the subscriber. */
  patient: Person;
  payer: ClaimPayer;
  /** Other payers of loop 2320, in file order. */
  otherPayers: OtherPayer[];
  /** First is the principal diagnosis (ABK). Codes carry no dot, upper case: "M961". */
  diagnoses: string[];
  /** REF*G1 of the claim. */
  authorization: string | null;
  /** REF*9F of the claim. */
  referral: string | null;
  /** REF*F8, the payer's number of the claim that this one replaces or voids. */
  payerControlNumber: string | null;
  /** NTE of loop 2300, joined by a space when several. */
  note: string | null;
  accident: { kinds: string[]; date: CalendarDate | null; state: string | null; claimNumber: string | null };
  /** CLM20. */
  delayReason: string | null;
  lines: ServiceLine[];
}

export interface ServiceLine {
  /** LX01: position in the file, 1..n; findings name it. */
  number: number;
  /** REF*6R; null when the file sent none (the writer adds one). */
  controlNumber: string | null;
  /** SV101-2, upper case. */
  code: string;
  /** SV101-1, normally "HC". */
  codeQualifier: string;
  /** SV101-3 to -6, upper case, in file order, none empty. */
  modifiers: string[];
  /** SV101-7. */
  description: string | null;
  chargeCents: Cents;
  /** SV103: "UN" units or "MJ" minutes. */
  unitBasis: string;
  /** SV104 as sent; may be a decimal or zero in a dirty file, edits judge it. */
  units: number;
  /** SV105, only when it differs from the claim's. */
  placeOfService: string | null;
  /** SV107: 1-based positions in `Claim.diagnoses`; may point past its end in a dirty file. */
  diagnosisPointers: number[];
  /** DTP*472; null when the file has none. `to` equals `from` for a single day. */
  serviceFrom: CalendarDate | null;
  serviceTo: CalendarDate | null;
  /** 2400 REF*G1, up to five. */
  authorizations: string[];
  rendering: Provider | null;
  /** NTE of loop 2400, joined by a space when several. */
  note: string | null;
  /** National drug codes and device identifiers of 2410 LIN: qualifier and value. */
  identifiers: { qualifier: string; value: string }[];
}

export interface Provider {
  /** Organization or "LAST, FIRST". */
  name: string;
  /** NM109 when NM108 is XX. */
  npi: string | null;
  /** PRV03. */
  taxonomy: string | null;
}

export interface Person {
  lastName: string;
  firstName: string | null;
  middleName: string | null;
  birthDate: CalendarDate | null;
  /** DMG03: "F", "M" or "U". */
  sex: string | null;
  deathDate: CalendarDate | null;
}

export interface ClaimPayer {
  name: string;
  /** 2010BB NM109. */
  id: string | null;
  /** SBR09, e.g. "MB", "CI", "16", "WC". */
  filingIndicator: string | null;
  /** SBR01. */
  responsibility: "P" | "S" | "T" | "other";
}

export interface OtherPayer {
  name: string;
  id: string | null;
  responsibility: "P" | "S" | "T" | "other";
  filingIndicator: string | null;
  /** AMT*D in cents. */
  paidCents: Cents | null;
}

/** Who the claim is for: edits and rates are scoped by role, not by form. */
export const CLAIM_ROLES = ["surgeon", "assistant", "anaesthesia", "asc_facility", "hospital"] as const;
export type ClaimRole = (typeof CLAIM_ROLES)[number];

/** First and last date of service over all lines; null where no line has a date. */
export function serviceSpan(claim: { lines: readonly Pick<ServiceLine, "serviceFrom" | "serviceTo">[] }): {
  from: CalendarDate | null;
  to: CalendarDate | null;
} {
  let from: CalendarDate | null = null;
  let to: CalendarDate | null = null;
  for (const line of claim.lines) {
    if (line.serviceFrom !== null && (from === null || line.serviceFrom < from)) from = line.serviceFrom;
    const last = line.serviceTo ?? line.serviceFrom;
    if (last !== null && (to === null || last > to)) to = last;
  }
  return { from, to };
}

/** The line's place of service: its own, else the claim's. */
export function placeOf(
  claim: Pick<Claim, "placeOfService">,
  line: Pick<ServiceLine, "placeOfService">,
): string {
  return line.placeOfService ?? claim.placeOfService;
}
