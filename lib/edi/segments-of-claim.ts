import type { Claim, Person, Provider, ServiceLine } from "@/lib/domain/claims/claim";
import { toX12Date } from "@/lib/domain/shared/calendar-date";
import { formatX12Cents } from "@/lib/domain/shared/money";
import { composite, rawText } from "./raw-segment";
import type { ClaimSource, RawSegment } from "./types";

export interface Address {
  street: string;
  city: string;
  state: string;
  zip: string;
}

/** What a file carries of a claim beyond the typed claim. */
export interface SourceExtras {
  version?: string;
  submitter?: RawSegment[];
  receiver?: RawSegment[];
  billingAddress?: Address;
  subscriberAddress?: Address;
  patientAddress?: Address;
  facilityAddress?: Address;
}

/** Raw segments of a claim that no file sent: every typed field is written, and read back it is the same claim. */
export function sourceOfClaim(claim: Claim, extras: SourceExtras = {}): ClaimSource {
  const isSelf = claim.subscriber.relationship === "18" || claim.subscriber.relationship === null;
  return {
    version: extras.version ?? "005010X222A1",
    submitter: extras.submitter ?? [],
    receiver: extras.receiver ?? [],
    billing: billingSegments(claim, extras.billingAddress),
    subscriber: subscriberSegments(claim, isSelf, extras.subscriberAddress),
    patient: isSelf ? null : patientSegments(claim, extras.patientAddress),
    claim: claimSegments(claim, extras.facilityAddress),
    lines: claim.lines.map((line) => lineSegments(line)),
  };
}

/** Loop 2400 of a line. */
export function lineSegments(line: ServiceLine): RawSegment[] {
  const segments: RawSegment[] = [["LX", String(line.number)], serviceSegment(line)];
  if (line.serviceFrom !== null)
    segments.push(serviceDates(line.serviceFrom, line.serviceTo ?? line.serviceFrom));
  for (const authorization of line.authorizations) segments.push(["REF", "G1", rawText(authorization)]);
  if (line.controlNumber !== null) segments.push(["REF", "6R", rawText(line.controlNumber)]);
  if (line.note !== null) segments.push(["NTE", "ADD", rawText(line.note)]);
  for (const { qualifier, value } of line.identifiers) segments.push(["LIN", "", qualifier, rawText(value)]);
  if (line.rendering !== null) segments.push(...providerSegments("82", line.rendering, "PE"));
  return segments;
}

function serviceSegment(line: ServiceLine): RawSegment {
  const sv1 = [
    "SV1",
    procedureOf(line, []),
    formatX12Cents(line.chargeCents),
    line.unitBasis,
    unitsText(line.units),
    line.placeOfService ?? "",
    "",
    line.diagnosisPointers.join(":"),
  ];
  while (sv1.at(-1) === "") sv1.pop();
  return sv1;
}

/** SV101; `beyond` are components behind the description that are kept as they came. */
export function procedureOf(line: ServiceLine, beyond: string[]): string {
  const modifiers = [...line.modifiers, "", "", "", ""].slice(0, 4).map(rawText);
  const description = line.description === null ? "" : rawText(line.description);
  return composite([rawText(line.codeQualifier), rawText(line.code), ...modifiers, description, ...beyond]);
}

/** Units as X12 writes a number: no exponent, no zeros at the end. */
export function unitsText(units: number): string {
  return Number.isInteger(units) ? String(units) : units.toFixed(6).replace(/0+$/, "");
}

/** DTP*472: one day, or first and last. */
export function serviceDates(from: string, to: string): RawSegment {
  return from === to
    ? ["DTP", "472", "D8", toX12Date(from)]
    : ["DTP", "472", "RD8", `${toX12Date(from)}-${toX12Date(to)}`];
}

/** HI with the principal diagnosis first. */
export function diagnosisSegment(diagnoses: string[]): RawSegment {
  return ["HI", ...diagnoses.map((code, index) => `${index === 0 ? "ABK" : "ABF"}:${rawText(code)}`)];
}

function billingSegments(claim: Claim, address: Address | undefined): RawSegment[] {
  const { billing } = claim;
  const segments: RawSegment[] = [];
  if (billing.taxonomy !== null) segments.push(["PRV", "BI", "PXC", billing.taxonomy]);
  segments.push(nameSegment("85", billing), ...addressSegments(address));
  if (billing.taxId !== null) segments.push(["REF", "EI", rawText(billing.taxId)]);
  return segments;
}

function subscriberSegments(claim: Claim, isSelf: boolean, address: Address | undefined): RawSegment[] {
  const { subscriber, payer } = claim;
  const relationship = isSelf ? (subscriber.relationship ?? "") : "";
  const responsibility = payer.responsibility === "other" ? "U" : payer.responsibility;
  const sbr = [
    "SBR",
    responsibility,
    relationship,
    rawText(subscriber.groupNumber ?? ""),
    "",
    "",
    "",
    "",
    "",
  ];
  const segments: RawSegment[] = [[...sbr, payer.filingIndicator ?? ""]];
  if (isSelf && subscriber.deathDate !== null) {
    segments.push(["PAT", "", "", "", "", "D8", toX12Date(subscriber.deathDate)]);
  }
  segments.push(personSegment("IL", subscriber, subscriber.memberId), ...addressSegments(address));
  segments.push(...demographics(subscriber));
  if (isSelf) segments.push(...propertyClaim(claim));
  const identified = payer.id === null ? [] : ["", "", "", "", "PI", rawText(payer.id)];
  segments.push(["NM1", "PR", "2", rawText(payer.name), ...identified]);
  return segments;
}

function patientSegments(claim: Claim, address: Address | undefined): RawSegment[] {
  const { patient, subscriber } = claim;
  const pat = ["PAT", subscriber.relationship ?? ""];
  if (patient.deathDate !== null) pat.push("", "", "", "D8", toX12Date(patient.deathDate));
  return [
    pat,
    personSegment("QC", patient, null),
    ...addressSegments(address),
    ...demographics(patient),
    ...propertyClaim(claim),
  ];
}

function claimSegments(claim: Claim, facilityAddress: Address | undefined): RawSegment[] {
  const { accident } = claim;
  const clm = ["CLM", rawText(claim.claimNumber), formatX12Cents(claim.chargeCents), "", ""];
  clm.push(composite([rawText(claim.placeOfService), "B", claim.frequency]), "Y", "A", "Y", "Y");
  if (accident.kinds.length > 0 || accident.state !== null) {
    const kinds = [...accident.kinds, "", "", ""].slice(0, 3);
    clm.push("", composite([...kinds, accident.state ?? ""]));
  }
  if (claim.delayReason !== null) {
    while (clm.length < 20) clm.push("");
    clm.push(rawText(claim.delayReason));
  }
  const segments: RawSegment[] = [clm];
  if (accident.date !== null) segments.push(["DTP", "439", "D8", toX12Date(accident.date)]);
  if (claim.referral !== null) segments.push(["REF", "9F", rawText(claim.referral)]);
  if (claim.authorization !== null) segments.push(["REF", "G1", rawText(claim.authorization)]);
  if (claim.payerControlNumber !== null) segments.push(["REF", "F8", rawText(claim.payerControlNumber)]);
  if (claim.note !== null) segments.push(["NTE", "ADD", rawText(claim.note)]);
  if (claim.diagnoses.length > 0) segments.push(diagnosisSegment(claim.diagnoses));
  if (claim.referring !== null) segments.push(...providerSegments("DN", claim.referring, "RF"));
  if (claim.rendering !== null) segments.push(...providerSegments("82", claim.rendering, "PE"));
  if (claim.facility !== null)
    segments.push(nameSegment("77", claim.facility), ...addressSegments(facilityAddress));
  if (claim.supervising !== null) segments.push(nameSegment("DQ", claim.supervising));
  for (const other of claim.otherPayers) {
    const responsibility = other.responsibility === "other" ? "U" : other.responsibility;
    const sbr = ["SBR", responsibility, "18", "", "", "", "", "", "", other.filingIndicator ?? ""];
    segments.push(sbr);
    if (other.paidCents !== null) segments.push(["AMT", "D", formatX12Cents(other.paidCents)]);
    segments.push(["OI", "", "", "Y", "", "", "Y"]);
    segments.push(personSegment("IL", claim.subscriber, claim.subscriber.memberId));
    const identified = other.id === null ? [] : ["", "", "", "", "PI", rawText(other.id)];
    segments.push(["NM1", "PR", "2", rawText(other.name), ...identified]);
  }
  return segments;
}

const propertyClaim = (claim: Claim): RawSegment[] =>
  claim.accident.claimNumber === null ? [] : [["REF", "Y4", rawText(claim.accident.claimNumber)]];

function providerSegments(qualifier: string, provider: Provider, role: string): RawSegment[] {
  const segments = [nameSegment(qualifier, provider)];
  if (provider.taxonomy !== null) segments.push(["PRV", role, "PXC", provider.taxonomy]);
  return segments;
}

/** NM1 of a provider; "LAST, FIRST" is a person. */
function nameSegment(qualifier: string, provider: Provider): RawSegment {
  const comma = provider.name.indexOf(", ");
  const [last, given] =
    comma < 0 ? [provider.name, ""] : [provider.name.slice(0, comma), provider.name.slice(comma + 2)];
  const nm1 = ["NM1", qualifier, comma < 0 ? "2" : "1", rawText(last), rawText(given)];
  if (provider.npi !== null) nm1.push("", "", "", "XX", provider.npi);
  while (nm1.at(-1) === "") nm1.pop();
  return nm1;
}

function personSegment(qualifier: string, person: Person, memberId: string | null): RawSegment {
  const names = [person.lastName, person.firstName ?? "", person.middleName ?? ""].map(rawText);
  const nm1 = ["NM1", qualifier, "1", ...names];
  if (memberId !== null) nm1.push("", "", "MI", rawText(memberId));
  while (nm1.at(-1) === "") nm1.pop();
  return nm1;
}

function demographics(person: Person): RawSegment[] {
  if (person.birthDate === null && person.sex === null) return [];
  const dmg = ["DMG", "D8", person.birthDate === null ? "" : toX12Date(person.birthDate)];
  if (person.sex !== null) dmg.push(person.sex);
  return [dmg];
}

function addressSegments(address: Address | undefined): RawSegment[] {
  if (address === undefined) return [];
  return [
    ["N3", rawText(address.street)],
    ["N4", rawText(address.city), address.state, address.zip],
  ];
}
