import type { RemittanceClaim, RemittanceLine, RemittancePerson } from "@/lib/domain/remittances/remittance";
import type { Cents } from "@/lib/domain/shared/money";
import { priceLines, type PricedLine } from "./line-prices";
import { payerControlNumber, type Subject } from "./subject";
import { SUPPLEMENT } from "./terms";
import type { Verdict } from "./verdict";

export interface Determination {
  verdict: Verdict;
  /** 0 for the first, then counted up: each has a number of the payer's. */
  count: number;
  /** Answers a corrected claim (frequency 7), with the number of what it replaces. */
  replaces: number | null;
  /** Paid on top because the answer came late; not part of what is paid for the claim. */
  interestCents: Cents | null;
  /** Pays by contract what was underpaid before. */
  atContract?: boolean;
}

/** The answer to a claim: CLP to its last line. Same subject and determination, same answer. */
export function adjudicate(asHeld: Subject, determination: Determination): RemittanceClaim {
  const subject = determination.atContract === true ? { ...asHeld, isUnderpaid: false } : asHeld;
  const { claim, terms, receivedOn } = subject;
  const { verdict, count, replaces, interestCents } = determination;
  const priced = priceLines(subject, verdict);
  const paidCents = sumOf(priced, ({ paidCents: own }) => own);
  const isForwarded = subject.hasSupplement && sumOf(priced, ({ allowedCents }) => allowedCents) > 0;
  return {
    claimNumber: claim.claimNumber,
    statusCode: statusOf(subject, verdict, isForwarded),
    chargeCents: claim.chargeCents,
    paidCents,
    patientCents: sumOf(priced, ({ adjustments }) =>
      sumOf(adjustments, ({ group, cents }) => (group === "PR" ? cents : 0)),
    ),
    filingIndicator: terms.filingIndicator,
    payerControlNumber: payerControlNumber(subject, count),
    facilityType: claim.placeOfService,
    frequency: replaces === null ? claim.frequency : "7",
    adjustments: [],
    remarks: isForwarded ? [...verdict.remarks, "MA18"] : verdict.remarks,
    patient: personOf(claim.patient, claim.subscriber.memberId),
    insured:
      claim.subscriber.relationship === "18" ? null : personOf(claim.subscriber, claim.subscriber.memberId),
    corrected: null,
    renderingNpi: claim.rendering?.npi ?? null,
    crossover: isForwarded ? { name: SUPPLEMENT.name, id: SUPPLEMENT.id } : null,
    priorityPayer: null,
    originalReference: replaces === null ? claim.payerControlNumber : payerControlNumber(subject, replaces),
    authorization: claim.authorization,
    medicalRecord: null,
    receivedOn,
    serviceFrom: null,
    serviceTo: null,
    coverageEndedOn: null,
    interestCents,
    amounts: [],
    lines: priced.map((line, index) => lineOf(subject, verdict, line, index + 1, priced)),
  };
}

function statusOf({ terms }: Subject, verdict: Verdict, isForwarded: boolean): string {
  if (verdict.isUnknownPatient) return "4";
  if (isForwarded) return "19";
  const allDenied =
    verdict.lines.size > 0 && [...verdict.lines.values()].every(({ kind }) => kind === "denied");
  return terms.sendsFour && verdict.denial !== null && allDenied ? "4" : "1";
}

function lineOf(
  subject: Subject,
  verdict: Verdict,
  priced: PricedLine,
  number: number,
  all: readonly PricedLine[],
): RemittanceLine {
  const { line } = priced;
  const own = verdict.lines.get(line.number);
  const submitted = { codeQualifier: line.codeQualifier, code: line.code, modifiers: line.modifiers };
  const survivor = own?.kind === "bundled" ? all.find((other) => other.line.number === own.into)!.line : null;
  const isPackagedCase = subject.claim.role === "asc_facility" && subject.terms.caseRate !== null;
  return {
    number,
    ...submitted,
    ...(survivor === null ? {} : { code: survivor.code, modifiers: survivor.modifiers }),
    submitted: survivor === null ? null : submitted,
    revenueCode: isPackagedCase ? AMBULATORY_SURGERY : null,
    chargeCents: line.chargeCents,
    paidCents: priced.paidCents,
    // A denied line comes back with its units; one that lives on in another has none of its own.
    unitsPaid: own?.kind === "denied" || own?.kind === "packaged" ? line.units : priced.unitsPaid,
    unitsSubmitted: line.units,
    serviceFrom: line.serviceFrom,
    serviceTo: line.serviceTo,
    controlNumber: line.controlNumber,
    allowedCents: priced.allowedCents,
    amounts: [],
    adjustments: priced.adjustments,
    remarks: own === undefined || own.kind === "bundled" ? [] : own.remarks,
    policies: own?.kind === "denied" && own.policy !== null ? [own.policy] : [],
  };
}

const AMBULATORY_SURGERY = "0490";

const personOf = (
  person: { lastName: string; firstName: string | null },
  memberId: string | null,
): RemittancePerson => ({ lastName: person.lastName, firstName: person.firstName, memberId });

const sumOf = <T>(items: readonly T[], cents: (item: T) => Cents) =>
  items.reduce((sum, item) => sum + cents(item), 0);
