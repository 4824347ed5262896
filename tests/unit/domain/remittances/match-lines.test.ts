import { describe, expect, test } from "vitest";
import { aRemittanceLine } from "../../../builders/a-remittance";
import { matchLines, type SentLine } from "@/lib/domain/remittances/match-lines";
import type { RemittanceLine } from "@/lib/domain/remittances/remittance";

const sent = (number: number, overrides: Partial<SentLine> = {}): SentLine => ({
  ...{ number, controlNumber: null, code: "63650", modifiers: [], units: 1, chargeCents: 950_000 },
  serviceFrom: "2026-06-03",
  ...overrides,
});
const answers = (...lines: Partial<RemittanceLine>[]) => ({
  lines: lines.map((line, index) => ({ ...aRemittanceLine(line), number: index + 1 })),
});
const found = (claim: { lines: RemittanceLine[] }, lines: SentLine[], taken?: Set<number>) =>
  matchLines(claim, lines, taken).map((match) => match && `${match.line} ${match.kind}`);

describe("a line of a remittance is found", () => {
  test("by its line control number, whatever was adjudicated, also when several answers carry the same one", () => {
    const lines = [sent(1, { controlNumber: "A" }), sent(2, { controlNumber: "B", code: "63685" })];
    const claim = answers(
      { code: "64999", controlNumber: "B" },
      { controlNumber: "A" },
      { controlNumber: "A" },
    );
    expect(found(claim, lines)).toEqual(["2 control_number", "1 control_number", "1 control_number"]);
  });

  test("by its position where no control number was sent, and only there", () => {
    expect(found(answers({ code: "1", controlNumber: "2" }), [sent(1), sent(2)])).toEqual(["2 line_number"]);
    const own = [sent(1, { controlNumber: "X1", code: "A" }), sent(2, { controlNumber: "X2", code: "B" })];
    expect(found(answers({ code: "C", controlNumber: "2", chargeCents: 1 }), own)).toEqual([null]);
  });

  test("by the code that was submitted, with modifiers in any order", () => {
    const claim = answers(
      { code: "63650", modifiers: ["59", "RT"] },
      { code: "80050", submitted: { codeQualifier: "HC", code: "63685", modifiers: [] } },
    );
    const lines = [sent(1, { code: "63685" }), sent(2, { modifiers: ["RT", "59"] })];
    expect(found(claim, lines)).toEqual(["2 code", "1 code"]);
  });

  test("once only: two equal answers take two equal lines in their order, a third none", () => {
    expect(found(answers({}, {}, {}), [sent(1), sent(2)])).toEqual(["1 code", "2 code", null]);
  });

  test("by charge where nothing else fits and one line has it", () => {
    const claim = answers({ code: "00000", chargeCents: 100 });
    expect(found(claim, [sent(1), sent(2, { chargeCents: 100 })])).toEqual(["2 charge"]);
    expect(found(claim, [sent(1, { chargeCents: 100 }), sent(2, { chargeCents: 100 })])).toEqual([null]);
  });

  test("among the lines that another part of the claim has left", () => {
    expect(found(answers({}), [sent(1), sent(2)], new Set([1]))).toEqual(["2 code"]);
  });
});
