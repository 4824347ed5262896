import type { Claim } from "@/lib/domain/claims/claim";
import { inferClaimRole } from "@/lib/domain/claims/infer-claim-role";
import { readCents, readDate } from "./amounts";
import { type ClaimProblem, joinedNote, unknownSegment } from "./claim-problem";
import { firstLoop, loopOf } from "./guide-837p";
import { readLine } from "./line-from-segments";
import {
  type BillingParty,
  type PatientParty,
  providerOf,
  responsibilityOf,
  type SubscriberParty,
} from "./parties";
import { plainText, textAt } from "./raw-segment";
import type { RawSegment } from "./types";

export interface ClaimParts {
  billing: BillingParty;
  subscriber: SubscriberParty;
  patient: PatientParty | null;
  claim: RawSegment[];
  lines: RawSegment[][];
}

/**
 * The typed claim of its raw segments with everything that is wrong with it. The claim holds what could be read even
 * when a problem quarantines it.
 */
export function claimFromSegments(
  parts: ClaimParts,
  options: { ascNpis?: readonly string[] } = {},
): { claim: Claim; chargeCents: number | null; problems: ClaimProblem[] } {
  const problems: ClaimProblem[] = [];
  const clm = parts.claim[0] ?? ["CLM"];
  const chargeCents = readCents(clm[2]);
  const claim = emptyClaim(parts, clm, chargeCents ?? 0);
  const refuse = (element: string | null, loop: string, message: string) =>
    problems.push({ grade: "quarantine", offset: 0, element, loop, message });
  if (claim.claimNumber === "") refuse("CLM01", "2300", "The claim has no claim number.");
  if (chargeCents === null)
    refuse("CLM02", "2300", "The total charge of the claim is missing or is not an amount.");
  if (!parts.subscriber.found) refuse(null, "2000B", "The claim stands outside of any subscriber loop.");
  else if (!parts.subscriber.named)
    refuse(null, "2010BA", "The claim's subscriber has no name segment (NM1*IL).");
  readClaimSegments(claim, parts.claim, problems);
  let offset = parts.claim.length;
  for (const segments of parts.lines) {
    claim.lines.push(readLine(segments, claim.lines.length + 1, offset, problems));
    offset += segments.length;
  }
  if (claim.lines.length === 0) refuse(null, "2400", "The claim has no service line.");
  claim.role = inferClaimRole(claim, options);
  return { claim, chargeCents, problems };
}

function emptyClaim(parts: ClaimParts, clm: RawSegment, chargeCents: number): Claim {
  const { billing, subscriber, patient } = parts;
  const place = (clm[5] ?? "").split(":");
  const accident = clm[11] === undefined || clm[11] === "" ? [] : clm[11].split(":");
  const self = subscriber.subscriber;
  return {
    claimNumber: textAt(clm, 1) ?? "",
    chargeCents,
    placeOfService: plainText(place[0] ?? "").trim(),
    frequency: plainText(place[2] ?? "").trim(),
    role: "surgeon",
    billing,
    rendering: null,
    referring: null,
    facility: null,
    supervising: null,
    subscriber: patient === null ? self : { ...self, relationship: patient.relationship },
    patient: patient?.patient ?? {
      lastName: self.lastName,
      firstName: self.firstName,
      middleName: self.middleName,
      birthDate: self.birthDate,
      sex: self.sex,
      deathDate: self.deathDate,
    },
    payer: subscriber.payer,
    otherPayers: [],
    diagnoses: [],
    authorization: null,
    referral: null,
    payerControlNumber: null,
    note: null,
    accident: {
      kinds: accident.slice(0, 3).filter((kind) => kind !== ""),
      date: null,
      state: accident[3] || null,
      claimNumber: patient?.propertyClaimNumber ?? subscriber.propertyClaimNumber,
    },
    delayReason: textAt(clm, 20),
    lines: [],
  };
}

const CLAIM_PROVIDERS: Record<string, "referring" | "rendering" | "facility" | "supervising"> = {
  "2310A": "referring",
  "2310B": "rendering",
  "2310C": "facility",
  "2310D": "supervising",
};

function readClaimSegments(claim: Claim, segments: RawSegment[], problems: ClaimProblem[]): void {
  let loop = firstLoop("claim");
  for (let offset = 1; offset < segments.length; offset += 1) {
    const segment = segments[offset]!;
    const id = segment[0]!;
    const found = loopOf(loop, id, segment[1]);
    if (found === null) {
      problems.push(unknownSegment(offset, id, loop));
      continue;
    }
    loop = found;
    if (loop === "2300") readClaimSegment(claim, segment, offset, problems);
    else if (loop.startsWith("2310")) readClaimProvider(claim, loop, segment);
    else readOtherPayer(claim, loop, segment);
  }
}

function readClaimSegment(claim: Claim, segment: RawSegment, offset: number, problems: ClaimProblem[]): void {
  switch (segment[0]) {
    case "HI":
      readDiagnoses(claim.diagnoses, segment);
      break;
    case "REF":
      if (segment[1] === "G1") {
        if (claim.authorization === null) claim.authorization = textAt(segment, 2);
        else problems.push(repeated(offset, "authorization"));
      } else if (segment[1] === "9F") claim.referral ??= textAt(segment, 2);
      else if (segment[1] === "F8") claim.payerControlNumber ??= textAt(segment, 2);
      break;
    case "NTE":
      claim.note = joinedNote(claim.note, segment);
      break;
    case "DTP":
      if (segment[1] === "439") claim.accident.date ??= readDate(segment[3]);
      break;
  }
}

const DIAGNOSIS_QUALIFIERS = new Set(["ABK", "ABF", "BK", "BF"]);

function readDiagnoses(diagnoses: string[], hi: RawSegment): void {
  for (let at = 1; at < hi.length; at += 1) {
    const components = hi[at]!.split(":");
    const code = components[1];
    if (code === undefined || code === "" || !DIAGNOSIS_QUALIFIERS.has(components[0]!)) continue;
    diagnoses.push(diagnosisCode(code));
  }
}

/** A diagnosis as the core writes it: upper case, no dot. */
export function diagnosisCode(code: string): string {
  return plainText(code).trim().replace(".", "").toUpperCase();
}

function readClaimProvider(claim: Claim, loop: string, segment: RawSegment): void {
  const slot = CLAIM_PROVIDERS[loop];
  if (slot === undefined) return;
  if (segment[0] === "NM1") claim[slot] ??= providerOf(segment);
  else if (segment[0] === "PRV" && claim[slot] !== null) claim[slot].taxonomy ??= textAt(segment, 3);
}

function readOtherPayer(claim: Claim, loop: string, segment: RawSegment): void {
  if (segment[0] === "SBR") {
    const responsibility = responsibilityOf(segment[1]);
    const filingIndicator = textAt(segment, 9);
    claim.otherPayers.push({ name: "", id: null, responsibility, filingIndicator, paidCents: null });
    return;
  }
  const other = claim.otherPayers[claim.otherPayers.length - 1]!;
  if (loop === "2330B" && segment[0] === "NM1") {
    other.name = providerOf(segment).name;
    other.id = textAt(segment, 9);
  } else if (loop === "2320" && segment[0] === "AMT" && segment[1] === "D") {
    other.paidCents = readCents(segment[2]);
  }
}

const repeated = (offset: number, what: string): ClaimProblem => ({
  grade: "warning",
  offset,
  element: "REF02",
  loop: "2300",
  message: `The claim names a second ${what}; the first one counts.`,
});
