import { describe, expect, test } from "vitest";
import { applyChanges } from "@/lib/domain/claims/apply-changes";
import { planWorkBack, rowsClosedBy, type OpenWorkBackRow } from "@/lib/domain/claims/work-back";
import { aClaim, aLine } from "../../../builders/a-claim";

const exported = aClaim({
  lines: [aLine({ units: 2, chargeCents: 1_900_000 }), aLine({ code: "77003", chargeCents: 20_000 })],
});
const corrected = applyChanges(exported, [
  { kind: "split_line", line: 1, units: 1, chargeCents: 950_000, modifiers: ["76"] },
  { kind: "remove_line", line: 2 },
  { kind: "set_claim", field: "authorization", value: "B2" },
]);

function rowsOf(from = exported, to = corrected): OpenWorkBackRow[] {
  return planWorkBack([], from, to).add.map((difference, index) => ({ id: `row-${index}`, ...difference }));
}

describe("planWorkBack", () => {
  test("a first correction gives one row for everything that must be keyed, and none for the total", () => {
    expect(rowsOf().map((row) => [row.line, row.field])).toEqual([
      [null, "authorization"],
      [1, "units"],
      [1, "chargeCents"],
      [2, "line"],
      [2, "line"],
    ]);
  });

  test("an undone correction withdraws its rows", () => {
    const rows = rowsOf();
    expect(planWorkBack(rows, exported, exported)).toEqual({ withdraw: rows.map((row) => row.id), add: [] });
  });

  test("a second correction keeps the rows that still hold and replaces the others", () => {
    const again = applyChanges(corrected, [{ kind: "set_claim", field: "authorization", value: "C3" }]);
    expect(planWorkBack(rowsOf(), exported, again)).toEqual({
      withdraw: ["row-0"],
      add: [{ line: null, field: "authorization", before: "A123456", after: "C3" }],
    });
  });
});

describe("rowsClosedBy", () => {
  test("a newer export that carries every correction closes every row", () => {
    expect(rowsClosedBy(rowsOf(), corrected, structuredClone(corrected))).toEqual(
      rowsOf().map((row) => row.id),
    );
  });

  test("the same export again closes none", () => {
    expect(rowsClosedBy(rowsOf(), corrected, exported)).toEqual([]);
  });

  test("an export that carries one of them closes that one", () => {
    const newer = { ...exported, authorization: "B2" };
    expect(rowsClosedBy(rowsOf(), corrected, newer)).toEqual(["row-0"]);
  });

  test("a removed line is closed when it is gone, though the numbers moved", () => {
    const newer = applyChanges(exported, [{ kind: "remove_line", line: 2 }]);
    const removed = rowsOf().find((row) => row.field === "line" && row.after === null)!;
    expect(rowsClosedBy(rowsOf(), corrected, newer)).toContain(removed.id);
  });
});
