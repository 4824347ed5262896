import { describe, expect, test } from "vitest";
import {
  formatFigure,
  formatMonth,
  formatMonthShort,
  formatShare,
  formatSides,
  formatStep,
} from "@/lib/format/figures";

describe("figures for reading", () => {
  test("what is not known is n/a, never zero", () => {
    expect([formatShare(null), formatFigure(null, "cents"), formatFigure(null, "count")]).toEqual(
      Array(3).fill("n/a"),
    );
    expect(formatFigure(0, "rate")).toBe("0.0\u00a0%");
  });

  test("each unit in its own way", () => {
    expect(formatFigure(0.1249, "rate")).toBe("12.5\u00a0%");
    expect(formatFigure(123_450, "cents")).toBe("$1,234.50");
    expect(formatFigure(1234, "count")).toBe("1,234");
  });

  test("sides say what they are made of; a sum has one", () => {
    expect(formatSides(12, 1048, "claims")).toBe("12 of 1,048 claims");
    expect(formatSides(1, 1, "lines")).toBe("1 of 1 line");
    expect(formatSides(2000, 8000, "cents")).toBe("$20.00 of $80.00");
    expect(formatSides(31, null, "lines")).toBe("31 lines");
  });

  test("steps are points for rates, without direction", () => {
    expect(formatStep(-0.012, "rate")).toBe("1.2 points");
    expect(formatStep(-5000, "cents")).toBe("$50.00");
    expect(formatStep(3, "count")).toBe("3");
  });

  test("months in words and short", () => {
    expect(formatMonth("2026-03")).toBe("March 2026");
    expect(formatMonthShort("2026-12")).toBe("Dec 26");
  });
});
