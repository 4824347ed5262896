import { describe, expect, it } from "vitest";
import { claimGapCents, gapsOfClaim, gapsOfPayment, lineGapCents } from "@/lib/domain/remittances/balance";
import type { Adjustment } from "@/lib/domain/remittances/remittance";
import { aPayment } from "../../../builders/a-remittance-file";
import { aRemittanceClaim, aRemittanceLine } from "../../../builders/a-remittance-claim";

const reason = (cents: number): Adjustment => ({ group: "CO", carc: "45", cents, quantity: null });
const adjustment = (cents: number) => ({
  ...{ providerId: null, fiscalYearEnd: null, reason: "WO", reference: null },
  cents,
});

describe("the three laws of an 835", () => {
  it.each([
    ["paid in full", 10_000, 10_000, [], 0],
    ["charge less reasons", 10_000, 6_000, [3_000, 1_000], 0],
    ["raised by a negative reason", 10_000, 12_000, [-5_000, 3_000], 0],
    ["a reversal, all signs turned", -10_000, -6_000, [-4_000], 0],
    ["paid more than its reasons leave", 10_000, 6_001, [4_000], 1],
    ["paid less than its reasons leave", 10_000, 5_000, [4_000], -1_000],
    ["unpaid without any reason", 10_000, 0, [], -10_000],
  ])("line: %s", (_, chargeCents, paidCents, reasons, gap) => {
    const line = aRemittanceLine({ chargeCents, paidCents, adjustments: reasons.map(reason) });
    expect(lineGapCents(line)).toBe(gap);
  });

  it("claim: its own reasons and those of its lines count once each; the patient's share takes no part", () => {
    const lines = [
      aRemittanceLine({ chargeCents: 6_000, paidCents: 5_000, adjustments: [reason(1_000)] }),
      aRemittanceLine({ number: 2, chargeCents: 4_000, paidCents: 4_000 }),
    ];
    const figures = { chargeCents: 10_000, adjustments: [reason(500)], patientCents: 9_999, lines };
    expect(claimGapCents(aRemittanceClaim({ ...figures, paidCents: 8_500 }))).toBe(0);
    expect(claimGapCents(aRemittanceClaim({ ...figures, paidCents: 8_400 }))).toBe(-100);
  });

  it("gaps name the claim first, then its lines by number", () => {
    const lines = [1, 2, 3].map((number) =>
      aRemittanceLine({ number, chargeCents: 1_000, paidCents: number === 2 ? 1_000 : 900 }),
    );
    const claim = aRemittanceClaim({ claimNumber: "X", chargeCents: 3_000, paidCents: 2_800, lines });
    expect(gapsOfClaim(claim)).toEqual([
      { level: "claim", claimId: "X", line: null, cents: -200 },
      { level: "line", claimId: "X", line: 1, cents: -100 },
      { level: "line", claimId: "X", line: 3, cents: -100 },
    ]);
  });

  it.each([
    ["claims alone", 15_000, [], 0],
    ["a recovery reduces", 12_000, [3_000], 0],
    ["a forwarded balance raises", 17_000, [-2_000], 0],
    ["a refund acknowledged: WO and 72 are nothing together", 15_000, [5_000, -5_000], 0],
    ["nothing paid out, all of it kept", 0, [15_000], 0],
    ["more in the transfer than in the file", 15_100, [], 100],
    ["less in the transfer than in the file", 14_900, [], -100],
  ])("payment: %s", (_, amountCents, provider, gap) => {
    const claims = [10_000, 5_000].map((cents) => aRemittanceClaim({ chargeCents: cents, paidCents: cents }));
    const { balance, gaps } = gapsOfPayment(aPayment({ amountCents }), claims, provider.map(adjustment));
    const providerCents = provider.reduce((sum, cents) => sum + cents, 0);
    expect(balance).toEqual({ gapCents: gap, claimsPaidCents: 15_000, providerCents });
    expect(gaps).toEqual(gap === 0 ? [] : [{ level: "payment", claimId: null, line: null, cents: gap }]);
  });
});
