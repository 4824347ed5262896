import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gapsOfClaim, gapsOfPayment } from "@/lib/domain/remittances/balance";
import { sumCents } from "@/lib/domain/shared/money";
import { read835 } from "@/lib/edi/read-835";
import { aRemittanceFile, type Dress, type WholePayment } from "../../builders/a-remittance-file";
import { payment } from "../../builders/generated-payments";

/** Payments that are generated, two to a file. */
const RUNS = Number(process.env["DORSAL_REMITTANCES"] ?? 10_000);

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
