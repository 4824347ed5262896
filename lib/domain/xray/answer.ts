import { classifyClaim } from "@/lib/domain/denials/classify-claim";
import { billedCode } from "@/lib/domain/denials/denial-category";
import { isFacilityClaim } from "@/lib/domain/denials/line-outcome";
import {
  responsibilityOfStatus,
  type Adjudication,
  type Responsibility,
} from "@/lib/domain/denials/determination";
import type { ClaimOutcome, ClassifiedClaim, ClassifiedLine } from "@/lib/domain/denials/outcome";
import { normalized, searchCode } from "@/lib/domain/claims/search-text";
import type { EffectiveProfile } from "@/lib/domain/payers/parameters";
import {
  REVERSAL,
  type RemittanceClaim,
  type RemittanceLine,
  type RemittancePayment,
} from "@/lib/domain/remittances/remittance";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import { scopeOfCode, type LineScope } from "./line-scope";
import type { LineMarks } from "./same-line";

export interface XrayPayer {
  /** The payer's number, or its name where the file sends none. */
  key: string;
  name: string;
}

/** What one CLP says, boiled down to what the figures need, so that years of remittances fit into memory. */
export interface Answer {
  claimNumber: string;
  /** Who was paid: a claim number is unique under a billing provider only. */
  payee: string;
  payer: XrayPayer;
  /** P | S | T by the status; null on a reversal, which speaks of an earlier answer. */
  rank: Responsibility | null;
  kind: "decision" | "reversal" | "without_decision";
  /** The day of the payment, else the day up to which the payer had worked. */
  decidedOn: CalendarDate | null;
  /** Position among all answers read; breaks ties of a day. */
  order: number;
  /** Position of its payment. */
  payment: number;
  /** Null where the file names no patient. */
  patient: string | null;
  isFacility: boolean;
  claim: Adjudication["claim"];
  /** Without its lines, which stand in `lines`. */
  classified: ClassifiedClaim;
  profile: EffectiveProfile;
  lines: AnswerLine[];
}

/** A line of an answer: what it is recognised by, and what was decided of it. */
export interface AnswerLine extends LineMarks {
  number: number;
  scope: LineScope;
  paidCents: Cents;
  serviceTo: CalendarDate | null;
  /** Null on a reversal. */
  classified: ClassifiedLine | null;
}

/** What an answer needs of its payment. */
export type AnsweredPayment = Pick<RemittancePayment, "paidOn" | "producedOn" | "payer" | "payee">;

export interface AnswerInput {
  payment: AnsweredPayment;
  claim: RemittanceClaim;
  order: number;
  paymentOrder: number;
  /** In force on the first day of service. */
  profile: EffectiveProfile;
  /** True when payee or rendering provider is a facility of the organization. */
  isOwnFacility: boolean;
}

/** A CLP as an answer; null where no line of it has to do with stimulators (a claim without lines is kept, to be counted). */
export function answerOf(input: AnswerInput): Answer | null {
  const { payment, claim, order, paymentOrder, profile, isOwnFacility } = input;
  if (claim.lines.length > 0 && claim.lines.every((line) => scopeOfCode(billedCode(line)) === "other")) {
    return null;
  }
  const { capitated, separatelyPaidCodes } = profile.values;
  const context = { capitated, separatelyPaidCodes, isOwnFacility };
  const classified = classifyClaim(claim, context);
  const { statusCode, payerControlNumber, chargeCents, paidCents, frequency } = claim;
  return {
    claimNumber: claim.claimNumber,
    payee: payeeKey(payment),
    payer: payerOf(payment),
    rank: rankOfStatus(claim.statusCode),
    kind: kindOf(classified.outcome),
    decidedOn: payment.paidOn ?? payment.producedOn,
    order,
    payment: paymentOrder,
    patient: patientOf(claim),
    isFacility: isFacilityClaim(claim, context),
    claim: { statusCode, payerControlNumber, chargeCents, paidCents, frequency },
    classified: { ...classified, lines: [] },
    profile,
    lines: claim.lines.map((line, index) => lineOf(claim, line, classified.lines[index] ?? null)),
  };
}

function lineOf(claim: RemittanceClaim, line: RemittanceLine, classified: ClassifiedLine | null): AnswerLine {
  return {
    number: line.number,
    controlNumber: line.controlNumber,
    code: billedCode(line),
    modifiers: (line.submitted ?? line).modifiers,
    scope: scopeOfCode(billedCode(line)),
    chargeCents: line.chargeCents,
    paidCents: line.paidCents,
    serviceFrom: line.serviceFrom ?? claim.serviceFrom,
    serviceTo: line.serviceTo ?? line.serviceFrom ?? claim.serviceTo ?? claim.serviceFrom,
    // Nobody reads the sentence here, and years of remittances hold many.
    classified: classified && { ...classified, why: "" },
  };
}

/** A status that names no turn (4: not recognised) speaks for the first payer; a reversal for whoever answered before. */
function rankOfStatus(status: string): Responsibility | null {
  return responsibilityOfStatus(status) ?? (status === REVERSAL ? null : "P");
}

function kindOf(outcome: ClaimOutcome): Answer["kind"] {
  if (outcome === "REVERSAL") return "reversal";
  return outcome === "FORWARDED" || outcome === "PREDETERMINATION" ? "without_decision" : "decision";
}

function payeeKey({ payee }: AnsweredPayment): string {
  return payee.npi ?? payee.taxId ?? normalized(payee.name);
}

function payerOf({ payer }: AnsweredPayment): XrayPayer {
  const key = payer.id === null ? `name:${normalized(payer.name)}` : payer.id.toUpperCase();
  return { key, name: payer.name === "" ? (payer.id ?? "Payer without a name") : payer.name };
}

/** By the member id where there is one: a remittance carries no date of birth. */
function patientOf({ patient, insured }: RemittanceClaim): string | null {
  const person = patient ?? insured;
  if (person === null) return null;
  const member = searchCode(patient?.memberId ?? insured?.memberId ?? "");
  const name = `${normalized(person.lastName)}|${normalized(person.firstName ?? "")}`;
  return name === "|" && member === "" ? null : `${member}|${name}`;
}
