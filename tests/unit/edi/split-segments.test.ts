import { expect, test } from "vitest";
import { splitSegments } from "@/lib/edi/split-segments";

test.each([
  ["CLM*1*2~\nHI*ABK:M961~\n", ["CLM*1*2", "HI*ABK:M961"]],
  ["CLM|1|2'HI|ABK>M961'", ["CLM|1|2", "HI|ABK>M961"]],
  ["CLM*1*2\nHI*ABK:M961\n", ["CLM*1*2", "HI*ABK:M961"]],
  ["CLM*1*2~HI*ABK:M961", ["CLM*1*2", "HI*ABK:M961"]],
  ["CLM*1*2~NTE*ADD*MÜLLER~", ["CLM*1*2", "NTE*ADD*MÜLLER"]],
])("%j is split at its own terminator", (piece, segments) => {
  expect(splitSegments(Buffer.from(piece, "utf8"))).toEqual(segments);
});

test("other encodings are read too", () => {
  expect(splitSegments(Buffer.from("CLM*1~NTE*M\u00dcLLER~", "latin1"))).toEqual(["CLM*1", "NTE*MÜLLER"]);
  expect(splitSegments(Buffer.from("CLM*1~HI*2~", "utf16le"))).toEqual(["CLM*1", "HI*2"]);
});
