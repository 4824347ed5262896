import type {
  ProviderAdjustment,
  RemittanceClaim,
  RemittancePayment,
} from "@/lib/domain/remittances/remittance";
import { toX12Date } from "@/lib/domain/shared/calendar-date";
import { formatX12Cents } from "@/lib/domain/shared/money";
import {
  groupSegment,
  interchange,
  segmentText,
  type InterchangeEnvelope,
  type WriteOptions,
} from "./interchange";
import { composite, rawText, trimmed } from "./raw-segment";
import { remittanceClaimSegments } from "./segments-of-remittance";
import type { Address } from "./segments-of-claim";
import type { RawSegment } from "./types";

/** One payment with all that it pays for: one transaction (ST to SE). */
export interface PaymentToWrite {
  payment: RemittancePayment;
  claims: readonly RemittanceClaim[];
  providerAdjustments: readonly ProviderAdjustment[];
  /** What the guide asks of a real file and no reader here keeps; left out where it is not given. */
  payerAddress?: Address;
  payerPhone?: string;
  /** BPR06 to BPR15 of an electronic transfer: routing and account numbers of both banks. */
  banks?: { payerRouting: string; payerAccount: string; payeeRouting: string; payeeAccount: string };
}

export interface Write835Input extends WriteOptions {
  payments: readonly PaymentToWrite[];
  envelope: InterchangeEnvelope;
}

const VERSION = "005010X221A1";

/**
 * Writes an 835 interchange: the payments in their order, each as it is; nothing is added up or corrected, so that a test
 * can write what does not balance. Throws RangeError for what a segment cannot hold.
 */
export function write835({ payments, envelope, ...options }: Write835Input): string {
  const control = String(envelope.controlNumber);
  const body = [segmentText(groupSegment("HP", control, VERSION, envelope))];
  for (const payment of payments) {
    const segments = transactionSegments(payment);
    for (const segment of segments) body.push(segmentText(segment));
    body.push(segmentText(["SE", String(segments.length + 1), payment.payment.controlNumber]));
  }
  body.push(segmentText(["GE", String(payments.length), control]));
  return interchange(body, 1, envelope, options);
}

function transactionSegments(written: PaymentToWrite): RawSegment[] {
  const { payment, claims, providerAdjustments } = written;
  const { trace, traceOrigin, producedOn } = payment;
  const segments: RawSegment[] = [["ST", "835", payment.controlNumber], transferSegment(written)];
  if (trace !== null || traceOrigin !== null)
    segments.push(trimmed(["TRN", "1", rawText(trace ?? ""), rawText(traceOrigin ?? "")]));
  if (producedOn !== null) segments.push(["DTM", "405", toX12Date(producedOn)]);
  segments.push(...payerSegments(written), ...payeeSegments(payment));
  if (claims.length > 0) segments.push(["LX", "1"]);
  for (const claim of claims) segments.push(...remittanceClaimSegments(claim));
  segments.push(...providerAdjustmentSegments(providerAdjustments));
  return segments;
}

function transferSegment({ payment, banks }: PaymentToWrite): RawSegment {
  const { amountCents, method } = payment;
  const bpr = ["BPR", payment.handling ?? "", formatX12Cents(Math.abs(amountCents))];
  bpr.push(amountCents < 0 ? "D" : "C", method ?? "", method === "ACH" ? "CCP" : "");
  bpr.push(...(banks === undefined ? ["", "", ""] : ["01", banks.payerRouting, "DA"]));
  bpr.push(banks?.payerAccount ?? "", banks === undefined ? "" : rawText(payment.traceOrigin ?? ""), "");
  bpr.push(...(banks === undefined ? ["", "", ""] : ["01", banks.payeeRouting, "DA"]));
  bpr.push(banks?.payeeAccount ?? "", payment.paidOn === null ? "" : toX12Date(payment.paidOn));
  return trimmed(bpr);
}

function payerSegments({ payment: { payer }, payerAddress, payerPhone }: PaymentToWrite): RawSegment[] {
  const segments: RawSegment[] = [trimmed(["N1", "PR", rawText(payer.name)])];
  if (payerAddress !== undefined) {
    const { street, city, state, zip } = payerAddress;
    segments.push(["N3", rawText(street)], ["N4", rawText(city), state, zip]);
  }
  if (payer.id !== null) segments.push(["REF", "2U", rawText(payer.id)]);
  if (payerPhone !== undefined) segments.push(["PER", "BL", "PROVIDER SERVICES", "TE", payerPhone]);
  return segments;
}

function payeeSegments({ payee }: RemittancePayment): RawSegment[] {
  const n1 = ["N1", "PE", rawText(payee.name)];
  if (payee.npi !== null) n1.push("XX", payee.npi);
  else if (payee.taxId !== null) n1.push("FI", payee.taxId);
  if (payee.npi === null || payee.taxId === null) return [trimmed(n1)];
  return [n1, ["REF", "TJ", payee.taxId]];
}

/** PLB: up to six reasons of one provider and year in a segment. */
function providerAdjustmentSegments(adjustments: readonly ProviderAdjustment[]): RawSegment[] {
  const segments: RawSegment[] = [];
  let head = "";
  for (const { providerId, fiscalYearEnd, reason, reference, cents } of adjustments) {
    const own = [rawText(providerId ?? ""), fiscalYearEnd === null ? "" : toX12Date(fiscalYearEnd)];
    const last = segments.at(-1);
    const pair = [composite([reason, rawText(reference ?? "")]), formatX12Cents(cents)];
    if (last !== undefined && head === own.join() && last.length < 15) last.push(...pair);
    else segments.push(["PLB", ...own, ...pair]);
    head = own.join();
  }
  return segments;
}
