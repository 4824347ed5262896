import type { DocumentedDay } from "@/lib/data/setup/demo-records";
import type { KnownFacts } from "@/lib/domain/cases/facts";
import { serviceSpan, type Claim } from "@/lib/domain/claims/claim";
import { searchCode, searchName } from "@/lib/domain/claims/search-text";
import { patientMatchKey } from "@/lib/domain/imports/arrival-keys";
import { read837 } from "@/lib/edi/read-837";
import type { Practice } from "@/prisma/seed/practice/generate-practice";

/** Of the open weeks' days this share is answered; the rest is what people are asked for in the demo. */
const ANSWERED_SHARE = 0.72;

/**
 * What the practice's records say of each day of service: everything of the past, and of the open weeks a part. The
 * claims of one day in all roles share the answers.
 */
export function documentedDays(practice: Practice): DocumentedDay[] {
  const days = new Map<string, DocumentedDay>();
  for (const file of practice.files) {
    const { events } = read837(Buffer.from(file.text(), "utf8"));
    for (const event of events) {
      if (event.kind !== "claim") continue;
      const { claim } = event;
      const known = practice.facts[claim.claimNumber];
      const truth = practice.truth[claim.claimNumber];
      const serviceDate = serviceSpan(claim).from;
      if (known === undefined || truth === undefined || serviceDate === null) continue;
      if (!file.isHistory && !isAnswered(truth.encounter)) continue;
      const key = `${patientMatchKey(claim)} ${serviceDate}`;
      if (!days.has(key)) days.set(key, dayOf(claim, serviceDate, known));
    }
  }
  return [...days.values()];
}

/** A fixed scatter over the encounters' numbers, so that the same practice has the same gaps. */
function isAnswered(encounter: number): boolean {
  return (encounter * 0.618_033_988_75) % 1 < ANSWERED_SHARE;
}

function dayOf(claim: Claim, serviceDate: string, known: KnownFacts): DocumentedDay {
  const { patient, subscriber } = claim;
  return {
    ...{ matchKey: patientMatchKey(claim), lastName: patient.lastName, firstName: patient.firstName },
    ...{ birthDate: patient.birthDate, sex: patient.sex, memberId: subscriber.memberId, serviceDate },
    searchName: searchName(patient.lastName, patient.firstName),
    searchMemberId: subscriber.memberId === null ? null : searchCode(subscriber.memberId),
    facts: Object.entries(known).map(([fact, { value, source }]) => ({
      ...{ fact, value, sourceKind: source.kind, sourceText: source.text },
    })),
  };
}
