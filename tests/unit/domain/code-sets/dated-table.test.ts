import { describe, expect, it } from "vitest";
import { editionInWords, editionOn, type DatedTable } from "@/lib/domain/code-sets/dated-table";
import { TABLES } from "@/lib/domain/code-sets/tables";

const table: DatedTable<string> = {
  label: "A table",
  source: "Somewhere",
  editions: [
    { edition: "2024-07-01", effectiveFrom: "2024-07-01", effectiveTo: "2024-09-30", rows: "third quarter" },
    { edition: "2024-10-01", effectiveFrom: "2024-10-01", effectiveTo: null, rows: "fourth quarter" },
  ],
};

describe("a table's edition is chosen by date of service", () => {
  it.each([
    ["2024-07-01", "third quarter"],
    ["2024-09-30", "third quarter"],
    ["2024-10-01", "fourth quarter"],
    ["2026-06-03", "fourth quarter"],
    ["2023-01-01", "third quarter"],
    [null, "fourth quarter"],
  ])("%s takes the %s", (date, rows) => {
    expect(editionOn(table, date).rows).toBe(rows);
  });

  it("says when it is only the nearest edition held", () => {
    expect(editionInWords(table, "2024-08-01")).toBe("Edition 2024-07-01. Somewhere");
    expect(editionInWords(table, "2024-01-01")).toBe(
      "Edition 2024-07-01, the nearest one held for 2024-01-01. Somewhere",
    );
    expect(editionInWords(table, "2026-06-03")).toBe("Edition 2024-10-01. Somewhere");
  });
});

describe.each(Object.entries(TABLES))("table %s", (_, one) => {
  it("names its source and has editions in order, none overlapping", () => {
    expect(one.label).not.toBe("");
    expect(one.source).not.toBe("");
    expect(one.editions.length).toBeGreaterThan(0);
    for (const [at, { effectiveFrom, effectiveTo, edition }] of one.editions.entries()) {
      expect(edition).not.toBe("");
      if (effectiveTo !== null) expect(effectiveTo > effectiveFrom).toBe(true);
      const next = one.editions[at + 1];
      if (next !== undefined) expect(next.effectiveFrom > (effectiveTo ?? effectiveFrom)).toBe(true);
    }
  });
});
