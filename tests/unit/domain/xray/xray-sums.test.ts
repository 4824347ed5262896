import fc from "fast-check";
import { describe, it } from "vitest";
import { resolveProfile } from "@/lib/domain/payers/resolve-profile";
import { answerOf, type Answer } from "@/lib/domain/xray/answer";
import { takeXray } from "@/lib/domain/xray/take-xray";
import { addDays } from "@/lib/domain/shared/calendar-date";
import { aPayment } from "../../../builders/a-remittance-file";
import { aRemittanceClaim, aRemittanceLine } from "../../../builders/a-remittance-claim";
import { XRAY_CASES } from "../../../fixtures/xray-cases";
import { expectToReconcile } from "./figures";

const PROFILES = [null, 30, 365].map((appealLimit) =>
  resolveProfile({
    ...{ kind: "commercial", preset: null, payerName: "ANY", dateOfService: "2026-01-01" },
    practiceVersions: [{ effectiveFrom: "2000-01-01", parameters: { appealLimit }, verified: {} }],
  }),
);
const REASONS = [
  "CO-97",
  "OA-18",
  "CO-197",
  "CO-50",
  "CO-16",
  "CO-29",
  "CO-54",
  "CO-45",
  "PR-1",
  "OA-23",
  "OA-133",
];
const CODES = ["63650", "63650", "63685", "63655", "95972", "L8680", "99214"];

const line = fc.record({
  code: fc.constantFrom(...CODES),
  charge: fc.integer({ min: 1, max: 2_000_000 }),
  paidShare: fc.constantFrom(0, 0, 0.2, 1),
  reason: fc.constantFrom(...REASONS),
  second: fc.constantFrom(null, ...REASONS),
});
const answer = fc.record({
  claim: fc.integer({ min: 1, max: 6 }),
  payer: fc.integer({ min: 0, max: 2 }),
  day: fc.integer({ min: 0, max: 200 }),
  status: fc.constantFrom("1", "1", "1", "2", "22", "4", "23"),
  frequency: fc.constantFrom("1", "1", "1", "7", "8"),
  lines: fc.array(line, { minLength: 0, maxLength: 3 }),
});

function toAnswer(
  row: typeof answer extends fc.Arbitrary<infer T> ? T : never,
  order: number,
): Answer | null {
  const sign = row.status === "22" ? -1 : 1;
  const lines = row.lines.map(({ code, charge, paidShare, reason, second }, index) => {
    const paid = Math.floor(charge * paidShare);
    const rest = charge - paid;
    const half = second === null ? rest : Math.floor(rest / 2);
    const reasons = [
      { reason, cents: half },
      { reason: second ?? reason, cents: rest - half },
    ].filter(({ cents }) => cents > 0);
    return aRemittanceLine({
      ...{ number: index + 1, code, chargeCents: sign * charge, paidCents: sign * paid },
      adjustments: reasons.map(({ reason: text, cents }) => {
        const [group, carc] = text.split("-");
        return { group: group!, carc: carc!, cents: sign * cents, quantity: null };
      }),
    });
  });
  return answerOf({
    payment: aPayment({
      paidOn: addDays("2026-01-01", row.day),
      payer: { name: `PAYER ${row.payer}`, id: `P${row.payer}` },
    }),
    claim: aRemittanceClaim({
      ...{
        claimNumber: `C${row.claim}`,
        statusCode: row.status,
        frequency: row.frequency,
        facilityType: "24",
        lines,
      },
      patient: { lastName: `P${row.claim % 4}`, firstName: "ANY", memberId: `M${row.claim % 4}` },
    }),
    ...{ order, paymentOrder: row.day, profile: PROFILES[row.payer]!, isOwnFacility: false },
  });
}

describe("the sums of an X-ray", () => {
  it("reconcile for any answers, and behind every figure stand the denials that it counts", () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 25 }), (rows) => {
        expectToReconcile(
          takeXray(
            rows.flatMap((row, order) => toAnswer(row, order) ?? []),
            { asOf: "2026-07-01" },
          ),
        );
      }),
      { numRuns: 300 },
    );
  });

  it.each(XRAY_CASES.map((row) => [row.title, row] as const))("reconcile: %s", (_, { answers, asOf }) => {
    expectToReconcile(takeXray(answers, { asOf }));
  });
});
