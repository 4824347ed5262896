import { describe, expect, test } from "vitest";
import { claimColumns, summarizeLines } from "@/lib/domain/claims/claim-columns";
import { aClaim, aLine } from "../../../builders/a-claim";

describe("claimColumns", () => {
  test("reads what lists show off the content", () => {
    const claim = aClaim({
      lines: [
        aLine({ units: 2 }),
        aLine({ code: "63685", serviceFrom: "2026-06-02", serviceTo: "2026-06-05" }),
      ],
    });
    expect(claimColumns(claim)).toEqual({
      claimRole: "surgeon",
      frequency: "1",
      responsibility: "P",
      chargeCents: 1_900_000,
      serviceFrom: "2026-06-02",
      serviceTo: "2026-06-05",
      hasScs: true,
      queue: "specialty",
      lineSummary: "63650×2 63685",
    });
  });

  test("a claim without stimulator codes is general work, and without dates has no span", () => {
    const claim = aClaim({ lines: [aLine({ code: "99213", serviceFrom: null, serviceTo: null })] });
    expect(claimColumns(claim)).toMatchObject({
      hasScs: false,
      queue: "general",
      serviceFrom: null,
      serviceTo: null,
    });
  });
});

describe("summarizeLines", () => {
  test.each([
    ["one unit has no number", [aLine()], "63650"],
    ["lines of one code are added", [aLine(), aLine({ code: "63685" }), aLine()], "63650×2 63685"],
    ["fractions carry no noise", [aLine({ units: 0.1 }), aLine({ units: 0.2 })], "63650×0.3"],
  ])("%s", (_, lines, words) => {
    expect(summarizeLines({ lines })).toBe(words);
  });

  test("names eight codes and counts the others", () => {
    const lines = Array.from({ length: 11 }, (_, index) =>
      aLine({ code: `9921${String.fromCharCode(65 + index)}` }),
    );
    expect(summarizeLines({ lines })).toMatch(/^(9921[A-H] ?){8} \+3$/);
  });
});
