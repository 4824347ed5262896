import { describe, expect, test } from "vitest";
import { deadlineState } from "@/lib/domain/claims/work-queues";
import { whyBehind } from "@/lib/domain/kpis/behind-words";
import { claimsBehindHref, daysOfAge, FIGURES } from "@/lib/domain/kpis/dashboard-figures";
import { DEADLINE_BANDS, daysOfBand } from "@/lib/domain/kpis/deadline-bands";
import { deniedGrid } from "@/lib/domain/kpis/denied-grid";
import { figureView } from "@/lib/domain/kpis/figure-view";
import { mineHref, MY_FIGURES } from "@/lib/domain/kpis/home-screen";
import { myFigureView } from "@/lib/domain/kpis/my-figures";
import { narrowedView, receivablesView } from "@/lib/domain/kpis/narrowed-view";
import { denialsHref, worklistHref } from "@/lib/domain/kpis/queue-links";
import { addDays } from "@/lib/domain/shared/calendar-date";

const NOT_NARROWED = { payer: null, category: null, age: null };
const TOTALS = { numerator: 30, denominator: 200, claimCount: 3, lines: 7, unknownLines: 0 };

describe("denied dollars", () => {
  const amount = (payerId: string, category: string, deniedCents: number) => {
    return { payerId, payerName: `Payer ${payerId}`, category, deniedCents };
  };

  test("stand by payer and category, most money first, and add up both ways", () => {
    const grid = deniedGrid("2026-06", [
      ...[amount("a", "AUTH", 100), amount("a", "DX", 50), amount("b", "DX", 700)],
    ]);
    expect(grid.categories.map(({ id, name, cents }) => [id, name, cents])).toEqual([
      ["DX", "Diagnosis does not fit", 750],
      ["AUTH", "No valid authorization", 100],
    ]);
    expect(grid.payers.map(({ payerId, cents }) => [payerId, cents])).toEqual([
      ["b", 700],
      ["a", 150],
    ]);
    expect(grid.payers.map(({ cells }) => cells.map((cell) => cell?.cents ?? null))).toEqual([
      [700, null],
      [50, 100],
    ]);
    expect(grid.totalCents).toBe(850);
    expect(grid.payers[1]!.cells[0]!.href).toBe(
      claimsBehindHref({ figure: "denied_dollars", month: "2026-06", payer: "a", category: "DX" }),
    );
  });

  test("of nothing are an empty grid", () => {
    expect(deniedGrid("2026-06", [])).toMatchObject({ categories: [], payers: [], totalCents: 0 });
  });
});

describe("a figure over a part of what it counts", () => {
  const whole = figureView({
    ...{ key: "initial_denial_rate_lines", month: "2026-06", before: 0.1, trend: [0.1] },
    now: { numerator: 100, denominator: 400 },
  });

  test("has the parts of the list and the same band, and no change or trend", () => {
    const view = narrowedView("initial_denial_rate_lines", "2026-06", whole, TOTALS, {
      ...{ ...NOT_NARROWED, payer: "p1" },
    });
    expect(view).toMatchObject({ value: 0.15, n: 7, state: "red", change: null, trend: [] });
    expect(view.href).toContain("payer=p1");
  });

  test("has no value where nobody can say what was to come in", () => {
    const view = narrowedView(
      "net_collection_rate",
      "2026-06",
      whole,
      { ...TOTALS, unknownLines: 2 },
      NOT_NARROWED,
    );
    expect(view).toMatchObject({
      value: null,
      missing: "Of 2 of its lines nobody can say what was to come in.",
    });
  });

  test("open receivables are a sum with an age in their link", () => {
    const view = receivablesView("2026-06", TOTALS, { ...NOT_NARROWED, age: "over 120" });
    expect(view).toMatchObject({ value: 30, denominator: null, n: 3 });
    expect(new URL(view.href, "https://dorsal.test").searchParams.get("age")).toBe("over 120");
    expect(daysOfAge("over 120")).toEqual({ from: 121, to: null });
    expect(daysOfAge("0-30")).toEqual({ from: 0, to: 30 });
    expect(daysOfAge("30")).toBeNull();
  });
});

describe("the words for a claim behind a figure", () => {
  const facts = { numerator: 1, categories: ["AUTH", "DX"], lines: 2, unknownLines: 0, ageDays: 75 };

  test.each([...FIGURES, ...MY_FIGURES])("%s: says why, never with money or a name", (figure) => {
    for (const numerator of [0, 1]) {
      const words = whyBehind(figure, { ...facts, numerator });
      expect(words).not.toBe("");
      expect(words).not.toMatch(/\$|undefined|null/);
    }
  });

  test("name the reasons, the age and what is unknown", () => {
    expect(whyBehind("initial_denial_rate_claims", facts)).toBe(
      "Denied at first: No valid authorization, Diagnosis does not fit",
    );
    expect(whyBehind("initial_denial_rate_claims", { ...facts, numerator: 0 })).toBe("Not denied at first");
    expect(whyBehind("receivables_over_60", facts)).toBe("Open 75 days after service");
    expect(whyBehind("net_collection_rate", { ...facts, unknownLines: 1 })).toBe(
      "1 line of 2 without an amount to expect",
    );
    expect(whyBehind("first_pass_payment_rate", { ...facts, numerator: 0, categories: [] })).toBe(
      "Not settled at first",
    );
  });
});

describe("homes", () => {
  test("group deadlines exactly as a deadline's tone says", () => {
    const today = "2026-06-24";
    for (let days = -30; days <= 30; days += 1) {
      const day = addDays(today, days);
      const fits = DEADLINE_BANDS.filter((_, index) => {
        const { from, to } = daysOfBand(index, today);
        return (from === null || day >= from) && (to === null || day <= to);
      });
      expect(fits.map(({ tone }) => tone)).toEqual([deadlineState(day, today).tone]);
    }
  });

  test("link to queues by the names that their screens read, without what is not given", () => {
    expect(worklistHref({ queue: "specialty", who: "me", rule: "R-A01" })).toBe(
      "/worklist?queue=specialty&who=me&rule=R-A01",
    );
    expect(denialsHref({ queue: "to_work", who: "mine", tier: "high", from: null, to: "2026-06-23" })).toBe(
      "/denials?queue=to_work&who=mine&tier=high&to=2026-06-23",
    );
  });

  test("a figure of one's own is the sum of its list, with a link back to it", () => {
    const view = myFigureView({ figure: "my_worked", month: "2026-06", scope: "anyone" }, TOTALS);
    expect(view).toMatchObject({ value: 30, n: 7, parts: "lines", denominator: null });
    expect(view.href).toBe("/dashboard/mine?figure=my_worked&month=2026-06&scope=anyone");
    expect(mineHref({ figure: "my_denied", month: "2026-06", months: 12, category: "DX" })).toBe(
      "/dashboard/mine?figure=my_denied&month=2026-06&months=12&category=DX",
    );
  });
});
