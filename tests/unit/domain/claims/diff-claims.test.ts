import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges } from "@/lib/domain/claims/apply-changes";
import { diffClaims } from "@/lib/domain/claims/diff-claims";
import { aClaim, aLine } from "../../../builders/a-claim";

describe("diffClaims", () => {
  test("a claim does not differ from itself", () => {
    expect(diffClaims(aClaim(), aClaim())).toEqual([]);
  });

  test("shows one row a field with both values", () => {
    const after = applyChanges(aClaim(), [
      { kind: "set_line", line: 1, field: "modifiers", value: ["58", "59"] },
      { kind: "set_line", line: 1, field: "units", value: 2 },
      { kind: "set_claim", field: "authorization", value: null },
      { kind: "set_diagnoses", value: ["G90.521", "M96.1"] },
    ]);
    expect(diffClaims(aClaim(), after)).toEqual([
      { line: null, field: "authorization", before: "A123456", after: null },
      { line: null, field: "diagnoses", before: "M961, G894", after: "G90521, M961" },
      { line: 1, field: "modifiers", before: null, after: "58, 59" },
      { line: 1, field: "units", before: "1", after: "2" },
    ]);
  });

  test("an added and a removed line are shown whole", () => {
    const claim = aClaim({
      lines: [
        aLine({ controlNumber: "A", units: 2 }),
        aLine({ controlNumber: "B", code: "77003", chargeCents: 20_000 }),
      ],
    });
    const after = applyChanges(claim, [
      { kind: "split_line", line: 1, units: 1, chargeCents: 475_000, modifiers: ["76"] },
      { kind: "remove_line", line: 2 },
    ]);
    expect(diffClaims(claim, after).filter((difference) => difference.field === "line")).toEqual([
      { line: 2, field: "line", before: null, after: "63650-76 ×1 $4750.00 dx 1 2026-06-03" },
      { line: 2, field: "line", before: "77003 ×1 $200.00 dx 1 2026-06-03", after: null },
    ]);
  });

  test("lines are matched by control number even when they swap places", () => {
    const a = aLine({ controlNumber: "A", modifiers: ["58"] });
    const b = aLine({ controlNumber: "B", code: "63685" });
    expect(diffClaims(aClaim({ lines: [a, b] }), aClaim({ lines: [b, a] }))).toEqual([]);
  });

  test("two lines of one code without control numbers are matched by their modifiers before their place", () => {
    const plain = aLine();
    const repeated = aLine({ modifiers: ["76"] });
    expect(diffClaims(aClaim({ lines: [plain, repeated] }), aClaim({ lines: [repeated, plain] }))).toEqual(
      [],
    );
  });

  test("a changed code in the same place is one changed field, not two lines", () => {
    expect(diffClaims(aClaim({ lines: [aLine()] }), aClaim({ lines: [aLine({ code: "63655" })] }))).toEqual([
      { line: 1, field: "code", before: "63650", after: "63655" },
    ]);
  });

  test("any set of modifiers and units that differs is found, and only that", () => {
    const modifiers = fc.uniqueArray(fc.constantFrom("22", "51", "58", "59", "76"), { maxLength: 4 });
    fc.assert(
      fc.property(modifiers, fc.integer({ min: 1, max: 9 }), (value, units) => {
        const after = applyChanges(aClaim(), [
          { kind: "set_line", line: 1, field: "modifiers", value },
          { kind: "set_line", line: 1, field: "units", value: units },
        ]);
        const fields = diffClaims(aClaim(), after).map((difference) => difference.field);
        expect(fields).toEqual([
          ...(value.length > 0 ? ["modifiers"] : []),
          ...(units === 1 ? [] : ["units"]),
        ]);
      }),
    );
  });
});
