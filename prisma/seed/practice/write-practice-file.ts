import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import { sourceOfClaim } from "@/lib/edi/segments-of-claim";
import { write837 } from "@/lib/edi/write-837";
import type { DraftClaim } from "./claims";
import { ENTITIES, FACILITIES } from "./entities";

/** One export of the practice's system: all billing entities in one interchange. */
export function writePracticeFile(drafts: DraftClaim[], madeOn: CalendarDate, number: number): string {
  const claims = drafts.map(({ claim, entity, encounter }) => {
    const facility =
      claim.facility?.npi === FACILITIES.hospital.provider.npi ? FACILITIES.hospital : FACILITIES.asc;
    const source = sourceOfClaim(claim, {
      billingAddress: entity.address,
      subscriberAddress: encounter.patient.address,
      patientAddress: encounter.patient.address,
      facilityAddress: facility.address,
    });
    return { claim, source };
  });
  return write837({
    claims,
    lineBreaks: true,
    envelope: {
      senderId: "SUMMITRIDGE",
      receiverId: "CLEARHOUSE",
      submitter: {
        name: ENTITIES.group.name,
        id: "SUMMITRIDGE",
        contactName: "BILLING OFFICE",
        phone: "7195550142",
      },
      receiver: { name: "EXAMPLE CLEARINGHOUSE", id: "CLEARHOUSE" },
      controlNumber: number,
      at: new Date(`${madeOn}T18:00:00Z`),
      usage: "T",
    },
  });
}
