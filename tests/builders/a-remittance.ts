import type { Claim } from "@/lib/domain/claims/claim";
import type {
  Adjustment,
  ProviderAdjustment,
  RemittanceClaim,
  RemittanceLine,
  RemittancePayment,
} from "@/lib/domain/remittances/remittance";
import { sumCents, type Cents } from "@/lib/domain/shared/money";
import type { InterchangeEnvelope } from "@/lib/edi/interchange";
import { write835, type PaymentToWrite } from "@/lib/edi/write-835";

/**
 * Remittances that balance by themselves: what is paid follows from charge and adjustments, the claim from its lines, the
 * payment from its claims. Overriding an amount is how a test makes one that does not balance.
 */

/** One reason of a CAS: anAdjustment("CO-97", 950_000). */
export function anAdjustment(
  reason: `${string}-${string}`,
  cents: Cents,
  quantity: number | null = null,
): Adjustment {
  const [group, carc] = reason.split("-");
  return { group: group!, carc: carc!, cents, quantity };
}

const total = (adjustments: readonly { cents: Cents }[]) => sumCents(adjustments.map(({ cents }) => cents));
const patientShare = (adjustments: readonly Adjustment[]) =>
  total(adjustments.filter(({ group }) => group === "PR"));

/**
 * One lead, $9,500.00, of which $4,000.00 is allowed and $3,200.00 paid; with other adjustments what is left of the
 * charge is paid and allowed.
 */
export function aRemittanceLine(overrides: Partial<RemittanceLine> = {}): RemittanceLine {
  const chargeCents = overrides.chargeCents ?? 950_000;
  const adjustments = overrides.adjustments ?? [
    anAdjustment("CO-45", chargeCents - Math.round(chargeCents * (400 / 950))),
    anAdjustment("PR-2", Math.round(chargeCents * (80 / 950))),
  ];
  const paidCents = overrides.paidCents ?? chargeCents - total(adjustments);
  const unitsPaid = overrides.unitsPaid ?? 1;
  return {
    number: 1,
    codeQualifier: "HC",
    code: "63650",
    modifiers: [],
    submitted: null,
    revenueCode: null,
    unitsPaid,
    unitsSubmitted: unitsPaid,
    serviceFrom: "2026-06-03",
    serviceTo: "2026-06-03",
    controlNumber: null,
    allowedCents: paidCents + patientShare(adjustments),
    amounts: [],
    remarks: [],
    policies: [],
    ...overrides,
    chargeCents,
    paidCents,
    adjustments,
  };
}

/** A line that nothing is paid for, all of it for one reason: aDeniedLine("CO-97"). */
export function aDeniedLine(
  reason: `${string}-${string}`,
  overrides: Partial<RemittanceLine> = {},
): RemittanceLine {
  const chargeCents = overrides.chargeCents ?? 950_000;
  const adjustments = [anAdjustment(reason, chargeCents)];
  return aRemittanceLine({ adjustments, allowedCents: 0, ...overrides, chargeCents });
}

/** One paid claim of one lead; lines are numbered. */
export function aRemittanceClaim(overrides: Partial<RemittanceClaim> = {}): RemittanceClaim {
  const lines = (overrides.lines ?? [aRemittanceLine()]).map((line, index) => ({
    ...line,
    number: index + 1,
  }));
  const adjustments = overrides.adjustments ?? [];
  const all = [...adjustments, ...lines.flatMap((line) => line.adjustments)];
  const chargeCents = overrides.chargeCents ?? sumCents(lines.map((line) => line.chargeCents));
  return {
    claimNumber: "HP-1001",
    statusCode: "1",
    paidCents: chargeCents - total(all),
    patientCents: patientShare(all),
    filingIndicator: "CI",
    payerControlNumber: "2026155000001",
    facilityType: "24",
    frequency: "1",
    remarks: [],
    patient: { lastName: "MARLOWE", firstName: "JUNE", memberId: "W100200300" },
    insured: null,
    corrected: null,
    renderingNpi: "1457382913",
    crossover: null,
    priorityPayer: null,
    originalReference: null,
    authorization: null,
    medicalRecord: null,
    receivedOn: "2026-06-06",
    serviceFrom: null,
    serviceTo: null,
    coverageEndedOn: null,
    interestCents: null,
    amounts: [],
    ...overrides,
    chargeCents,
    adjustments,
    lines,
  };
}

/** The remittance of a claim as it was sent: identity, lines and charges are the claim's; `ofLine` says what became of each. */
export function theRemittanceOf(
  claim: Claim,
  overrides: Partial<RemittanceClaim> = {},
  ofLine: (number: number) => Partial<RemittanceLine> = () => ({}),
): RemittanceClaim {
  const lines = claim.lines.map((line) => {
    const { code, codeQualifier, modifiers, chargeCents, units, controlNumber, serviceFrom, serviceTo } =
      line;
    const own = { code, codeQualifier, modifiers, chargeCents, controlNumber, serviceFrom, serviceTo };
    return aRemittanceLine({ ...own, unitsPaid: units, unitsSubmitted: units, ...ofLine(line.number) });
  });
  const { lastName, firstName } = claim.patient;
  return aRemittanceClaim({
    claimNumber: claim.claimNumber,
    filingIndicator: claim.payer.filingIndicator,
    facilityType: claim.placeOfService,
    frequency: claim.frequency,
    patient: { lastName, firstName, memberId: claim.subscriber.memberId },
    renderingNpi: claim.rendering?.npi ?? null,
    authorization: claim.authorization,
    ...overrides,
    lines: overrides.lines ?? lines,
  });
}

/** Takes an adjudication back: status 22, every amount with the other sign, the payer's number unchanged. */
export function theReversalOf(
  claim: RemittanceClaim,
  overrides: Partial<RemittanceClaim> = {},
): RemittanceClaim {
  const negated = (adjustments: readonly Adjustment[]) =>
    adjustments.map((one) => ({ ...one, cents: -one.cents, quantity: minus(one.quantity) }));
  const lines = claim.lines.map((line) => ({
    ...line,
    ...{ chargeCents: -line.chargeCents, paidCents: -line.paidCents, allowedCents: minus(line.allowedCents) },
    adjustments: negated(line.adjustments),
  }));
  return aRemittanceClaim({
    ...claim,
    ...{ statusCode: "22", chargeCents: -claim.chargeCents, paidCents: -claim.paidCents, patientCents: null },
    ...{ adjustments: negated(claim.adjustments), lines, interestCents: null },
    ...overrides,
  });
}

const minus = (amount: number | null) => (amount === null ? null : 0 - amount);

/** One reason of a PLB; positive reduces the payment: aProviderAdjustment("WO", 120_000). */
export function aProviderAdjustment(
  reason: string,
  cents: Cents,
  overrides: Partial<ProviderAdjustment> = {},
): ProviderAdjustment {
  const own = { providerId: "1234567893", fiscalYearEnd: "2026-12-31", reference: "2026155000001" };
  return { ...own, reason, cents, ...overrides };
}

/** One payment (one transaction) of these claims; its amount is theirs less the provider adjustments. */
export function aPayment(
  claims: readonly RemittanceClaim[] = [aRemittanceClaim()],
  overrides: Partial<RemittancePayment> = {},
  providerAdjustments: readonly ProviderAdjustment[] = [],
): PaymentToWrite {
  const amountCents =
    overrides.amountCents ?? sumCents(claims.map((claim) => claim.paidCents)) - total(providerAdjustments);
  const payment: RemittancePayment = {
    controlNumber: "0001",
    trace: "EFT0000101",
    traceOrigin: "1990000201",
    method: amountCents === 0 ? "NON" : "ACH",
    handling: amountCents === 0 ? "H" : "I",
    paidOn: "2026-06-24",
    producedOn: "2026-06-23",
    payer: { name: "AETNA", id: "60054" },
    payee: { name: "HARBOR PAIN GROUP", npi: "1234567893", taxId: "123456789" },
    ...overrides,
    amountCents,
  };
  return { payment, claims, providerAdjustments };
}

/** An 835 file of these payments, as bytes; override what the envelope says. */
export function aRemittanceFile(
  payments: readonly PaymentToWrite[] = [aPayment()],
  overrides: Partial<InterchangeEnvelope> = {},
): Uint8Array {
  const envelope: InterchangeEnvelope = {
    senderId: "CLEARHOUSE",
    receiverId: "HARBOR",
    controlNumber: 1,
    at: new Date("2026-06-24T10:15:00Z"),
    usage: "T",
    ...overrides,
  };
  return new TextEncoder().encode(write835({ payments, envelope }));
}
