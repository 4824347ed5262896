import { describe, expect, test } from "vitest";
import { conflictRows } from "@/components/claims/editor/conflict-rows";
import { splitOf } from "@/components/claims/editor/split-line";
import { factHistories } from "@/components/claims/facts/current-facts";
import { factInWords, factValueOf, textOfFact } from "@/components/claims/facts/fact-values";
import { fieldKey, findingsByField, heaviest, inWorkOrder, shownField } from "@/components/claims/field-key";
import { positionOf } from "@/lib/query/queue-trail";
import { FACTS } from "@/lib/domain/cases/facts";
import type { FindingView } from "@/lib/domain/claims/claim-screen";

function aFinding(overrides: Partial<FindingView> = {}): FindingView {
  return {
    edit: "second-lead-without-modifier",
    rule: "R-U01",
    severity: "block",
    line: 2,
    occurrence: 2,
    fields: [{ line: 2, field: "modifiers" }],
    message: "Line 2 lacks its modifier.",
    prevents: ["CO-4"],
    fix: null,
    because: {},
    evidenceHash: "a".repeat(64),
    overridden: false,
    override: null,
    fixDifferences: null,
    deniedAs: [],
    ...overrides,
  };
}

describe("lighting fields", () => {
  test("a finding lights each of its fields once, an overridden one lights nothing", () => {
    const open = aFinding({
      fields: [
        { line: 2, field: "modifiers" },
        { line: null, field: "billing.taxonomy" },
        { line: null, field: "billing.npi" },
      ],
    });
    const lit = findingsByField([open, aFinding({ evidenceHash: "b".repeat(64), overridden: true })]);
    expect([...lit.keys()]).toEqual(["line-2-modifiers", "claim-billing"]);
    expect(lit.get("claim-billing")).toEqual([open]);
  });

  test("a part of a field is shown in the field that holds it", () => {
    expect(fieldKey(shownField({ line: 1, field: "serviceTo" }))).toBe("line-1-serviceDates");
    expect(fieldKey(shownField({ line: null, field: "subscriber.memberId" }))).toBe("claim-subscriber");
  });

  test("the heaviest finding gives the colour, and work goes from heavy to light", () => {
    const info = aFinding({ severity: "info" });
    const review = aFinding({ severity: "review" });
    expect(heaviest([info, review])).toBe("review");
    expect(heaviest([])).toBeNull();
    const gone = aFinding({ overridden: true });
    expect(inWorkOrder([info, gone, review])).toEqual({ open: [review, info], overridden: [gone] });
  });
});

describe("splitOf", () => {
  test.each([
    ["1", 3, 1_000_00, { units: 1, share: 333_33 }],
    ["0.5", 1, 99_99, { units: 0.5, share: 50_00 }],
  ])("%s of %s units takes its share of the charge in whole cents", (text, units, chargeCents, expected) => {
    expect(splitOf({ units, chargeCents }, text)).toMatchObject(expected);
  });

  test.each(["", "0", "2", "3", "-1", "x"])("%j cannot be split off two units", (text) => {
    const split = splitOf({ units: 2, chargeCents: 100 }, text);
    expect(split.units).toBeNull();
    expect(split.error).toContain("above 0 and below 2");
  });
});

describe("facts", () => {
  test("an empty or unreadable answer is no answer, never a no", () => {
    expect(factValueOf({ kind: "boolean" }, " ")).toBeNull();
    expect(factValueOf(FACTS.leadsPlaced.input, "two")).toBeNull();
    expect(factValueOf(FACTS.leadsPlaced.input, "2")).toBe(2);
    expect(factValueOf({ kind: "boolean" }, "no")).toBe(false);
    expect(factValueOf(FACTS.stage.input, "trial")).toBe("trial");
  });

  test.each([true, false, 2, "2026-06-03", "trial"])("%j reads back as it was typed", (value) => {
    const input = {
      boolean: { kind: "boolean" },
      number: FACTS.leadsPlaced.input,
      string: FACTS.trialDate.input,
    }[typeof value as "boolean" | "number" | "string"] as Parameters<typeof factValueOf>[0];
    expect(factValueOf(input, textOfFact(value))).toBe(value);
  });

  test("answers are read in words with their unit", () => {
    expect(factInWords(FACTS.leadsPlaced.input, 2)).toBe("2 leads");
    expect(factInWords(FACTS.trialReliefPercent.input, 60)).toBe("60%");
    expect(factInWords(FACTS.stage.input, "permanent")).toBe("Permanent implant");
    expect(factInWords(FACTS.operativeNoteSigned.input, true)).toBe("yes");
    expect(factInWords(FACTS.stage.input, null)).toBe("withdrawn");
  });

  test("the newest answer is in force and the earlier ones stay", () => {
    const answer = (id: string, fact: string, value: unknown) => ({
      ...{ id, fact, value, sourceKind: "asked", sourceText: "", actorName: "R", recordedAt: "" },
    });
    const newest = answer("3", "stage", "permanent");
    const histories = factHistories([newest, answer("2", "leadsPlaced", 2), answer("1", "stage", "trial")]);
    expect(histories.map((history) => [history.fact, history.earlier.length])).toEqual([
      ["stage", 1],
      ["leadsPlaced", 0],
    ]);
    expect(histories[0]!.current).toBe(newest);
  });
});

describe("conflictRows", () => {
  test("several steps of theirs become one, and what they took back is left out", () => {
    const rows = conflictRows({
      currentVersion: 4,
      changedBy: "Imani",
      theirs: [
        { line: 1, field: "units", before: "1", after: "2" },
        { line: 1, field: "units", before: "2", after: "3" },
        { line: null, field: "note", before: null, after: "x" },
        { line: null, field: "note", before: "x", after: null },
      ],
      yours: [{ line: 1, field: "units", before: "1", after: "4" }],
    });
    expect(rows).toEqual([
      {
        line: 1,
        field: "units",
        theirs: { before: "1", after: "3" },
        yours: { before: "1", after: "4" },
      },
    ]);
  });
});

describe("positionOf", () => {
  const trail = {
    ...{ href: "/worklist?page=2", label: "SCS", memberId: "m", asked: { queue: "specialty" } },
    ...{ page: 2, hasNext: true },
    ids: ["a", "b", "c"],
  };

  test("counts through the pages and knows the neighbours", () => {
    expect(positionOf(trail, "b")).toMatchObject({ position: 52, previousId: "a", nextId: "c" });
    expect(positionOf(trail, "c")).toMatchObject({ nextId: null, canGoOn: true });
  });

  test("a claim that left the list has no place, and the first of the list comes next", () => {
    expect(positionOf(trail, "z")).toMatchObject({ position: null, previousId: null, nextId: "a" });
    expect(positionOf(null, "a")).toBeNull();
  });
});
