import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges } from "@/lib/domain/claims/apply-changes";
import type { ClaimChange } from "@/lib/domain/claims/change";
import { AppError } from "@/lib/domain/shared/app-error";
import { aClaim, aLine } from "../../../builders/a-claim";

const twoLeads = () =>
  aClaim({
    lines: [aLine({ units: 2, chargeCents: 1_900_000 }), aLine({ code: "63685", chargeCents: 2_500_000 })],
  });

function refusal(changes: ClaimChange[], claim = twoLeads()): AppError {
  try {
    applyChanges(claim, changes);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("the change was accepted");
}

describe("applyChanges", () => {
  test("changes a copy and leaves the claim as it was", () => {
    const claim = twoLeads();
    const before = structuredClone(claim);
    const changed = applyChanges(claim, [{ kind: "set_line", line: 2, field: "modifiers", value: [" 58 "] }]);
    expect(changed.lines[1]!.modifiers).toEqual(["58"]);
    expect(claim).toEqual(before);
  });

  test("names lines by their number before any change of the list", () => {
    const changed = applyChanges(twoLeads(), [
      { kind: "split_line", line: 1, units: 1, chargeCents: 950_000, modifiers: ["76"] },
      { kind: "set_line", line: 2, field: "modifiers", value: ["58"] },
    ]);
    expect(
      changed.lines.map((line) => [line.number, line.code, line.modifiers, line.units, line.chargeCents]),
    ).toEqual([
      [1, "63650", [], 1, 950_000],
      [2, "63650", ["76"], 1, 950_000],
      [3, "63685", ["58"], 1, 2_500_000],
    ]);
  });

  test("a line that a split adds does not repeat the control number", () => {
    const claim = aClaim({ lines: [aLine({ units: 2, controlNumber: "L1" })] });
    const changed = applyChanges(claim, [
      { kind: "split_line", line: 1, units: 1, chargeCents: 475_000, modifiers: [] },
    ]);
    expect(changed.lines.map((line) => line.controlNumber)).toEqual(["L1", null]);
  });

  test("joins two lines of a code into one with the sum of units and charges", () => {
    const claim = aClaim({ lines: [aLine({ modifiers: ["51"] }), aLine({ modifiers: ["76"] })] });
    const changed = applyChanges(claim, [{ kind: "merge_lines", into: 1, from: 2 }]);
    expect(changed.lines).toHaveLength(1);
    expect(changed.lines[0]).toMatchObject({
      number: 1,
      units: 2,
      chargeCents: 1_900_000,
      modifiers: ["51"],
    });
    expect(changed.chargeCents).toBe(1_900_000);
  });

  test("the claim total follows its lines once a charge is touched, and not before", () => {
    const wrongTotal = { ...twoLeads(), chargeCents: 1 };
    expect(
      applyChanges(wrongTotal, [{ kind: "set_claim", field: "authorization", value: "B2" }]).chargeCents,
    ).toBe(1);
    expect(
      applyChanges(wrongTotal, [{ kind: "set_line", line: 1, field: "chargeCents", value: 1_900_000 }])
        .chargeCents,
    ).toBe(4_400_000);
  });

  test.each<[string, ClaimChange, string]>([
    ["an unknown line", { kind: "set_line", line: 9, field: "units", value: 1 }, "lines.9.units"],
    [
      "five modifiers",
      { kind: "set_line", line: 1, field: "modifiers", value: ["22", "51", "58", "59", "76"] },
      "lines.1.modifiers",
    ],
    [
      "a modifier of three letters",
      { kind: "set_line", line: 1, field: "modifiers", value: ["ABC"] },
      "lines.1.modifiers",
    ],
    [
      "a modifier twice",
      { kind: "set_line", line: 1, field: "modifiers", value: ["59", "59"] },
      "lines.1.modifiers",
    ],
    ["zero units", { kind: "set_line", line: 2, field: "units", value: 0 }, "lines.2.units"],
    [
      "units that are no number",
      { kind: "set_line", line: 2, field: "units", value: Number.NaN },
      "lines.2.units",
    ],
    [
      "fractions of a cent",
      { kind: "set_line", line: 2, field: "chargeCents", value: 10.5 },
      "lines.2.chargeCents",
    ],
    [
      "a negative charge",
      { kind: "set_line", line: 2, field: "chargeCents", value: -1 },
      "lines.2.chargeCents",
    ],
    [
      "a pointer past the diagnoses",
      { kind: "set_line", line: 1, field: "diagnosisPointers", value: [3] },
      "lines.1.diagnosisPointers",
    ],
    [
      "no pointer",
      { kind: "set_line", line: 1, field: "diagnosisPointers", value: [] },
      "lines.1.diagnosisPointers",
    ],
    [
      "thirteen diagnoses",
      { kind: "set_diagnoses", value: Array.from({ length: 13 }, (_, i) => `M96${i}`) },
      "diagnoses",
    ],
    ["a segment terminator in a note", { kind: "set_claim", field: "note", value: "A~B" }, "note"],
    [
      "a day that does not exist",
      { kind: "set_line", line: 1, field: "serviceDates", value: { from: "2026-02-30", to: "2026-02-30" } },
      "lines.1.serviceDates",
    ],
    [
      "dates the wrong way round",
      { kind: "set_line", line: 1, field: "serviceDates", value: { from: "2026-06-04", to: "2026-06-03" } },
      "lines.1.serviceDates",
    ],
    [
      "a split that leaves nothing",
      { kind: "split_line", line: 1, units: 2, chargeCents: 1, modifiers: [] },
      "lines.1.units",
    ],
    [
      "a split that takes more than the charge",
      { kind: "split_line", line: 1, units: 1, chargeCents: 1_900_001, modifiers: [] },
      "lines.1.chargeCents",
    ],
    ["joining lines of two codes", { kind: "merge_lines", into: 1, from: 2 }, "lines.2.line"],
    ["a claim without a frequency", { kind: "set_claim", field: "frequency", value: null }, "frequency"],
  ])("refuses %s and names the field", (_title, change, field) => {
    const error = refusal([change]);
    expect(error.code).toBe("invalid_input");
    expect(Object.keys(error.view.fields ?? {})).toEqual([field]);
  });

  test("refuses to take the last line away", () => {
    expect(refusal([{ kind: "remove_line", line: 1 }], aClaim()).view.fields).toHaveProperty([
      "lines.1.line",
    ]);
  });

  test("refuses fewer diagnoses than a line points at", () => {
    const claim = aClaim({ lines: [aLine({ diagnosisPointers: [1, 2] })] });
    expect(refusal([{ kind: "set_diagnoses", value: ["M96.1"] }], claim).view.fields).toHaveProperty([
      "lines.1.diagnosisPointers",
    ]);
  });

  test("a pointer that was already wrong does not stop another correction", () => {
    const claim = aClaim({ lines: [aLine({ diagnosisPointers: [9] })] });
    expect(
      applyChanges(claim, [{ kind: "set_claim", field: "authorization", value: "B2" }]).authorization,
    ).toBe("B2");
  });

  test("splitting keeps the sum of units and of cents, and joining again gives the line back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 99 }),
        fc.nat(5_000_000),
        fc.nat(),
        fc.nat(),
        (units, cents, a, b) => {
          const claim = aClaim({ lines: [aLine({ units, chargeCents: cents }), aLine({ code: "63685" })] });
          const part = { units: 1 + (a % (units - 1)), chargeCents: b % (cents + 1) };
          const split = applyChanges(claim, [{ kind: "split_line", line: 1, ...part, modifiers: ["76"] }]);
          expect(split.lines[0]!.units + split.lines[1]!.units).toBe(units);
          expect(split.lines[0]!.chargeCents + split.lines[1]!.chargeCents).toBe(cents);
          expect(split.chargeCents).toBe(claim.chargeCents);
          expect(applyChanges(split, [{ kind: "merge_lines", into: 1, from: 2 }])).toEqual(claim);
        },
      ),
    );
  });
});
