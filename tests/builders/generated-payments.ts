import fc from "fast-check";
import type { Adjustment, RemittanceClaim, RemittanceLine } from "@/lib/domain/remittances/remittance";
import { sumCents } from "@/lib/domain/shared/money";
import { aRemittanceClaim, aRemittanceLine } from "./a-remittance-claim";
import { aPayment, type WholePayment } from "./a-remittance-file";

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

/** Payments that balance by law: charges and reasons at random, what is paid follows. */
export const payment: fc.Arbitrary<WholePayment> = fc
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
