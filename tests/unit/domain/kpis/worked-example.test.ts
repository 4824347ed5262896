import { describe, expect, it } from "vitest";
import { classifyClaim } from "@/lib/domain/denials/classify-claim";
import type { LineDetermination } from "@/lib/domain/denials/determination";
import { determine } from "@/lib/domain/denials/determine";
import {
  deniedByCategory,
  initialDenialRateOfClaims,
  initialDenialRateOfDollars,
  initialDenialRateOfLines,
} from "@/lib/domain/kpis/denial-rates";
import type { DeterminationFacts, DeterminationRow } from "@/lib/domain/kpis/determination-row";
import { firstPassPaymentRate } from "@/lib/domain/kpis/first-pass";
import { aDeterminationRow } from "@/tests/builders/a-determination-row";
import { DENIAL_CASES } from "@/tests/fixtures/denial-cases";

const MARCH = { from: "2026-03-01", to: "2026-03-31" };

function factsOf(determination: LineDetermination | null): DeterminationFacts | null {
  if (determination === null) return null;
  const { line, decidedOn } = determination;
  const { outcome, countsAsDenied, category, allowedCents, cents } = line;
  return {
    ...{ decidedOn, outcome, countsAsDenied, category, allowedCents },
    ...{ deniedCents: cents.denial, patientCents: cents.patient },
  };
}

/** From the remittance's lines to the rows of the key figures, through every part of the core. */
function rowsOf(letter: string): DeterminationRow[] {
  const { claim, context } = DENIAL_CASES.find(({ title }) => title.startsWith(`${letter}, `))!;
  const classified = classifyClaim(claim, context);
  const [history] = determine([
    {
      ...{
        id: letter,
        paymentId: "payment",
        decidedOn: "2026-03-20",
        responsibility: "P",
        claim,
        classified,
      },
      lines: classified.lines.map((line, at) => ({
        ...{ lineId: `${letter}${line.number}`, classified: line },
        ...{ chargeCents: claim.lines[at]!.chargeCents, paidCents: claim.lines[at]!.paidCents },
      })),
    },
  ]);
  return history!.lines.map(({ lineId, initial, current }, at) =>
    aDeterminationRow({
      ...{ claimId: letter, lineId, code: claim.lines[at]!.code, isTrueDuplicate: letter === "E" },
      ...{ chargeCents: initial!.chargeCents, netPaidCents: current!.paidCents },
      ...{ initial: factsOf(initial), current: factsOf(current) },
    }),
  );
}

const rows = ["A", "B", "C", "D", "E"].flatMap(rowsOf);

describe("the worked example: five claims first decided in March", () => {
  it("initial denial rate of claims is 2 of 4: B and C", () => {
    const rate = initialDenialRateOfClaims(rows, MARCH);
    expect(rate).toMatchObject({ value: 0.5, numerator: 2, denominator: 4, unit: "claims" });
    expect(rate.numeratorIds).toEqual(["B", "C"]);
    expect(rate.denominatorIds).toEqual(["A", "B", "C", "D"]);
  });

  it("initial denial rate of lines is 3 of 6", () => {
    const rate = initialDenialRateOfLines(rows, MARCH);
    expect(rate).toMatchObject({ value: 0.5, numerator: 3, denominator: 6 });
    expect(rate.numeratorIds).toEqual(["B2", "C1", "C2"]);
  });

  it("initial denial rate of dollars is 25,000 of 48,000: 52.1 %", () => {
    const rate = initialDenialRateOfDollars(rows, MARCH);
    expect(rate).toMatchObject({ numerator: 2_500_000, denominator: 4_800_000, unit: "cents" });
    expect((rate.value! * 100).toFixed(1)).toBe("52.1");
  });

  it("first-pass payment rate is 2 of 4: A and D", () => {
    const rate = firstPassPaymentRate(rows, MARCH);
    expect(rate).toMatchObject({ value: 0.5, numerator: 2, denominator: 4 });
    expect(rate.numeratorIds).toEqual(["A", "D"]);
  });

  it("the shares of the categories add up to the rate of lines", () => {
    const groups = deniedByCategory(rows, MARCH);
    expect(groups.map(({ key, deniedCents, deniedLines }) => [key, deniedCents, deniedLines])).toEqual([
      ["AUTH", 2_000_000, 2],
      ["INCLUSIVE", 500_000, 1],
    ]);
    expect(groups.reduce((sum, { rate }) => sum + rate.value!, 0)).toBeCloseTo(0.5, 12);
  });

  it("nothing was first decided in April: n/a, not zero", () => {
    const april = { from: "2026-04-01", to: "2026-04-30" };
    for (const rate of [
      initialDenialRateOfClaims(rows, april),
      initialDenialRateOfLines(rows, april),
      initialDenialRateOfDollars(rows, april),
      firstPassPaymentRate(rows, april),
    ]) {
      expect(rate).toMatchObject({ value: null, numerator: 0, denominator: 0 });
    }
  });
});
