import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gapsOfClaim, gapsOfPayment } from "@/lib/domain/remittances/balance";
import type { Adjustment, RemittanceClaim, RemittanceLine } from "@/lib/domain/remittances/remittance";
import { sumCents } from "@/lib/domain/shared/money";
import { read835 } from "@/lib/edi/read-835";
import { aPayment, aRemittanceFile, type Dress, type WholePayment } from "../../builders/a-remittance-file";
import { aRemittanceClaim, aRemittanceLine } from "../../builders/a-remittance-claim";

/** Payments that are generated, two to a file. */
const RUNS = Number(process.env["DORSAL_REMITTANCES"] ?? 10_000);

const total = (amounts: readonly { cents: number }[]) => sumCents(amounts.map(({ cents }) => cents));
const cents = fc.integer({ min: -5_000_000, max: 5_000_000 });

const adjustment: fc.Arbitrary<Adjustment> = fc.record({
  group: fc.constantFrom("CO", "PR", "OA", "PI"),
  carc: fc.constantFrom("45", "97", "1", "2", "253", "B7", "P12"),
  cents,
  quantity: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
});
const adjustments = (most: number) => fc.array(adjustment, { maxLength: most });

const SUBMITTED = { codeQualifier: "HC", code: "63655", modifiers: ["59"] };

/** Charge and reasons at random; what is paid follows by the law of the line. */
const line: fc.Arbitrary<RemittanceLine> = fc
  .record({
    charge: cents,
    adjustments: adjustments(8),
    modifiers: fc.subarray(["59", "76", "LT", "XS"]),
    remarks: fc.subarray(["N130", "M80", "MA130"]),
    submitted: fc.constantFrom<RemittanceLine["submitted"]>(null, SUBMITTED),
    units: fc.integer({ min: 0, max: 4 }),
    controlNumber: fc.constantFrom(null, "L1"),
    policies: fc.subarray(["L36204"]),
  })
  .map(({ charge, adjustments: own, units, ...rest }) =>
    aRemittanceLine({
      ...rest,
      ...{ chargeCents: charge, paidCents: charge - total(own), adjustments: own },
      ...{ unitsPaid: units, unitsSubmitted: units },
    }),
  );

const claim: fc.Arbitrary<RemittanceClaim> = fc
  .record({
    lines: fc.array(line, { maxLength: 4 }),
    charge: cents,
    own: adjustments(7),
    claimNumber: fc.stringMatching(/^[A-Z0-9-]{1,20}$/),
    statusCode: fc.constantFrom("1", "2", "4", "22"),
    remarks: fc.subarray(["MA01", "MA07", "N1"]),
    patientCents: fc.option(cents, { nil: null }),
    amounts: fc.array(fc.record({ qualifier: fc.constantFrom("AU", "F5"), cents }), { maxLength: 2 }),
  })
  .map(({ lines, charge, own, ...rest }) => {
    const chargeCents = lines.length === 0 ? charge : sumCents(lines.map((each) => each.chargeCents));
    const reasons = total(own) + sumCents(lines.map((each) => total(each.adjustments)));
    return aRemittanceClaim({
      ...rest,
      ...{ chargeCents, paidCents: chargeCents - reasons, adjustments: own },
      lines: lines.map((each, at) => ({ ...each, number: at + 1 })),
    });
  });

const payment: fc.Arbitrary<WholePayment> = fc
  .record({
    claims: fc.array(claim, { maxLength: 4 }),
    providerAdjustments: fc.array(
      fc.record({
        providerId: fc.constant("1234567893"),
        fiscalYearEnd: fc.constant("2026-12-31"),
        reason: fc.constantFrom("WO", "FB", "L6", "72"),
        reference: fc.constantFrom(null, "ICN1", "FB-2026-7"),
        cents,
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ claims, providerAdjustments }) => {
    const amountCents = sumCents(claims.map(({ paidCents }) => paidCents)) - total(providerAdjustments);
    return { payment: aPayment({ amountCents }), claims, providerAdjustments };
  });

const file = fc
  .array(payment, { minLength: 2, maxLength: 2 })
  .map((payments) =>
    payments.map((each, at) => ({ ...each, payment: { ...each.payment, controlNumber: `000${at + 1}` } })),
  );

const dress: fc.Arbitrary<Dress> = fc.record({
  element: fc.constantFrom("*", "|", "\x1d"),
  component: fc.constantFrom(":", ">", "<", "\x1f"),
  end: fc.constantFrom("~", "~\n", "~\r\n", "\n", "\x1c"),
});

const read = (payments: readonly WholePayment[], how?: Dress) =>
  read835(new TextEncoder().encode(aRemittanceFile(payments, how)));

/** What was read, as it was written. */
function wholePayments({ events }: ReturnType<typeof read835>): WholePayment[] {
  const whole: WholePayment[] = [];
  for (const event of events) {
    if (event.kind === "payment_start")
      whole.push({ payment: event.payment, claims: [], providerAdjustments: [] });
    else if (event.kind === "claim") whole.at(-1)!.claims.push(event.claim);
    else if (event.kind === "payment_end") whole.at(-1)!.providerAdjustments = event.providerAdjustments;
  }
  return whole;
}

describe("generated remittances", () => {
  it(`${RUNS} in any dress: read to what was written, to the cent, and every law holds`, () => {
    fc.assert(
      fc.property(file, dress, (payments, how) => {
        const result = read(payments, how);
        expect(result.report.problems).toEqual([]);
        expect(wholePayments(result)).toEqual(payments);
        const { report } = result;
        expect(report.paymentCents).toBe(sumCents(payments.map((each) => each.payment.amountCents)));
        expect(report.claimsPaidCents).toBe(
          sumCents(payments.flatMap(({ claims }) => claims.map(({ paidCents }) => paidCents))),
        );
        const ends = result.events.flatMap((event) => (event.kind === "payment_end" ? [event] : []));
        payments.forEach((each, at) => {
          const { balance, gaps } = gapsOfPayment(each.payment, each.claims, each.providerAdjustments);
          expect(gaps).toEqual([]);
          expect(ends[at]!.balance).toEqual(balance);
        });
      }),
      { numRuns: Math.ceil(RUNS / 2), seed: 835 },
    );
  }, 120_000);

  it("one amount that is off shows at its own level, to the cent and with its sign", () => {
    const wrong = fc
      .tuple(payment, fc.integer({ min: -9_999, max: 9_999 }), fc.nat(), fc.nat())
      .filter(([{ claims }, off]) => off !== 0 && claims.some(({ lines }) => lines.length > 0));
    fc.assert(
      fc.property(wrong, (given) => {
        const [{ payment: header, claims, providerAdjustments }, off, pick, kind] = given;
        const long = claims.filter(({ lines }) => lines.length > 0);
        const chosen = long[pick % long.length]!;
        const edited = structuredClone(chosen);
        const last = edited.lines.at(-1)!;
        const lineGap = { level: "line", claimId: edited.claimNumber, line: last.number };
        const claimGap = { level: "claim", claimId: edited.claimNumber, line: null };
        let gaps: object[];
        let paymentGap = 0;
        if (kind % 3 === 0) {
          last.paidCents += off;
          gaps = [{ ...lineGap, cents: off }];
        } else if (kind % 3 === 1) {
          edited.paidCents += off;
          gaps = [{ ...claimGap, cents: off }];
          paymentGap = -off;
        } else {
          last.adjustments.push({ group: "CO", carc: "45", cents: off, quantity: null });
          gaps = [
            { ...claimGap, cents: off },
            { ...lineGap, cents: off },
          ];
        }
        const changed = claims.map((each) => (each === chosen ? edited : each));
        const result = read([{ payment: header, claims: changed, providerAdjustments }]);
        const [whole] = wholePayments(result);
        expect(whole!.claims.flatMap(gapsOfClaim)).toEqual(gaps);
        expect(result.events.at(-1)).toMatchObject({ balance: { gapCents: paymentGap } });
        expect(result.report.problems).toHaveLength(gaps.length + (paymentGap === 0 ? 0 : 1));
      }),
      { numRuns: Math.ceil(RUNS / 5), seed: 836 },
    );
  }, 60_000);
});
