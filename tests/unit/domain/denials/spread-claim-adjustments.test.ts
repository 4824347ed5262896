import { describe, expect, it } from "vitest";
import { spreadCents, spreadClaimAdjustments } from "@/lib/domain/denials/spread-claim-adjustments";
import { aRemittanceClaim, aRemittanceLine } from "@/tests/builders/a-remittance-claim";

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const reason = (carc: string, cents: number) => ({ group: "CO", carc, cents, quantity: null });

describe("parts of an amount", () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [100, [1, 2, 3], [17, 33, 50]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [5, [0, 0], [5, 0]],
    [999_999_999_999, [999_999_999_999, 1], [999_999_999_998, 1]],
  ])("%i over %j is %j", (amount, weights, parts) => {
    expect(spreadCents(amount, weights)).toEqual(parts);
  });

  it("always add up, and none is a cent away from its share", () => {
    for (let seed = 1; seed < 400; seed += 1) {
      const weights = Array.from({ length: (seed % 7) + 1 }, (_, at) => (seed * 7919 * (at + 3)) % 10_007);
      const amount = (seed * 104_729) % 1_000_003;
      const parts = spreadCents(amount, weights);
      expect(sum(parts)).toBe(amount);
      parts.forEach((part, at) =>
        expect(Math.abs(part - (amount * weights[at]!) / sum(weights))).toBeLessThan(1),
      );
    }
  });
});

describe("adjustments of the whole claim", () => {
  it("go pro rata to the charge where the lines say nothing", () => {
    const lines = [1, 2].map((number) =>
      aRemittanceLine({ number, chargeCents: number * 100_000, paidCents: 0 }),
    );
    const shares = spreadClaimAdjustments(aRemittanceClaim({ lines, adjustments: [reason("197", 300_000)] }));
    expect(shares.map((share) => share.map(({ cents }) => cents))).toEqual([[100_000], [200_000]]);
  });

  it("several that do not divide still add up by adjustment and by line", () => {
    const lines = [1, 2, 3].map((number) => aRemittanceLine({ number, chargeCents: 100_00, paidCents: 0 }));
    const adjustments = [reason("45", 100_01), reason("253", 99_98), reason("197", 100_01)];
    const shares = spreadClaimAdjustments(aRemittanceClaim({ lines, adjustments }));
    expect(shares.map((share) => sum(share.map(({ cents }) => cents)))).toEqual([100_00, 100_00, 100_00]);
    for (const { carc, cents } of adjustments) {
      expect(
        sum(
          shares
            .flat()
            .filter((part) => part.carc === carc)
            .map((part) => part.cents),
        ),
      ).toBe(cents);
    }
  });

  it("come off what was paid where every line explains itself", () => {
    const lines = [
      aRemittanceLine({ number: 1, paidCents: 0, adjustments: [reason("97", 500_000)] }),
      aRemittanceLine({ number: 2 }),
    ];
    const claim = aRemittanceClaim({ lines, adjustments: [reason("45", 300_000)], paidCents: 200_000 });
    expect(spreadClaimAdjustments(claim).map((share) => sum(share.map(({ cents }) => cents)))).toEqual([
      0, 300_000,
    ]);
  });
});
