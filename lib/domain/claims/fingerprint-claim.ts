import type { Claim, Provider, ServiceLine } from "./claim";

/**
 * Canonical text of what the payer sees of a claim: two claims with the same text are the same claim to it. Callers
 * hash it. Line control numbers that a file lacks and our own reading of the role are no part of it, so a claim that
 * left through Dorsal and comes back compares equal to what was released.
 */
export function fingerprintClaim(claim: Claim): string {
  const { subscriber, patient, payer, accident } = claim;
  return JSON.stringify([
    "claim-1",
    [claim.claimNumber, claim.chargeCents, claim.placeOfService, claim.frequency],
    [...providerValues(claim.billing), claim.billing.taxId],
    [claim.rendering, claim.referring, claim.facility, claim.supervising].map(providerValues),
    [...personValues(subscriber), subscriber.memberId, subscriber.relationship, subscriber.groupNumber],
    personValues(patient),
    [payer.name, payer.id, payer.filingIndicator, payer.responsibility],
    claim.otherPayers.map((other) => [
      ...[other.name, other.id, other.responsibility, other.filingIndicator, other.paidCents],
    ]),
    claim.diagnoses,
    [claim.authorization, claim.referral, claim.payerControlNumber, claim.note, claim.delayReason],
    [accident.kinds, accident.date, accident.state, accident.claimNumber],
    claim.lines.map(lineValues),
  ]);
}

function lineValues(line: ServiceLine): unknown[] {
  return [
    ...[line.codeQualifier, line.code, line.modifiers, line.description, line.chargeCents],
    ...[line.unitBasis, line.units, line.placeOfService, line.diagnosisPointers],
    ...[line.serviceFrom, line.serviceTo, line.authorizations, providerValues(line.rendering), line.note],
    line.identifiers.map(({ qualifier, value }) => [qualifier, value]),
  ];
}

function providerValues(provider: Provider | null): unknown[] {
  return provider === null ? [] : [provider.name, provider.npi, provider.taxonomy];
}

function personValues(person: Claim["patient"]): unknown[] {
  const { lastName, firstName, middleName, birthDate, sex, deathDate } = person;
  return [lastName, firstName, middleName, birthDate, sex, deathDate];
}
