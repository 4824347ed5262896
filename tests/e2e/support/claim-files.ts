import { addDays } from "@/lib/domain/shared/calendar-date";
import type { Claim } from "@/lib/domain/claims/claim";
import { aClaim, aLine } from "../../builders/a-claim";
import { aClaimFile } from "../../builders/a-claim-file";

/** A claim number that no other run has used. */
export function freshNumber(prefix: string): string {
  return `${prefix}${Date.now().toString(36).toUpperCase()}${Math.floor(Math.random() * 1296)
    .toString(36)
    .toUpperCase()}`;
}

/** Recent enough that no payer's filing limit is near. */
export function recentDay(daysAgo = 20): string {
  return addDays(new Date().toISOString().slice(0, 10), -daysAgo);
}

/** Somebody whom no other test knows: their own encounters, facts and history. */
function aStranger(): Pick<Claim, "patient" | "subscriber"> {
  const { patient, subscriber } = aClaim();
  return { patient, subscriber: { ...subscriber, memberId: freshNumber("W") } };
}

/** A trial of two leads written on two lines without the modifier that Aetna wants on the second. */
export function aSecondLeadClaim(overrides: Partial<Claim> = {}): Claim {
  const day = recentDay();
  const line = { serviceFrom: day, serviceTo: day };
  return aClaim({
    ...aStranger(),
    claimNumber: freshNumber("E2E"),
    lines: [aLine({ ...line, controlNumber: "A1" }), aLine({ ...line, controlNumber: "A2" })],
    ...overrides,
  });
}

/** An office visit to Medicare: no stimulator code, nothing to flag. */
export function aVisit(overrides: Partial<Claim> = {}): Claim {
  const day = recentDay();
  return aClaim({
    ...aStranger(),
    claimNumber: freshNumber("V"),
    placeOfService: "11",
    authorization: null,
    payer: { name: "MEDICARE PART B", id: "04112", filingIndicator: "MB", responsibility: "P" },
    lines: [
      aLine({ code: "99213", chargeCents: 14_500, serviceFrom: day, serviceTo: day, controlNumber: "V1" }),
    ],
    ...overrides,
  });
}

/** The file as a browser's upload takes it. */
export function upload(
  name: string,
  claims: readonly Claim[],
  controlNumber = Math.floor(Math.random() * 900_000) + 1,
) {
  return {
    name,
    mimeType: "application/octet-stream",
    buffer: Buffer.from(aClaimFile(claims, { controlNumber })),
  };
}
