import type {
  Adjustment,
  ProviderAdjustment,
  RemittanceClaim,
  RemittanceLine,
  RemittancePayment,
} from "@/lib/domain/remittances/remittance";
import { toX12Date, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import { formatX12Cents, type Cents } from "@/lib/domain/shared/money";

/** A payment with all that stands between its ST and SE. */
export interface WholePayment {
  payment: RemittancePayment;
  claims: RemittanceClaim[];
  providerAdjustments: ProviderAdjustment[];
}

export function aPayment(overrides: Partial<RemittancePayment> = {}): RemittancePayment {
  return {
    controlNumber: "0001",
    trace: "EFT1001",
    traceOrigin: "1123456789",
    amountCents: 0,
    method: "ACH",
    handling: "I",
    paidOn: "2026-06-30",
    producedOn: "2026-06-29",
    payer: { name: "EXAMPLE HEALTH PLAN", id: "EX001" },
    payee: { name: "EXAMPLE PAIN GROUP", npi: "1234567893", taxId: "123456789" },
    ...overrides,
  };
}

/** How a file is written; every dress is legal. */
export interface Dress {
  element: string;
  component: string;
  end: string;
}

const PLAIN: Dress = { element: "*", component: ":", end: "~\n" };

/** The payments as the file a payer would send, with true counts. */
export function aRemittanceFile(payments: readonly WholePayment[], dress: Dress = PLAIN): string {
  return interchange(payments.map(segmentsOf), dress);
}

/** Bodies (from BPR to the last segment before SE) as a whole file. Components are written with ":". */
export function interchange(bodies: readonly string[][], dress: Dress = PLAIN): string {
  const segments = [
    "ISA*00*          *00*          *ZZ*EX001          *ZZ*RECEIVER       *260630*1015*^*00501*000000007*0*T*:",
    "GS*HP*EX001*RECEIVER*20260630*1015*7*X*005010X221A1",
  ];
  bodies.forEach((body, at) => {
    const control = String(at + 1).padStart(4, "0");
    segments.push(`ST*835*${control}`, ...body, `SE*${body.length + 2}*${control}`);
  });
  segments.push(`GE*${bodies.length}*7`, "IEA*1*000000007");
  const text = segments.map((segment) =>
    segment.replaceAll(":", dress.component).replaceAll("*", dress.element),
  );
  return text.join(dress.end) + dress.end;
}

function segmentsOf({ payment, claims, providerAdjustments }: WholePayment): string[] {
  const { payer, payee } = payment;
  const isDebit = payment.amountCents < 0;
  const bpr = [
    "BPR",
    payment.handling,
    money(Math.abs(payment.amountCents)),
    isDebit ? "D" : "C",
    payment.method,
  ];
  bpr[16] = day(payment.paidOn);
  return [
    segment(...bpr),
    segment("TRN", "1", payment.trace, payment.traceOrigin),
    ...(payment.producedOn === null ? [] : [`DTM*405*${day(payment.producedOn)}`]),
    segment("N1", "PR", payer.name, "XV", payer.id),
    segment("N1", "PE", payee.name, "XX", payee.npi),
    ...(payee.taxId === null ? [] : [`REF*TJ*${payee.taxId}`]),
    "LX*1",
    ...claims.flatMap(claimSegments),
    ...providerAdjustments.map(({ providerId, fiscalYearEnd, reason, reference, cents }) =>
      segment("PLB", providerId, day(fiscalYearEnd), composite(reason, reference), money(cents)),
    ),
  ];
}

function claimSegments(claim: RemittanceClaim): string[] {
  const { claimNumber, statusCode, chargeCents, paidCents, patientCents } = claim;
  const own = [claimNumber, statusCode, money(chargeCents), money(paidCents), money(patientCents)];
  const { filingIndicator, payerControlNumber, facilityType, frequency, patient } = claim;
  return [
    segment("CLP", ...own, filingIndicator, payerControlNumber, facilityType, frequency),
    ...casSegments(claim.adjustments),
    ...(patient === null
      ? []
      : [segment("NM1", "QC", "1", patient.lastName, patient.firstName, "", "", "", "MI", patient.memberId)]),
    ...(claim.remarks.length === 0 ? [] : [segment("MOA", "", "", ...claim.remarks)]),
    ...(claim.serviceFrom === null ? [] : [`DTM*232*${day(claim.serviceFrom)}`]),
    ...(claim.serviceTo === null ? [] : [`DTM*233*${day(claim.serviceTo)}`]),
    ...claim.amounts.map(({ qualifier, cents }) => `AMT*${qualifier}*${money(cents)}`),
    ...claim.lines.flatMap(lineSegments),
  ];
}

function lineSegments(line: RemittanceLine): string[] {
  const { codeQualifier, code, modifiers, submitted, unitsPaid, unitsSubmitted } = line;
  const svc = [
    "SVC",
    composite(codeQualifier, code, ...modifiers),
    money(line.chargeCents),
    money(line.paidCents),
  ];
  svc.push(line.revenueCode ?? "", String(unitsPaid));
  svc.push(
    submitted === null ? "" : composite(submitted.codeQualifier, submitted.code, ...submitted.modifiers),
  );
  svc.push(unitsSubmitted === unitsPaid ? "" : String(unitsSubmitted));
  return [
    segment(...svc),
    ...(line.serviceFrom === null ? [] : [`DTM*472*${day(line.serviceFrom)}`]),
    ...casSegments(line.adjustments),
    ...(line.controlNumber === null ? [] : [`REF*6R*${line.controlNumber}`]),
    ...line.policies.map((policy) => `REF*0K*${policy}`),
    ...(line.allowedCents === null ? [] : [`AMT*B6*${money(line.allowedCents)}`]),
    ...line.remarks.map((remark) => `LQ*HE*${remark}`),
  ];
}

/** As few CAS as hold them: neighbours of one group share a segment, six to each. */
function casSegments(adjustments: readonly Adjustment[]): string[] {
  const segments: string[][] = [];
  for (const { group, carc, cents, quantity } of adjustments) {
    const last = segments.at(-1);
    const three = [carc, money(cents), quantity === null ? "" : String(quantity)];
    if (last !== undefined && last[1] === group && last.length < 2 + 6 * 3) last.push(...three);
    else segments.push(["CAS", group, ...three]);
  }
  return segments.map((parts) => segment(...parts));
}

const money = (cents: Cents | null) => (cents === null ? "" : formatX12Cents(cents));
const day = (date: CalendarDate | null) => (date === null ? "" : toX12Date(date));
const composite = (...parts: (string | null)[]) => trimmed(parts).join(":");
const segment = (...elements: (string | null | undefined)[]) => trimmed(elements).join("*");

function trimmed(parts: readonly (string | null | undefined)[]): string[] {
  const texts = Array.from(parts, (part) => part ?? "");
  while (texts.at(-1) === "") texts.pop();
  return texts;
}
