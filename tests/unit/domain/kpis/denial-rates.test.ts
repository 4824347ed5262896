import { describe, expect, it } from "vitest";
import {
  deniedByPayer,
  initialDenialRateOfClaims,
  initialDenialRateOfDollars,
  initialDenialRateOfLines,
} from "@/lib/domain/kpis/denial-rates";
import type { DeterminationRow } from "@/lib/domain/kpis/determination-row";
import { firstPassPaymentRate } from "@/lib/domain/kpis/first-pass";
import { aDecision, aDenial, aDeterminationRow } from "@/tests/builders/a-determination-row";

const denied = (over: Partial<DeterminationRow> = {}) =>
  aDeterminationRow({ initial: aDenial(), current: aDenial(), netPaidCents: 0, ...over });

describe("what stays out of the rates", () => {
  it.each<[string, Partial<DeterminationRow>]>([
    ["a second payer's decision", { responsibility: "S" }],
    ["a replacement", { frequency: "7" }],
    ["a voided claim", { isVoided: true }],
    ["a true duplicate", { isTrueDuplicate: true }],
    ["a line not yet decided", { initial: null }],
    ["a device line", { code: "L8680" }],
    ["another procedure", { code: "64483" }],
    ["programming of a device that is not spinal", { code: "95972", isSpinal: false }],
    ["a surgery centre's claim", { role: "asc_facility" }],
    ["a hospital's claim", { role: "hospital" }],
  ])("%s", (_, over) => {
    const rows = [denied(over)];
    expect(initialDenialRateOfLines(rows, null).value).toBeNull();
    expect(initialDenialRateOfClaims(rows, null).value).toBeNull();
    expect(firstPassPaymentRate(rows, null).value).toBeNull();
  });

  it("an assistant's line is in", () => {
    expect(initialDenialRateOfLines([denied({ role: "assistant" })], null).value).toBe(1);
  });
});

describe("lines and claims", () => {
  const lead = aDeterminationRow();
  const programming = denied({ lineId: "line-2", code: "95972" });

  it("denied programming beside a paid lead is a denied line, not a denied claim", () => {
    expect(initialDenialRateOfLines([lead, programming], null)).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
    expect(initialDenialRateOfClaims([lead, programming], null)).toMatchObject({
      numerator: 0,
      denominator: 1,
    });
    expect(firstPassPaymentRate([lead, programming], null).value).toBe(1);
  });

  it("a claim of programming alone is no stimulator claim", () => {
    expect(initialDenialRateOfClaims([programming], null).denominator).toBe(0);
    expect(initialDenialRateOfLines([programming], null).denominator).toBe(1);
  });

  it("parts of a split claim are one claim of the day of the first, also where one was decided later", () => {
    const later = denied({ lineId: "line-2", initial: aDenial({ decidedOn: "2026-04-20" }) });
    const march = { from: "2026-03-01", to: "2026-03-31" };
    for (const rows of [
      [lead, later],
      [later, lead],
    ]) {
      expect(initialDenialRateOfClaims(rows, march)).toMatchObject({ numerator: 1, denominator: 1 });
      expect(firstPassPaymentRate(rows, march)).toMatchObject({ numerator: 0, denominator: 1 });
      expect(initialDenialRateOfClaims(rows, { from: "2026-04-01", to: "2026-04-30" }).denominator).toBe(0);
    }
    expect(initialDenialRateOfLines([lead, later], null)).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it("what came later does not matter: a first denial stays one after it is overturned", () => {
    const overturned = denied({ current: aDecision() });
    expect(initialDenialRateOfClaims([overturned], null).value).toBe(1);
    expect(firstPassPaymentRate([overturned], null).value).toBe(0);
  });

  it("a period holds both its days, by the first decision", () => {
    const period = { from: "2026-03-20", to: "2026-03-20" };
    expect(initialDenialRateOfLines([lead], period).denominator).toBe(1);
    expect(
      initialDenialRateOfLines([lead], { ...period, to: "2026-03-19", from: "2026-03-01" }).denominator,
    ).toBe(0);
    expect(initialDenialRateOfLines([lead], { from: "2026-03-21", to: "2026-03-31" }).denominator).toBe(0);
  });
});

describe("dollars", () => {
  it("a partly denied line adds what the denial took, a denied one its charge", () => {
    const partial = denied({
      initial: aDenial({ outcome: "PARTIAL", category: "FREQUENCY", deniedCents: 120_000 }),
    });
    expect(initialDenialRateOfDollars([partial], null)).toMatchObject({
      numerator: 120_000,
      denominator: 500_000,
    });
    const bundled = denied({ initial: aDenial({ outcome: "BUNDLED", deniedCents: 499_999 }) });
    expect(initialDenialRateOfDollars([bundled], null)).toMatchObject({ numerator: 500_000 });
  });
});

describe("first pass is strict", () => {
  it.each([
    ["PAID", 1],
    ["PATIENT_RESP", 1],
    ["COB_SATISFIED", 1],
    ["REVIEW", 0],
    ["BUNDLED", 0],
    ["PARTIAL", 0],
  ] as const)("a claim with a line %s: %i", (outcome, value) => {
    const rows = [
      aDeterminationRow(),
      aDeterminationRow({ lineId: "line-2", initial: aDecision({ outcome }) }),
    ];
    expect(firstPassPaymentRate(rows, null).value).toBe(value);
  });
});

describe("by payer", () => {
  it("each payer over its own lines, most money first, payers without a denial left out", () => {
    const rows = [
      aDeterminationRow({ lineId: "1" }),
      denied({ lineId: "2" }),
      denied({ lineId: "3", payerId: "payer-2", payerName: "B PAYER", chargeCents: 900_000 }),
      aDeterminationRow({ lineId: "4", payerId: "payer-3", payerName: "C PAYER" }),
    ];
    expect(
      deniedByPayer(rows, null).map(({ label, deniedCents, rate }) => [label, deniedCents, rate.value]),
    ).toEqual([
      ["B PAYER", 900_000, 1],
      ["A PAYER", 500_000, 0.5],
    ]);
  });
});
