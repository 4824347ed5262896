import { describe, expect, test } from "vitest";
import { figureView } from "@/lib/domain/kpis/figure-view";

const rate = (numerator: number, denominator: number | null, before: number | null = null) =>
  figureView({
    ...{ key: "initial_denial_rate_claims", month: "2026-03", before, trend: [] },
    now: { numerator, denominator },
  });

describe("the view of a figure", () => {
  test("is n/a where nothing was counted, neither good nor bad", () => {
    expect(rate(0, 0, 0.1)).toMatchObject({ value: null, state: null, change: null, n: 0 });
  });

  test("compares with the target before rounding: 12 percent is watched, a hair more is off", () => {
    expect(rate(9, 100).state).toBe("good");
    expect(rate(12, 100).state).toBe("amber");
    expect(rate(12_001, 100_000).state).toBe("red");
  });

  test("has no value where something that it needs is unknown, and says why", () => {
    const view = figureView({
      ...{ key: "net_collection_rate", month: "2026-03", before: 0.9, trend: [], n: 7 },
      ...{ now: { numerator: 5, denominator: 10 }, missing: "Immature" },
    });
    expect(view).toMatchObject({ value: null, missing: "Immature", change: null, n: 7 });
  });

  test("says of a target that nobody published that it is not verified", () => {
    const of = (key: "receivables_over_60" | "receivables_over_120") =>
      figureView({
        key,
        month: "2026-03",
        before: null,
        trend: [],
        now: { numerator: 1, denominator: 4 },
      });
    expect(of("receivables_over_60").isTargetVerified).toBe(true);
    expect(of("receivables_over_120")).toMatchObject({ isTargetVerified: false, state: "red" });
  });

  test("opens the claims behind it", () => {
    expect(rate(1, 2).href).toBe("/dashboard/claims?figure=initial_denial_rate_claims&month=2026-03");
  });
});
