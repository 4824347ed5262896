import { describe, expect, test } from "vitest";
import {
  collectionCohort,
  isMonth,
  monthsUpTo,
  periodOf,
  shiftMonth,
  snapshotDay,
} from "@/lib/domain/kpis/months";

describe("months", () => {
  test("are those of the calendar, and nothing else reads as one", () => {
    expect(["2026-01", "2026-12"].every(isMonth)).toBe(true);
    expect(["2026-00", "2026-13", "2026-1", "2026-01-01", "26-01", ""].some(isMonth)).toBe(false);
  });

  test("cross the year both ways and know their last day", () => {
    expect(shiftMonth("2026-01", -1)).toBe("2025-12");
    expect(monthsUpTo("2026-02", 4)).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
    expect(periodOf("2024-02")).toEqual({ from: "2024-02-01", to: "2024-02-29" });
  });

  test("take balances on their last day, while they run on today", () => {
    expect(snapshotDay("2026-05", "2026-06-11")).toBe("2026-05-31");
    expect(snapshotDay("2026-06", "2026-06-11")).toBe("2026-06-11");
  });

  test("look for collections at twelve months of service that end three months before", () => {
    expect(collectionCohort("2026-06")).toEqual({ from: "2025-04-01", to: "2026-03-31" });
  });
});
