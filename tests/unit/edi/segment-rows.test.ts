import { expect, test } from "vitest";
import { segmentRows } from "@/lib/edi/segment-rows";
import { sourceOfClaim } from "@/lib/edi/segments-of-claim";
import { aClaim, aLine } from "../../builders/a-claim";

const claim = aClaim({
  note: "RATIO 2:1",
  lines: [aLine(), aLine({ modifiers: ["76"], authorizations: ["B77"] })],
});

test("every segment of the claim is shown once, in file order, with its loop", () => {
  const source = sourceOfClaim(claim);
  const rows = segmentRows(source);
  const count = [source.billing, source.subscriber, source.claim, ...source.lines].flat().length;
  expect(rows).toHaveLength(count);
  expect([...new Set(rows.map((row) => row.loop))]).toEqual([
    "2000A billing",
    "2000B subscriber",
    "2300 claim",
    "2400 line 1",
    "2400 line 2",
  ]);
});

test("a segment names the fields that it carries, so that a finding finds it", () => {
  const rows = segmentRows(sourceOfClaim(claim));
  const carrying = (line: number | null, field: string) =>
    rows.filter((row) => row.line === line && row.fields.includes(field)).map((row) => row.text);
  expect(carrying(2, "modifiers")).toEqual(["SV1*HC:63650:76*9500*UN*1***1~"]);
  expect(carrying(2, "authorizations")).toEqual(["REF*G1*B77~"]);
  expect(carrying(null, "diagnoses")).toEqual(["HI*ABK:M961*ABF:G894~"]);
  expect(carrying(null, "authorization")).toEqual(["REF*G1*A123456~"]);
});

test("data that looks like a separator is shown as it was sent", () => {
  expect(segmentRows(sourceOfClaim(claim)).some((row) => row.text.includes("RATIO 2:1"))).toBe(true);
});
