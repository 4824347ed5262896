import { describe, expect, test } from "vitest";
import { collectedOf, collectionBenchmark } from "@/lib/domain/kpis/collected-cohort";
import { tileOf, trendOf, type FigurePoint } from "@/lib/domain/kpis/figure-series";
import { monthsUpTo } from "@/lib/domain/kpis/months";

const months = monthsUpTo("2026-06", 13);
const point = (numerator: number, denominator: number | null, missing: string | null = null): FigurePoint => {
  return { numerator, denominator, n: denominator ?? numerator, missing };
};
const series = (...last: FigurePoint[]) => ({
  key: "initial_denial_rate_lines" as const,
  months,
  points: [...Array.from({ length: 13 - last.length }, () => point(0, 0)), ...last],
});

describe("a figure over a year", () => {
  test("shows its last month, and the change since the month before", () => {
    const tile = tileOf(series(point(1, 4), point(1, 8)));
    expect(tile).toMatchObject({ value: 0.125, change: -0.125, n: 8, state: "red" });
    expect(tile.href).toBe("/dashboard/claims?figure=initial_denial_rate_lines&month=2026-06");
    expect(tile.trend).toHaveLength(12);
    expect(tile.trend.slice(-3)).toEqual([null, 0.25, 0.125]);
  });

  test("has no change from a month that has no value, whether nothing was counted or something is missing", () => {
    expect(tileOf(series(point(0, 0), point(1, 8))).change).toBeNull();
    expect(tileOf(series(point(1, 10, "Too early"), point(1, 8))).change).toBeNull();
    expect(tileOf(series(point(1, 10), point(1, 8, "Too early")))).toMatchObject({
      ...{ value: null, missing: "Too early", change: null, state: null },
    });
  });

  test("keeps both sides of every month of its trend, with the band of its target", () => {
    const trend = trendOf(series(point(1, 10), point(1, 8, "Too early")));
    expect(trend.points.map(({ month }) => month)).toEqual(months.slice(1));
    expect(trend.points.at(-2)).toEqual({ month: "2026-05", value: 0.1, numerator: 1, denominator: 10 });
    expect(trend.points.at(-1)!.value).toBeNull();
    expect(trend.band).toEqual({ from: 0.1, to: 0.12, name: "Off above 12 %" });
  });
});

describe("net collection of a cohort", () => {
  const month = (of: string, more: Partial<Parameters<typeof collectedOf>[0][number]> = {}) => ({
    ...{ month: of, lines: 10, decidedLines: 9, paidCents: 800, dueCents: 1_000, unknownLines: 0 },
    ...more,
  });
  const COHORT = { from: "2025-04-01", to: "2026-03-31" };

  test("adds up the months of service in it, and no other", () => {
    const sums = [month("2025-03"), month("2025-04"), month("2026-03"), month("2026-04")];
    expect(collectedOf(sums, COHORT)).toEqual({ numerator: 1_600, denominator: 2_000, n: 20, missing: null });
  });

  test("of nothing is n/a without a reason", () => {
    expect(collectedOf([], COHORT)).toEqual({ numerator: 0, denominator: 0, n: 0, missing: null });
  });

  test("is not said while an amount is unknown or less than 80 % of the lines are decided", () => {
    expect(collectedOf([month("2025-05", { unknownLines: 1 })], COHORT).missing).toMatch(
      /^Of 1 denied or unpaid line nobody/,
    );
    expect(collectedOf([month("2025-05", { decidedLines: 7 })], COHORT).missing).toBe(
      "Too early: 70 % of the lines are decided, shown from 80 %.",
    );
    expect(collectedOf([month("2025-05", { decidedLines: 8 })], COHORT).missing).toBeNull();
  });

  test("is compared with the practice's rate on other codes, where both are known", () => {
    const known = (numerator: number) => point(numerator, 1_000);
    expect(collectionBenchmark(known(950), known(949))).toEqual({
      ...{ state: "good", words: "at or above 94.9 %, the practice's rate on other codes" },
    });
    expect(collectionBenchmark(known(948), known(949)).state).toBe("red");
    expect(collectionBenchmark(known(950), point(0, 0))).toMatchObject({ state: null });
    expect(collectionBenchmark(point(9, 10, "Too early"), known(949)).state).toBeNull();
  });
});
