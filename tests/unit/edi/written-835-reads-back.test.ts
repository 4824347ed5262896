import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type {
  Adjustment,
  RemittanceClaim,
  RemittanceLine,
  RemittancePerson,
} from "@/lib/domain/remittances/remittance";
import { fromEpochDay } from "@/lib/domain/shared/calendar-date";
import { read835 } from "@/lib/edi/read-835";
import { write835, type PaymentToWrite } from "@/lib/edi/write-835";
import { aPayment, aRemittanceClaim, aRemittanceLine, theReversalOf } from "../../builders/a-remittance";

const ENVELOPE = {
  ...{ senderId: "CLEARHOUSE", receiverId: "HARBOR", controlNumber: 7, usage: "T" as const },
  at: new Date("2026-06-24T10:15:00Z"),
};

/** The payments of the text with everything in them, as the reader has them. */
function readBack(text: string): PaymentToWrite[] {
  const { events, report } = read835(new TextEncoder().encode(text));
  expect(report).toMatchObject({ accepted: true, quarantined: 0 });
  const payments: {
    payment: PaymentToWrite["payment"];
    claims: RemittanceClaim[];
    providerAdjustments: PaymentToWrite["providerAdjustments"];
  }[] = [];
  for (const event of events) {
    if (event.kind === "payment_start")
      payments.push({ payment: event.payment, claims: [], providerAdjustments: [] });
    else if (event.kind === "claim") payments.at(-1)!.claims.push(event.claim);
    else if (event.kind === "payment_end") payments.at(-1)!.providerAdjustments = event.providerAdjustments;
  }
  return payments;
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
/** Delimiters among the data, no blanks at the ends: a reader takes those off. */
const text = fc.stringMatching(/^[A-Z0-9*:^~|>-]{1,12}$/);
const cents = fc.integer({ min: -9_000_000, max: 9_000_000 });
const day = fc.integer({ min: 18_000, max: 21_000 }).map(fromEpochDay);
const npi = fc.constantFrom("1234567893", "1457382913");
const person: fc.Arbitrary<RemittancePerson> = fc.record({
  lastName: text,
  firstName: maybe(text),
  memberId: maybe(text),
});
const payer = maybe(fc.record({ name: text, id: maybe(text) }));
const adjustments: fc.Arbitrary<Adjustment[]> = fc.array(
  fc.record({
    group: fc.constantFrom("CO", "PR", "OA", "PI"),
    carc: fc.constantFrom("45", "97", "1", "2", "253", "B7", "P12"),
    cents,
    quantity: maybe(fc.integer({ min: -3, max: 9 })),
  }),
  { maxLength: 9 },
);
const procedure = fc.record({
  codeQualifier: fc.constantFrom("HC", "NU"),
  code: fc.constantFrom("63650", "63685", "L8680", "0278"),
  modifiers: fc.subarray(["59", "76", "LT", "XS"]),
});
const line: fc.Arbitrary<RemittanceLine> = fc
  .record({
    adjudicated: procedure,
    submitted: maybe(procedure),
    chargeCents: cents,
    adjustments,
    unitsPaid: fc.integer({ min: 0, max: 3 }),
    unitsSubmitted: fc.integer({ min: 0, max: 3 }),
    revenueCode: maybe(fc.constantFrom("0278", "0490")),
    serviceFrom: maybe(day),
    serviceTo: maybe(day),
    controlNumber: maybe(text),
    allowedCents: maybe(cents),
    remarks: fc.subarray(["N130", "M80", "MA130", "N115"]),
    policies: fc.subarray(["160.7", "P-1"]),
  })
  .map(({ adjudicated, submitted, ...rest }) => {
    const differs = submitted !== null && JSON.stringify(submitted) !== JSON.stringify(adjudicated);
    return aRemittanceLine({ ...rest, ...adjudicated, submitted: differs ? submitted : null });
  });
const claim: fc.Arbitrary<RemittanceClaim> = fc
  .record({
    claimNumber: text,
    statusCode: fc.constantFrom("1", "2", "3", "4", "19", "22", "25"),
    patientCents: maybe(cents),
    filingIndicator: maybe(fc.constantFrom("MB", "CI")),
    payerControlNumber: maybe(text),
    facilityType: maybe(fc.constantFrom("11", "24")),
    frequency: maybe(fc.constantFrom("1", "7")),
    adjustments,
    remarks: fc.subarray(["MA01", "MA07", "N1", "MA18", "N211", "MA130", "N432", "MA67"]),
    patient: maybe(person),
    insured: maybe(person),
    corrected: maybe(person),
    renderingNpi: maybe(npi),
    crossover: payer,
    priorityPayer: payer,
    originalReference: maybe(text),
    authorization: maybe(text),
    medicalRecord: maybe(text),
    receivedOn: maybe(day),
    serviceFrom: maybe(day),
    serviceTo: maybe(day),
    coverageEndedOn: maybe(day),
    interestCents: maybe(cents),
    amounts: fc.array(fc.record({ qualifier: fc.constantFrom("AU", "F5"), cents }), { maxLength: 2 }),
    lines: fc.array(line, { maxLength: 4 }),
  })
  .map(aRemittanceClaim);
const adjustmentOfProvider = fc.record({
  providerId: maybe(npi),
  fiscalYearEnd: maybe(day),
  reason: fc.constantFrom("WO", "FB", "L6", "72"),
  reference: maybe(text),
  cents,
});
const payment: fc.Arbitrary<PaymentToWrite> = fc
  .record({
    claims: fc.array(claim, { maxLength: 3 }),
    providerAdjustments: fc.array(adjustmentOfProvider, { maxLength: 9 }),
    own: fc.record({
      controlNumber: fc.constantFrom("0001", "000012345"),
      trace: maybe(text),
      traceOrigin: maybe(text),
      handling: fc.constantFrom("I", "C", "H"),
      method: fc.constantFrom("ACH", "CHK", "NON"),
      paidOn: maybe(day),
      producedOn: maybe(day),
      payer: fc.record({ name: text, id: maybe(text) }),
      payee: fc.record({ name: text, npi: maybe(npi), taxId: maybe(fc.constantFrom("123456789")) }),
    }),
  })
  .map(({ claims, providerAdjustments, own }) => aPayment(claims, own, providerAdjustments));

describe("an 835 that was written", () => {
  it("reads back as the same payments, claims, lines and provider adjustments, to the last field", () => {
    fc.assert(
      fc.property(fc.array(payment, { minLength: 1, maxLength: 3 }), fc.boolean(), (payments, lineBreaks) => {
        expect(readBack(write835({ payments, envelope: ENVELOPE, lineBreaks }))).toEqual(payments);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps what a real file needs beside it: addresses, a telephone, the accounts of a transfer", () => {
    const paid = aPayment([aRemittanceClaim(), theReversalOf(aRemittanceClaim({ claimNumber: "HP-2" }))]);
    const dressed: PaymentToWrite = {
      ...paid,
      payerAddress: { street: "1 PAYER PLAZA", city: "OMAHA", state: "NE", zip: "681010001" },
      payerPhone: "8005550199",
      banks: { payerRouting: "091000019", payerAccount: "1", payeeRouting: "091000022", payeeAccount: "2" },
    };
    const written = write835({ payments: [dressed], envelope: ENVELOPE });
    expect(written).toContain("~N3*1 PAYER PLAZA~N4*OMAHA*NE*681010001~REF*2U*60054~PER*BL*");
    expect(written).toContain("*NON*");
    expect(readBack(written)).toEqual([paid]);
    const transfer = { ...dressed, payment: { ...paid.payment, method: "ACH" } };
    expect(write835({ payments: [transfer], envelope: ENVELOPE })).toContain(
      "~BPR*H*0*C*ACH*CCP*01*091000019*DA*1*1990000201**01*091000022*DA*2*20260624~",
    );
  });
});
