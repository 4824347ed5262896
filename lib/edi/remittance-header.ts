import type { RemittancePayment } from "@/lib/domain/remittances/remittance";
import { readCents } from "./amounts";
import type { ClaimProblem } from "./claim-problem";
import { textAt } from "./raw-segment";
import { SegmentNotes } from "./segment-notes";
import type { RawSegment } from "./types";

/** Why a payment cannot be trusted; `offset` counts from its ST. */
export interface HeaderRefusal {
  offset: number;
  message: string;
}

/**
 * The payment of the segments in front of its first claim, ST first. Without a readable amount nobody can say whether
 * its claims are complete, so that refuses.
 */
export function paymentOf(segments: readonly RawSegment[]): {
  payment: RemittancePayment;
  problems: ClaimProblem[];
  refusal: HeaderRefusal | null;
} {
  const notes = new SegmentNotes(null);
  const payment = emptyPayment(segments[0]!);
  const found = new Set<string>();
  let refusal: HeaderRefusal | null = null;
  let party: "payer" | "payee" | null = null;
  for (let offset = 1; offset < segments.length; offset += 1) {
    const segment = segments[offset]!;
    const id = segment[0]!;
    notes.offset = offset;
    if (id === "N1") {
      party = segment[1] === "PR" ? "payer" : segment[1] === "PE" ? "payee" : null;
      notes.loop = party === "payer" ? "1000A" : party === "payee" ? "1000B" : null;
      if (party !== null && !found.has(party)) readParty(payment, party, segment);
      if (party !== null) found.add(party);
    } else if (id === "REF" && party !== null) readReference(payment, party, segment);
    else if (id === "BPR" && !found.has("BPR")) {
      found.add("BPR");
      if (!readTransfer(payment, segment, notes))
        refusal = { offset, message: "The payment's amount (BPR02) is missing or is not an amount." };
    } else if (id === "TRN" && !found.has("TRN")) {
      found.add("TRN");
      payment.trace = textAt(segment, 2);
      payment.traceOrigin = textAt(segment, 3);
    } else if (id === "DTM" && segment[1] === "405") payment.producedOn ??= notes.day(segment, 2);
    else if (!KNOWN.has(id)) notes.unknown(id);
  }
  notes.offset = 0;
  notes.loop = null;
  if (!found.has("BPR")) refusal = { offset: 0, message: "The payment has no amount: BPR is missing." };
  if (payment.trace === null) notes.warn("TRN02", "The payment has no check or transfer number (TRN).");
  if (!found.has("payer")) notes.warn(null, "The payment names no payer (N1*PR).");
  if (!found.has("payee")) notes.warn(null, "The payment names no payee (N1*PE).");
  return { payment, problems: notes.problems, refusal };
}

const KNOWN = new Set(["BPR", "TRN", "CUR", "REF", "DTM", "NTE", "N2", "N3", "N4", "PER", "RDM"]);

const emptyPayment = (st: RawSegment): RemittancePayment => ({
  controlNumber: textAt(st, 2) ?? "",
  trace: null,
  traceOrigin: null,
  amountCents: 0,
  method: null,
  handling: null,
  paidOn: null,
  producedOn: null,
  payer: { name: "", id: null },
  payee: { name: "", npi: null, taxId: null },
});

/** False when the amount cannot be read. */
function readTransfer(payment: RemittancePayment, bpr: RawSegment, notes: SegmentNotes): boolean {
  const cents = readCents(bpr[2]);
  payment.handling = textAt(bpr, 1);
  payment.method = textAt(bpr, 4);
  payment.paidOn = notes.day(bpr, 16);
  if (cents === null) return false;
  payment.amountCents = bpr[3] === "D" && cents !== 0 ? -Math.abs(cents) : cents;
  return true;
}

function readParty(payment: RemittancePayment, party: "payer" | "payee", n1: RawSegment): void {
  const name = textAt(n1, 2) ?? "";
  const id = textAt(n1, 4);
  if (party === "payer") payment.payer = { name, id };
  else {
    const isTaxId = n1[3] === "FI";
    payment.payee = { name, npi: n1[3] === "XX" ? id : null, taxId: isTaxId ? digitsOf(id) : null };
  }
}

function readReference(payment: RemittancePayment, party: "payer" | "payee", ref: RawSegment): void {
  if (party === "payer" && ref[1] === "2U") payment.payer.id ??= textAt(ref, 2);
  else if (party === "payee" && ref[1] === "TJ") payment.payee.taxId ??= digitsOf(textAt(ref, 2));
}

const digitsOf = (text: string | null) => text?.replaceAll("-", "") ?? null;
