import { describe, expect, it } from "vitest";
import { KPI_DEFINITIONS, kpiDefinition } from "@/lib/domain/kpis/definitions";
import { benchmarkState, targetState } from "@/lib/domain/kpis/target";

describe("what a tooltip says", () => {
  it("every figure has its words, and a band names its source", () => {
    for (const { name, formula, numerator, denominator, exclusions, timeBasis, target } of KPI_DEFINITIONS) {
      for (const text of [name, formula, numerator, denominator, timeBasis])
        expect(text.length).toBeGreaterThan(8);
      expect(exclusions.length).toBeGreaterThan(0);
      if (target) expect(target.source).not.toBe("");
    }
  });

  it("the bands are the guide's; the one it does not set is unverified", () => {
    const bandOf = (key: Parameters<typeof kpiDefinition>[0]) => {
      const target = kpiDefinition(key).target!;
      return [target.amber, target.red, target.verified];
    };
    expect(bandOf("initial_denial_rate_lines")).toEqual([0.1, 0.12, true]);
    expect(bandOf("receivables_over_60")).toEqual([0.2, 0.25, true]);
    expect(bandOf("receivables_over_120")).toEqual([0.1, 0.15, false]);
    expect(kpiDefinition("net_collection_rate").benchmark).toContain("all other codes");
  });
});

describe("against its band", () => {
  const band = kpiDefinition("initial_denial_rate_lines").target!;
  it.each([
    [0.0999, "good"],
    [0.1, "amber"],
    [0.12, "amber"],
    [0.1204, "red"],
    [null, null],
  ] as const)("%s is %s, unrounded", (value, state) => {
    expect(targetState(value, band)).toBe(state);
  });

  it.each([
    [0.95, 0.95, "good"],
    [0.9499, 0.95, "red"],
    [null, 0.95, null],
    [0.95, null, null],
  ] as const)("%s against the practice's %s is %s", (value, benchmark, state) => {
    expect(benchmarkState(value, benchmark)).toBe(state);
  });
});
