import { describe, expect, it } from "vitest";
import { filterEdits, type EditEntry } from "@/components/edits/filter-edits";

const anEdit = (overrides: Partial<EditEntry>): EditEntry => ({
  ...{ id: "one", rule: "R-U01", title: "Second lead", wrong: "Two leads on one day", severity: "block" },
  ...{ roles: ["surgeon"], payerKinds: null, codes: ["63650"], parameters: [], facts: [], tables: [] },
  ...{ prevents: ["CO-97"], sources: ["Practice guide"] },
  ...overrides,
});
const EDITS = [
  anEdit({}),
  anEdit({
    id: "two",
    rule: "R-A01",
    title: "No authorization",
    wrong: "A number is missing",
    severity: "review",
    prevents: ["CO-197"],
    codes: null,
  }),
];

describe("filterEdits", () => {
  it.each([
    ["", ["R-U01", "R-A01"]],
    ["r-u01", ["R-U01"]],
    ["co-197", ["R-A01"]],
    ["63650", ["R-U01"]],
    ["lead day", ["R-U01"]],
    ["lead authorization", []],
  ])("%j finds %j: every word must stand somewhere", (text, rules) =>
    expect(filterEdits(EDITS, text, null).map((edit) => edit.rule)).toEqual(rules),
  );

  it("narrows by severity", () => {
    expect(filterEdits(EDITS, "", "review").map((edit) => edit.rule)).toEqual(["R-A01"]);
  });
});
