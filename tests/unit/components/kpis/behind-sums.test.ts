import { describe, expect, test } from "vitest";
import { behindSums } from "@/components/kpis/behind/behind-sums";
import type { BehindView } from "@/lib/domain/kpis/dashboard-screen";
import type { KpiKey } from "@/lib/domain/kpis/definitions";
import { figureView } from "@/lib/domain/kpis/figure-view";

const view = (key: KpiKey, sides: [number, number | null], totals: [number, number]): BehindView => ({
  figure: figureView({
    ...{ key, month: "2026-03", before: null, trend: [] },
    now: { numerator: sides[0], denominator: sides[1] },
  }),
  ...{ month: "2026-03", narrowedTo: [], rows: [], total: 3, page: 1, pageSize: 50 },
  totals: { numerator: totals[0], denominator: totals[1] },
});

describe("a figure and the list behind it", () => {
  test("are equal when both sides are, to the cent", () => {
    expect(behindSums(view("initial_denial_rate_dollars", [29_500, 100_000], [29_500, 100_000]))).toEqual({
      ...{ figure: "$295.00 of $1,000.00", list: "$295.00 of $1,000.00", addsUp: true },
    });
    expect(behindSums(view("initial_denial_rate_dollars", [29_500, 100_000], [29_501, 100_000])).addsUp).toBe(
      false,
    );
    expect(behindSums(view("initial_denial_rate_claims", [1, 4], [1, 5]))).toEqual({
      ...{ figure: "1 of 4 claims", list: "1 of 5 claims", addsUp: false },
    });
  });

  test("of a sum only the sum counts", () => {
    expect(behindSums(view("denied_dollars", [29_500, null], [29_500, 99]))).toEqual({
      ...{ figure: "$295.00", list: "$295.00", addsUp: true },
    });
    expect(behindSums(view("denials_worked", [1, null], [1, 1])).list).toBe("1 line");
  });
});
