import { describe, expect, it } from "vitest";
import type { DeterminationRow } from "@/lib/domain/kpis/determination-row";
import { netCollectionRate } from "@/lib/domain/kpis/net-collection";
import { aDecision, aDenial, aDeterminationRow } from "@/tests/builders/a-determination-row";

const paid = (over: Partial<DeterminationRow> = {}) =>
  aDeterminationRow({
    ...{ chargeCents: 2_000_000, netPaidCents: 300_000, current: aDecision({ allowedCents: 300_000 }) },
    ...over,
  });
const denied = (over: Partial<DeterminationRow> = {}) =>
  aDeterminationRow({
    ...{
      lineId: "line-2",
      chargeCents: 2_000_000,
      netPaidCents: 0,
      current: aDenial(),
      contractCents: 300_000,
    },
    ...over,
  });

describe("net collection rate", () => {
  it("$3,000 paid and an equal claim denied is 50 %, not 13 % of charges", () => {
    expect(netCollectionRate([paid(), denied()], null)).toMatchObject({
      ...{ value: 0.5, numerator: 300_000, denominator: 600_000, unit: "cents" },
      ...{ isInsuranceOnly: true, withoutExpectation: [], decidedShare: 1 },
    });
  });

  it("without a contract the median allowed of five like lines is expected, of four nothing is known", () => {
    const like = (count: number) =>
      [100, 200, 300, 400, 9_000]
        .slice(0, count)
        .map((dollars, at) =>
          paid({ lineId: `h${at}`, current: aDecision({ allowedCents: dollars * 100 }) }),
        );
    const open = denied({ contractCents: null });
    expect(netCollectionRate([open], null, like(5))).toMatchObject({ value: 0, denominator: 30_000 });
    expect(netCollectionRate([open], null, like(4))).toMatchObject({
      ...{ value: null, withoutExpectation: ["line-2"] },
    });
  });

  it.each<[string, Partial<DeterminationRow>]>([
    ["another payer", { payerId: "payer-2" }],
    ["another code", { code: "63685" }],
    ["the second lead", { unitRank: "2" }],
    ["another role", { role: "assistant" }],
  ])("%s says nothing of what to expect", (_, over) => {
    const history = [1, 2, 3, 4, 5].map((at) => paid({ lineId: `h${at}`, ...over }));
    expect(netCollectionRate([denied({ contractCents: null })], null, history).value).toBeNull();
  });

  it("a line with no decision, a pending and a reversed one are expected in full", () => {
    for (const current of [null, aDecision({ outcome: "PEND", allowedCents: 0 })]) {
      expect(netCollectionRate([denied({ current })], null)).toMatchObject({
        value: 0,
        denominator: 300_000,
      });
    }
  });

  it("a partly denied line is expected whole", () => {
    const partial = denied({
      ...{ netPaidCents: 150_000 },
      current: aDenial({ outcome: "PARTIAL", allowedCents: 150_000 }),
    });
    expect(netCollectionRate([partial], null).value).toBe(0.5);
  });

  it("of a packaged line nothing is expected", () => {
    const packaged = denied({
      current: aDecision({ outcome: "PACKAGED", allowedCents: 0 }),
      contractCents: null,
    });
    expect(netCollectionRate([paid(), packaged], null)).toMatchObject({ value: 1, withoutExpectation: [] });
  });

  it("without patient payments the patient's share leaves both sides, with them it is on both", () => {
    const current = aDecision({ allowedCents: 300_000, patientCents: 60_000 });
    const row = paid({ current, netPaidCents: 240_000 });
    expect(netCollectionRate([row], null)).toMatchObject({ value: 1, denominator: 240_000 });
    expect(netCollectionRate([{ ...row, patientPaidCents: 30_000 }], null)).toMatchObject({
      ...{ value: 0.9, numerator: 270_000, denominator: 300_000, isInsuranceOnly: false },
    });
  });

  it("a second payer's money counts where the patient's share does", () => {
    const current = aDecision({ allowedCents: 300_000, patientCents: 60_000 });
    const first = paid({ current, netPaidCents: 240_000, patientPaidCents: 0 });
    const second = paid({ responsibility: "S", netPaidCents: 60_000, patientPaidCents: null });
    expect(netCollectionRate([first, second], null)).toMatchObject({ value: 1, numerator: 300_000 });
    expect(netCollectionRate([{ ...first, patientPaidCents: null }, second], null)).toMatchObject({
      ...{ numerator: 240_000, denominator: 240_000 },
    });
  });

  it("takes the lines served in the period, and says how many are decided", () => {
    const late = paid({
      ...{ lineId: "line-3", current: null, netPaidCents: 0, contractCents: 300_000 },
      agedFrom: { ...paid().agedFrom, service: "2026-05-02" },
    });
    expect(netCollectionRate([paid(), late], { from: "2026-03-01", to: "2026-03-31" }).decidedShare).toBe(1);
    expect(netCollectionRate([paid(), late], null).decidedShare).toBe(0.5);
  });

  it("is n/a where there is nothing, never zero", () => {
    expect(netCollectionRate([], null)).toMatchObject({ value: null, decidedShare: null });
  });

  it("voided claims and true duplicates are on neither side", () => {
    expect(
      netCollectionRate([denied({ isVoided: true }), denied({ isTrueDuplicate: true })], null).value,
    ).toBeNull();
  });
});
