import type { Claim, ClaimPayer, Person, Provider } from "@/lib/domain/claims/claim";
import { readDate } from "./amounts";
import { loopOf, type GuideArea, firstLoop } from "./guide-837p";
import { textAt } from "./raw-segment";
import type { RawSegment } from "./types";

export type BillingParty = Claim["billing"];

export interface SubscriberParty {
  found: boolean;
  /** NM1*IL was there. */
  named: boolean;
  subscriber: Claim["subscriber"];
  payer: ClaimPayer;
  propertyClaimNumber: string | null;
}

export interface PatientParty {
  relationship: string | null;
  patient: Person;
  propertyClaimNumber: string | null;
}

/** Name, NPI and taxonomy of an NM1 segment; the taxonomy is filled in from the PRV behind it. */
export function providerOf(nm1: RawSegment): Provider {
  return { name: nameOf(nm1), npi: nm1[8] === "XX" ? textAt(nm1, 9) : null, taxonomy: null };
}

/** "ORGANIZATION" or "LAST, FIRST"; empty where the file names nobody. */
function nameOf(nm1: RawSegment): string {
  const last = textAt(nm1, 3) ?? "";
  const given = nm1[2] === "2" ? null : textAt(nm1, 4);
  return given === null ? last : `${last}, ${given}`;
}

export function responsibilityOf(code: string | undefined): ClaimPayer["responsibility"] {
  return code === "P" || code === "S" || code === "T" ? code : "other";
}

const nobody = (): Person => ({
  lastName: "",
  firstName: null,
  middleName: null,
  birthDate: null,
  sex: null,
  deathDate: null,
});

/** Visits the segments of one area with the loop of each. */
export function eachLoop(
  area: GuideArea,
  segments: RawSegment[],
  visit: (loop: string | null, segment: RawSegment, index: number) => void,
): void {
  let loop = firstLoop(area);
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index]!;
    const found = loopOf(loop, segment[0]!, segment[1]);
    if (found !== null) loop = found;
    visit(found, segment, index);
  }
}

/** 2000A with 2010AA. */
export function readBilling(segments: RawSegment[]): BillingParty {
  const billing: BillingParty = { name: "", npi: null, taxonomy: null, taxId: null };
  let taxonomy: string | null = null;
  eachLoop("billing", segments, (loop, segment) => {
    if (loop === "2000A" && segment[0] === "PRV") taxonomy = textAt(segment, 3);
    if (loop !== "2010AA") return;
    if (segment[0] === "NM1") Object.assign(billing, providerOf(segment));
    const taxQualifier = segment[1] === "EI" || segment[1] === "SY";
    if (segment[0] === "REF" && taxQualifier)
      billing.taxId ??= textAt(segment, 2)?.replaceAll("-", "") ?? null;
  });
  billing.taxonomy = taxonomy;
  return billing;
}

/** 2000B with 2010BA and 2010BB. */
export function readSubscriber(segments: RawSegment[]): SubscriberParty {
  const party: SubscriberParty = {
    found: segments.length > 0,
    named: false,
    subscriber: { ...nobody(), memberId: null, relationship: null, groupNumber: null },
    payer: { name: "", id: null, filingIndicator: null, responsibility: "other" },
    propertyClaimNumber: null,
  };
  const { subscriber, payer } = party;
  eachLoop("subscriber", segments, (loop, segment) => {
    const id = segment[0];
    if (id === "SBR" && loop === "2000B") {
      payer.responsibility = responsibilityOf(segment[1]);
      payer.filingIndicator = textAt(segment, 9);
      subscriber.relationship = textAt(segment, 2);
      subscriber.groupNumber = textAt(segment, 3);
    } else if (id === "PAT" && loop === "2000B") {
      subscriber.deathDate = readDate(segment[6]);
    } else if (loop === "2010BA" && id === "NM1") {
      party.named = true;
      readPersonName(subscriber, segment);
      subscriber.memberId = textAt(segment, 9);
    } else if (loop === "2010BA") {
      readDemographics(subscriber, segment);
      if (id === "REF" && segment[1] === "Y4") party.propertyClaimNumber = textAt(segment, 2);
    } else if (loop === "2010BB" && id === "NM1") {
      payer.name = nameOf(segment);
      payer.id = textAt(segment, 9);
    }
  });
  return party;
}

/** 2000C with 2010CA. */
export function readPatient(segments: RawSegment[]): PatientParty {
  const party: PatientParty = { relationship: null, patient: nobody(), propertyClaimNumber: null };
  eachLoop("patient", segments, (loop, segment) => {
    const id = segment[0];
    if (id === "PAT") {
      party.relationship = textAt(segment, 1);
      party.patient.deathDate = readDate(segment[6]);
    } else if (loop === "2010CA" && id === "NM1") {
      readPersonName(party.patient, segment);
    } else if (loop === "2010CA") {
      readDemographics(party.patient, segment);
      if (id === "REF" && segment[1] === "Y4") party.propertyClaimNumber = textAt(segment, 2);
    }
  });
  return party;
}

function readPersonName(person: Person, nm1: RawSegment): void {
  person.lastName = textAt(nm1, 3) ?? "";
  person.firstName = textAt(nm1, 4);
  person.middleName = textAt(nm1, 5);
}

function readDemographics(person: Person, segment: RawSegment): void {
  if (segment[0] !== "DMG") return;
  person.birthDate = readDate(segment[2]);
  person.sex = textAt(segment, 3);
}
