import { describe, expect, test } from "vitest";
import { editorReducer, type EditorEvent } from "@/components/claims/editor/editor-reducer";
import { draftWith, isTouched, outcomeOf, rebase, untouched } from "@/components/claims/editor/editor-state";
import { aClaim, aLine } from "../../../builders/a-claim";

const claim = aClaim({
  lines: [aLine({ units: 2, chargeCents: 1_900_000 }), aLine({ code: "63685", chargeCents: 2_500_000 })],
});

function after(...events: EditorEvent[]) {
  return events.reduce(editorReducer(claim), untouched(3));
}

describe("the claim editor", () => {
  test("starts as the claim and changes nothing", () => {
    expect(isTouched(untouched(3))).toBe(false);
    expect(outcomeOf(claim, untouched(3))).toMatchObject({ changes: [], errors: {}, differences: [] });
  });

  test("a text typed back to what it was counts as untouched", () => {
    const state = after(
      { kind: "line", line: 1, field: "modifiers", text: "76" },
      { kind: "line", line: 1, field: "modifiers", text: "" },
      { kind: "field", field: "authorization", text: "B1" },
      { kind: "field", field: "authorization", text: "A123456" },
      { kind: "diagnosis", index: 2, text: "r52" },
      { kind: "diagnosis", index: 2, text: "" },
    );
    expect(isTouched(state)).toBe(false);
  });

  test("typed text becomes differences before anything is saved", () => {
    const outcome = outcomeOf(
      claim,
      after(
        { kind: "line", line: 2, field: "modifiers", text: "51" },
        { kind: "line", line: 2, field: "charge", text: "2,400.00" },
      ),
    );
    expect(outcome.differences).toEqual(
      [
        { line: null, field: "chargeCents", before: "$44000.00", after: "$43000.00" },
        { line: 2, field: "modifiers", before: null, after: "51" },
        { line: 2, field: "chargeCents", before: "$25000.00", after: "$24000.00" },
      ].map((entry) => expect.objectContaining({ line: entry.line, field: entry.field })),
    );
    expect(outcome.chargeCents).toBe(1_900_000 + 240_000);
  });

  test("text that cannot be a value is an error at its field and shows no differences", () => {
    const typed = outcomeOf(claim, after({ kind: "line", line: 1, field: "units", text: "two" }));
    expect(Object.keys(typed.errors)).toEqual(["lines.1.units"]);
    const refused = outcomeOf(claim, after({ kind: "line", line: 1, field: "modifiers", text: "999" }));
    expect(Object.keys(refused.errors)).toEqual(["lines.1.modifiers"]);
    expect(refused.differences).toEqual([]);
  });

  test("splitting and removing lines keep the total equal to the lines, and can be taken back one by one", () => {
    const split = { kind: "split_line", line: 1, units: 1, chargeCents: 950_000, modifiers: ["76"] } as const;
    const state = after(
      { kind: "structure", change: { ...split, modifiers: ["76"] } },
      { kind: "structure", change: { kind: "remove_line", line: 2 } },
    );
    expect(outcomeOf(claim, state).chargeCents).toBe(1_900_000);
    const back = editorReducer(claim)(state, { kind: "undo_structure", index: 1 });
    expect(outcomeOf(claim, back).chargeCents).toBe(claim.chargeCents);
    expect(outcomeOf(claim, back).differences).toHaveLength(3);
  });

  test("what was typed into a line that is removed goes with it", () => {
    const state = after(
      { kind: "line", line: 2, field: "note", text: "late" },
      { kind: "structure", change: { kind: "remove_line", line: 2 } },
    );
    expect(outcomeOf(claim, state)).toMatchObject({
      errors: {},
      changes: [{ kind: "remove_line", line: 2 }],
    });
  });

  test("laid on a newer version it keeps what was typed where the line still is", () => {
    const state = after(
      { kind: "line", line: 1, field: "modifiers", text: "59" },
      { kind: "line", line: 2, field: "modifiers", text: "51" },
      { kind: "field", field: "note", text: "two leads" },
      { kind: "structure", change: { kind: "remove_line", line: 2 } },
    );
    const newer = aClaim({ lines: [aLine({ units: 2 })] });
    const moved = rebase(state, newer, 4);
    expect(moved).toMatchObject({
      seenVersion: 4,
      fields: { note: "two leads" },
      lines: { 1: { modifiers: "59" } },
      structure: [],
    });
    expect(draftWith(newer, moved).lines).toHaveLength(1);
  });
});
