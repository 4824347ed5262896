import { summarizeLines } from "@/lib/domain/claims/claim-columns";
import type { ClaimRole } from "@/lib/domain/claims/claim";
import { inferClaimRole } from "@/lib/domain/claims/infer-claim-role";
import { searchCode, searchName } from "@/lib/domain/claims/search-text";
import { isScsCode } from "@/lib/domain/code-sets/scs-codes";
import { patientMatchKey } from "@/lib/domain/imports/arrival-keys";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Responsibility } from "@/lib/domain/denials/determination";
import type { RemittanceClaim, RemittanceLine } from "./remittance";

/** What lists know of a claim that only its remittance brought. */
export interface BornColumns {
  claimNumber: string;
  claimRole: string;
  frequency: string;
  responsibility: Responsibility;
  hasScs: boolean;
  queue: "specialty" | "general";
  chargeCents: number;
  serviceFrom: CalendarDate | null;
  serviceTo: CalendarDate | null;
  serviceDate: CalendarDate;
  lineSummary: string;
  matchKey: string;
  lastName: string;
  firstName: string | null;
  memberId: string | null;
  searchName: string;
  searchMemberId: string | null;
  lines: BornLine[];
}

export interface BornLine {
  lineNumber: number;
  code: string;
  modifiers: string[];
  units: number;
  chargeCents: number;
  placeOfService: string;
  renderingNpi: string | null;
  serviceFrom: CalendarDate | null;
  serviceTo: CalendarDate | null;
}

export interface BornInput {
  /** "professional", "anaesthesia", "asc", "hospital": the kind of the billing entity that was paid. */
  entityKind: string;
  responsibility: Responsibility;
  /** The day of the payment: stands for the day of service where the remittance has none. */
  postedOn: CalendarDate;
}

const ROLE_OF_KIND: Readonly<Record<string, ClaimRole>> = {
  anaesthesia: "anaesthesia",
  asc: "asc_facility",
  hospital: "hospital",
};

/** A claim as its remittance knows it: patient from NM1*QC, lines from SVC. A reversal's amounts are turned round. */
export function bornColumns(claim: RemittanceClaim, input: BornInput): BornColumns {
  const person = claim.patient ?? claim.insured;
  const lastName = person?.lastName || "Name not sent";
  const firstName = person?.firstName ?? null;
  const memberId = claim.patient?.memberId ?? claim.insured?.memberId ?? null;
  const lines = claim.lines.map((line) => bornLine(claim, line, line.number));
  const days = lines.flatMap((line) => line.serviceFrom ?? []).sort();
  const ends = lines.flatMap((line) => line.serviceTo ?? line.serviceFrom ?? []).sort();
  const serviceFrom = days[0] ?? claim.serviceFrom;
  const hasScs = lines.some((line) => isScsCode(line.code));
  return {
    ...{ claimNumber: claim.claimNumber, frequency: claim.frequency ?? "1" },
    claimRole: ROLE_OF_KIND[input.entityKind] ?? roleOf(lines),
    ...{ responsibility: input.responsibility, hasScs, queue: hasScs ? "specialty" : "general" },
    ...{ chargeCents: Math.abs(claim.chargeCents), serviceFrom, serviceTo: ends.at(-1) ?? claim.serviceTo },
    serviceDate: serviceFrom ?? input.postedOn,
    lineSummary: summarizeLines({ lines }),
    matchKey: patientMatchKey({
      patient: { lastName, firstName, birthDate: null },
      subscriber: { memberId },
    }),
    ...{ lastName, firstName, memberId, searchName: searchName(lastName, firstName) },
    searchMemberId: memberId === null ? null : searchCode(memberId),
    lines,
  };
}

/** A line of such a claim, from the line of the remittance. */
export function bornLine(claim: RemittanceClaim, line: RemittanceLine, lineNumber: number): BornLine {
  const { code, modifiers } = line.submitted ?? line;
  return {
    ...{ lineNumber, code, modifiers, units: line.unitsSubmitted, chargeCents: Math.abs(line.chargeCents) },
    ...{ placeOfService: claim.facilityType ?? "", renderingNpi: claim.renderingNpi },
    ...{ serviceFrom: line.serviceFrom ?? claim.serviceFrom, serviceTo: line.serviceTo ?? claim.serviceTo },
  };
}

function roleOf(lines: readonly BornLine[]): ClaimRole {
  return inferClaimRole({
    placeOfService: lines[0]?.placeOfService ?? "",
    billing: { npi: null, taxonomy: null },
    lines: lines.map((line) => ({ ...line, unitBasis: "UN", placeOfService: null })),
  });
}
