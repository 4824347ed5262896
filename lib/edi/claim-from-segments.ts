import type { Claim, ServiceLine } from "@/lib/domain/claims/claim";
import { inferClaimRole } from "@/lib/domain/claims/infer-claim-role";
import { readCents, readDate, readDateRange, readNumber } from "./amounts";
import { firstLoop, loopOf } from "./guide-837p";
import {
  type BillingParty,
  type PatientParty,
  providerOf,
  responsibilityOf,
  type SubscriberParty,
} from "./parties";
import { plainText, textAt } from "./raw-segment";
import type { RawSegment } from "./types";

/** A problem of one claim; `offset` counts its segments from CLM, which is 0. */
export interface ClaimProblem {
  grade: "quarantine" | "warning";
  offset: number;
  element: string | null;
  loop: string | null;
  message: string;
}

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

function readLine(
  segments: RawSegment[],
  number: number,
  start: number,
  problems: ClaimProblem[],
): ServiceLine {
  const line: ServiceLine = {
    number,
    controlNumber: null,
    code: "",
    codeQualifier: "",
    modifiers: [],
    description: null,
    chargeCents: 0,
    unitBasis: "",
    units: 0,
    placeOfService: null,
    diagnosisPointers: [],
    serviceFrom: null,
    serviceTo: null,
    authorizations: [],
    rendering: null,
    note: null,
    identifiers: [],
  };
  if (readNumber(segments[0]![1]) !== number) {
    problems.push({
      grade: "warning",
      offset: start,
      element: "LX01",
      loop: "2400",
      message: `Line ${number} of the claim carries another number.`,
    });
  }
  let loop = firstLoop("line");
  let priced = false;
  for (let at = 1; at < segments.length; at += 1) {
    const segment = segments[at]!;
    const id = segment[0]!;
    const found = loopOf(loop, id, segment[1]);
    if (found === null) {
      problems.push(unknownSegment(start + at, id, loop));
      continue;
    }
    loop = found;
    if (id === "SV1") {
      if (!priced) readService(line, segment, start + at, problems);
      priced = true;
    } else if (loop === "2400") readLineSegment(line, segment, start + at, problems);
    else if (loop === "2420A") {
      if (id === "NM1") line.rendering ??= providerOf(segment);
      else if (id === "PRV" && line.rendering !== null) line.rendering.taxonomy ??= textAt(segment, 3);
    } else if (id === "LIN") readIdentifiers(line, segment);
  }
  if (!priced) {
    const message = `Line ${number} has no professional service (SV1).`;
    problems.push({ grade: "quarantine", offset: start, element: null, loop: "2400", message });
  }
  return line;
}

function readService(line: ServiceLine, sv1: RawSegment, offset: number, problems: ClaimProblem[]): void {
  const refuse = (element: string, message: string) =>
    problems.push({
      grade: "quarantine",
      offset,
      element,
      loop: "2400",
      message: `Line ${line.number} ${message}`,
    });
  const procedure = (sv1[1] ?? "").split(":");
  line.codeQualifier = plainText(procedure[0] ?? "").trim();
  line.code = plainText(procedure[1] ?? "")
    .trim()
    .toUpperCase();
  if (line.code === "") refuse("SV101-2", "has no procedure code.");
  for (let at = 2; at < 6 && at < procedure.length; at += 1) {
    const modifier = procedure[at]!;
    if (modifier !== "") line.modifiers.push(plainText(modifier).trim().toUpperCase());
  }
  const description = procedure[6];
  line.description = description === undefined || description === "" ? null : plainText(description);
  const charge = readCents(sv1[2]);
  if (charge === null) refuse("SV102", "has no readable charge.");
  else line.chargeCents = charge;
  line.unitBasis = textAt(sv1, 3) ?? "";
  const units = readNumber(sv1[4]);
  if (units === null) refuse("SV104", "has no readable number of units.");
  else line.units = units;
  line.placeOfService = textAt(sv1, 5);
  const pointers = sv1[7];
  if (pointers === undefined || pointers === "") return;
  for (const pointer of pointers.split(":")) {
    const position = readNumber(pointer);
    if (position !== null) line.diagnosisPointers.push(position);
    else if (pointer !== "") {
      const message = `Line ${line.number} points to a diagnosis that is not a number.`;
      problems.push({ grade: "warning", offset, element: "SV107", loop: "2400", message });
    }
  }
}

function readLineSegment(
  line: ServiceLine,
  segment: RawSegment,
  offset: number,
  problems: ClaimProblem[],
): void {
  switch (segment[0]) {
    case "DTP": {
      if (segment[1] !== "472") break;
      const range = readDateRange(segment[3]);
      if (range === null) {
        const message = `The service date of line ${line.number} is not a day of the calendar.`;
        problems.push({ grade: "warning", offset, element: "DTP03", loop: "2400", message });
      } else if (line.serviceFrom === null) {
        line.serviceFrom = range.from;
        line.serviceTo = range.to;
      }
      break;
    }
    case "REF":
      if (segment[1] === "6R") line.controlNumber ??= textAt(segment, 2);
      else if (segment[1] === "G1") {
        const authorization = textAt(segment, 2);
        if (authorization !== null) line.authorizations.push(authorization);
      }
      break;
    case "NTE":
      line.note = joinedNote(line.note, segment);
      break;
  }
}

function readIdentifiers(line: ServiceLine, lin: RawSegment): void {
  for (let at = 2; at + 1 < lin.length; at += 2) {
    const qualifier = textAt(lin, at);
    const value = textAt(lin, at + 1);
    if (qualifier !== null && value !== null) line.identifiers.push({ qualifier, value });
  }
}

function joinedNote(before: string | null, nte: RawSegment): string | null {
  const text = textAt(nte, 2);
  if (text === null) return before;
  return before === null ? text : `${before} ${text}`;
}

const unknownSegment = (offset: number, id: string, loop: string): ClaimProblem => ({
  grade: "warning",
  offset,
  element: null,
  loop,
  message: `The guide has no segment ${shown(id)} here; it is kept as it came.`,
});

const repeated = (offset: number, what: string): ClaimProblem => ({
  grade: "warning",
  offset,
  element: "REF02",
  loop: "2300",
  message: `The claim names a second ${what}; the first one counts.`,
});

/** A segment id fit for a message: a broken file can hold anything there, patient data too. */
export function shown(id: string): string {
  return /^[A-Z0-9]{1,3}$/.test(id) ? id : "with an unreadable name";
}
