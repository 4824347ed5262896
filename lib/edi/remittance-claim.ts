import { claimGapCents, lineGapCents } from "@/lib/domain/remittances/balance";
import type { RemittanceClaim, RemittanceLine, RemittancePerson } from "@/lib/domain/remittances/remittance";
import { formatX12Cents } from "@/lib/domain/shared/money";
import { SegmentNotes } from "./segment-notes";
import type { ClaimProblem } from "./claim-problem";
import { textAt } from "./raw-segment";
import { readAdjustments } from "./remittance-adjustments";
import { addOnce, lineOf, readLineSegment } from "./remittance-line";
import type { RawSegment } from "./types";

/**
 * The typed claim of its raw segments, CLP first, with everything that is wrong with it. The claim holds what could be
 * read even when a problem quarantines it: a claim, a status and every amount of CLP, SVC and CAS must be there.
 */
export function remittanceClaimOf(segments: readonly RawSegment[]): {
  claim: RemittanceClaim;
  problems: ClaimProblem[];
} {
  const notes = new SegmentNotes("2100");
  const claim = claimOf(segments[0]!, notes);
  const lineStarts: number[] = [];
  let line: RemittanceLine | null = null;
  for (let offset = 1; offset < segments.length; offset += 1) {
    const segment = segments[offset]!;
    notes.offset = offset;
    if (segment[0] === "SVC") {
      notes.loop = "2110";
      lineStarts.push(offset);
      line = lineOf(segment, claim.lines.length + 1, notes);
      claim.lines.push(line);
    } else if (segment[0] === "CAS") readAdjustments(segment, (line ?? claim).adjustments, notes);
    else if (line !== null && readLineSegment(line, segment, notes)) continue;
    // What only a claim has is the claim's, also when it stands behind a line.
    else if (!readClaimSegment(claim, segment, notes)) notes.unknown(segment[0]!);
  }
  noteBalance(claim, lineStarts, notes);
  return { claim, problems: notes.problems };
}

function claimOf(clp: RawSegment, notes: SegmentNotes): RemittanceClaim {
  const claimNumber = textAt(clp, 1);
  const statusCode = textAt(clp, 2);
  if (claimNumber === null) notes.quarantine("CLP01", "The claim has no claim number.");
  if (statusCode === null) notes.quarantine("CLP02", "The claim has no status.");
  return {
    claimNumber: claimNumber ?? "",
    statusCode: statusCode ?? "",
    chargeCents: notes.money(clp, 3, "The charge of the claim") ?? 0,
    paidCents: notes.money(clp, 4, "What was paid for the claim") ?? 0,
    patientCents: notes.amount(clp, 5),
    filingIndicator: textAt(clp, 6),
    payerControlNumber: textAt(clp, 7),
    facilityType: textAt(clp, 8),
    frequency: textAt(clp, 9),
    adjustments: [],
    remarks: [],
    patient: null,
    insured: null,
    corrected: null,
    renderingNpi: null,
    crossover: null,
    priorityPayer: null,
    originalReference: null,
    authorization: null,
    medicalRecord: null,
    receivedOn: null,
    serviceFrom: null,
    serviceTo: null,
    coverageEndedOn: null,
    interestCents: null,
    amounts: [],
    lines: [],
  };
}

/** RARCs of inpatient (MIA) and outpatient (MOA) claims. */
const REMARK_ELEMENTS: Record<string, readonly number[]> = {
  MIA: [5, 20, 21, 22, 23],
  MOA: [3, 4, 5, 6, 7],
};

/** Reads a segment of the claim; false when the guide has none of its name there. */
function readClaimSegment(claim: RemittanceClaim, segment: RawSegment, notes: SegmentNotes): boolean {
  switch (segment[0]) {
    case "NM1":
      readName(claim, segment);
      return true;
    case "MIA":
    case "MOA":
      for (const at of REMARK_ELEMENTS[segment[0]]!)
        addOnce(claim.remarks, textAt(segment, at)?.toUpperCase() ?? null);
      return true;
    case "REF":
      if (segment[1] === "F8") claim.originalReference ??= textAt(segment, 2);
      else if (segment[1] === "G1") claim.authorization ??= textAt(segment, 2);
      else if (segment[1] === "EA") claim.medicalRecord ??= textAt(segment, 2);
      return true;
    case "DTM":
      readDay(claim, segment, notes);
      return true;
    case "AMT":
      readAmount(claim, segment, notes);
      return true;
    case "PER":
    case "QTY":
      return true;
    default:
      return false;
  }
}

function readName(claim: RemittanceClaim, nm1: RawSegment): void {
  switch (nm1[1]) {
    case "QC":
      claim.patient ??= personOf(nm1);
      break;
    case "IL":
      claim.insured ??= personOf(nm1);
      break;
    case "74":
      claim.corrected ??= personOf(nm1);
      break;
    case "82":
      if (nm1[8] === "XX") claim.renderingNpi ??= textAt(nm1, 9);
      break;
    case "TT":
      claim.crossover ??= payerOf(nm1);
      break;
    case "PR":
      claim.priorityPayer ??= payerOf(nm1);
      break;
  }
}

const personOf = (nm1: RawSegment): RemittancePerson => ({
  lastName: textAt(nm1, 3) ?? "",
  firstName: textAt(nm1, 4),
  memberId: textAt(nm1, 9),
});

const payerOf = (nm1: RawSegment) => ({ name: textAt(nm1, 3) ?? "", id: textAt(nm1, 9) });

const DAYS: Record<string, "serviceFrom" | "serviceTo" | "receivedOn" | "coverageEndedOn"> = {
  "232": "serviceFrom",
  "233": "serviceTo",
  "050": "receivedOn",
  "036": "coverageEndedOn",
};

function readDay(claim: RemittanceClaim, dtm: RawSegment, notes: SegmentNotes): void {
  const field = DAYS[dtm[1] ?? ""];
  if (field !== undefined) claim[field] ??= notes.day(dtm, 2);
}

function readAmount(claim: RemittanceClaim, amt: RawSegment, notes: SegmentNotes): void {
  const cents = notes.amount(amt, 2);
  if (cents === null) return;
  if (amt[1] === "I" && claim.interestCents === null) claim.interestCents = cents;
  else claim.amounts.push({ qualifier: textAt(amt, 1) ?? "", cents });
}

/** Says where the file's own figures contradict each other; a claim whose sums would not be exact is quarantined. */
function noteBalance(claim: RemittanceClaim, lineStarts: readonly number[], notes: SegmentNotes): void {
  notes.offset = 0;
  notes.loop = "2100";
  if (!notes.isExact) return notes.quarantine(null, "The amounts of the claim are too large to be added up.");
  if (notes.problems.some(({ grade }) => grade === "quarantine")) return;
  const gap = claimGapCents(claim);
  if (gap !== 0) notes.warn("CLP04", unbalanced("The claim", claim.paidCents, gap));
  for (const line of claim.lines) {
    const lineGap = lineGapCents(line);
    if (lineGap === 0) continue;
    notes.loop = "2110";
    notes.offset = lineStarts[line.number - 1]!;
    notes.warn("SVC03", unbalanced(`Line ${line.number}`, line.paidCents, lineGap));
  }
}

function unbalanced(what: string, paidCents: number, gapCents: number): string {
  const computed = formatX12Cents(paidCents - gapCents);
  return `${what} does not balance: ${formatX12Cents(paidCents)} is stated as paid, charge less adjustments is ${computed}.`;
}
