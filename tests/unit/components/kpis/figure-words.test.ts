import { describe, expect, test } from "vitest";
import {
  changeOf,
  coverageOf,
  notesInCommon,
  SIDE_LABELS,
  trendTitle,
  verdictOf,
} from "@/components/kpis/figure-words";
import { FIGURES, FIGURE_SHAPES } from "@/lib/domain/kpis/dashboard-figures";
import type { FigureView, TrendView } from "@/lib/domain/kpis/dashboard-screen";
import { KPI_KEYS, type KpiKey } from "@/lib/domain/kpis/definitions";
import { figureView, type FigureFacts } from "@/lib/domain/kpis/figure-view";

const figure = (key: KpiKey, facts: Partial<FigureFacts> = {}): FigureView =>
  figureView({
    ...{ key, month: "2026-03", now: { numerator: 12, denominator: 100 }, before: null, trend: [] },
    ...facts,
  });

const trend = (values: (number | null)[], over: Partial<TrendView> = {}): TrendView => ({
  ...{ figure: "initial_denial_rate_lines", name: "Denial rate", unit: "rate", band: null },
  points: values.map((value, index) => ({
    ...{ month: `2026-0${index + 1}`, value, numerator: 0, denominator: value === null ? 0 : 10 },
  })),
  ...over,
});

describe("how a figure moved", () => {
  test("is better where it fell and less is better, worse where more is better", () => {
    const fell = { before: 0.15 };
    expect(changeOf(figure("initial_denial_rate_claims", fell), "2026-03", false)).toEqual({
      ...{ movement: "better", way: "down", words: "3.0 points less than February 2026, better" },
    });
    expect(changeOf(figure("first_pass_payment_rate", fell), "2026-03", false)).toMatchObject({
      ...{ movement: "worse", way: "down" },
    });
  });

  test("is no move where both round to the same, and nothing where a side is not known", () => {
    const same = figure("initial_denial_rate_claims", { before: 0.1201 });
    expect(changeOf(same, "2026-01", false)).toMatchObject({
      movement: "same",
      words: "As in December 2025",
    });
    expect(changeOf(figure("initial_denial_rate_claims"), "2026-03", false)).toBeNull();
    const missing = figure("net_collection_rate", { before: 0.9, missing: "Immature" });
    expect(changeOf(missing, "2026-03", false)).toBeNull();
  });

  test("does not judge the sum of a month that still runs by that of a whole month; a rate it does", () => {
    const denied = figure("denied_dollars", { now: { numerator: 900, denominator: null }, before: 50_000 });
    expect(changeOf(denied, "2026-03", true)).toEqual({
      ...{ movement: "same", way: "level", words: "So far; all of February 2026 had $500.00" },
    });
    expect(changeOf(denied, "2026-03", false)?.words).toBe("$491.00 less than February 2026, better");
    const rate = figure("initial_denial_rate_claims", { before: 0.2 });
    expect(changeOf(rate, "2026-03", true)?.movement).toBe("better");
  });
});

describe("the words of the dashboard", () => {
  test("sort figures by how they stand to their target; those without one are in no group", () => {
    const off = figure("initial_denial_rate_claims", { now: { numerator: 20, denominator: 100 } });
    const watch = figure("initial_denial_rate_lines");
    const good = figure("receivables_over_60");
    const none = figure("first_pass_payment_rate");
    expect(verdictOf([good, off, none, watch])).toEqual({ off: [off], watch: [watch], good: [good] });
  });

  test("title a trend by its finding", () => {
    expect(trendTitle(trend([0.2, 0.15, 0.1]))).toBe(
      "Denial rate: 10.0\u00a0% now, 10.0 points less than in January 2026",
    );
    expect(trendTitle(trend([0.2, 0.3, null]))).toBe(
      "Denial rate: 30.0\u00a0% in February 2026, 10.0 points more than in January 2026",
    );
    expect(trendTitle(trend([0.1, 0.5, 0.1]))).toBe("Denial rate: 10.0\u00a0% now, as in January 2026");
    expect(trendTitle(trend([null, 0.1]))).toBe("Denial rate: 10.0\u00a0% now");
    expect(trendTitle(trend([null, null]))).toBe("Denial rate: nothing to show yet");
  });

  test("tell nothing at all from open claims without a decision, and both from figures", () => {
    const undecided = { trends: [trend([null, null])], aging: { claimCount: 3 } };
    expect(coverageOf(undecided)).toBe("undecided");
    expect(coverageOf({ ...undecided, aging: { claimCount: 0 } })).toBe("nothing");
    expect(coverageOf({ trends: [trend([null, 0])], aging: { claimCount: 0 } })).toBe("figures");
    // Open receivables have a share without any decision.
    const open = trend([0, 0.5], { figure: "receivables_over_60" });
    expect(coverageOf({ trends: [open], aging: { claimCount: 3 } })).toBe("undecided");
  });

  test("say once what several figures note", () => {
    const noted = (notes: string[]) => figure("receivables_over_60", { notes });
    expect(notesInCommon([noted(["a", "b"]), noted(["b"]), noted(["b", "c"])])).toEqual(["b"]);
  });

  test("name both sides of each figure that has two", () => {
    for (const key of KPI_KEYS) expect(SIDE_LABELS[key].numerator).not.toBe("");
    const withTwo = KPI_KEYS.filter((key) => FIGURE_SHAPES[key].unit === "rate");
    expect(withTwo.filter((key) => SIDE_LABELS[key].denominator === undefined)).toEqual([]);
    expect(FIGURES.filter((key) => SIDE_LABELS[key] === undefined)).toEqual([]);
  });
});
