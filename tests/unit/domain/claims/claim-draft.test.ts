import { describe, expect, test } from "vitest";
import { changesOf, draftOf, type ClaimDraft } from "@/lib/domain/claims/claim-draft";
import { aClaim, aLine } from "../../../builders/a-claim";

const claim = aClaim({ lines: [aLine({ modifiers: ["58"] }), aLine({ code: "63685" })] });

function edited(edit: (draft: ClaimDraft) => void) {
  const draft = draftOf(claim);
  edit(draft);
  return changesOf(claim, draft);
}

describe("changesOf", () => {
  test("an untouched form changes nothing", () => {
    expect(edited(() => undefined)).toEqual({ changes: [], errors: {} });
  });

  test("only what was typed becomes a change, an emptied field is taken away", () => {
    const { changes } = edited((draft) => {
      draft.fields.authorization = "";
      draft.diagnoses = ["G89.4", "", "M96.1"];
      draft.lines[0]!.modifiers = "58, 59";
      draft.lines[1]!.charge = "$1,250.50";
      draft.lines[1]!.pointers = "B a";
      draft.lines[1]!.units = "2";
    });
    expect(changes).toEqual([
      { kind: "set_claim", field: "authorization", value: null },
      { kind: "set_diagnoses", value: ["G89.4", "M96.1"] },
      { kind: "set_line", line: 1, field: "modifiers", value: ["58", "59"] },
      { kind: "set_line", line: 2, field: "units", value: 2 },
      { kind: "set_line", line: 2, field: "chargeCents", value: 125_050 },
      { kind: "set_line", line: 2, field: "diagnosisPointers", value: [2, 1] },
    ]);
  });

  test("text that is no number is an error at its field and never a change", () => {
    const { changes, errors } = edited((draft) => {
      draft.lines[0]!.units = "two";
      draft.lines[0]!.charge = "12.345";
      draft.lines[0]!.pointers = "x";
    });
    expect(changes).toEqual([]);
    expect(Object.keys(errors)).toEqual([
      "lines.1.units",
      "lines.1.chargeCents",
      "lines.1.diagnosisPointers",
    ]);
  });
});
