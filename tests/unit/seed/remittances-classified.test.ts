import { describe, expect, it } from "vitest";
import { adjustmentReason, reasonWasInUse } from "@/lib/domain/denials/adjustment-reasons";
import { classifyClaim } from "@/lib/domain/denials/classify-claim";
import { remarkCode } from "@/lib/domain/denials/remark-codes";
import { read835 } from "@/lib/edi/read-835";
import { encode, files, firstAnswers, truthOf } from "./generated-remittances";

const claims = files.flatMap(({ text }) =>
  read835(encode(text)).events.flatMap((event) => (event.kind === "claim" ? [event.claim] : [])),
);
const classified = claims.map((claim) => {
  const isOwnFacility = truthOf(claim.claimNumber).role === "asc_facility";
  return { claim, ...classifyClaim(claim, { capitated: false, separatelyPaidCodes: [], isOwnFacility }) };
});
const first = classified.filter(
  ({ claim }) =>
    firstAnswers.get(claim.claimNumber)!.claim.icn === claim.payerControlNumber && claim.statusCode !== "22",
);

describe("the remittances of the invented practice, as the core classifies them", () => {
  it("name only reasons and remarks that are known and in use on their day", () => {
    for (const { claimNumber, receivedOn, remarks, lines } of claims) {
      for (const { carc } of lines.flatMap((line) => line.adjustments)) {
        expect(adjustmentReason(carc), `${claimNumber} CARC ${carc}`).not.toBeNull();
        expect(reasonWasInUse(carc, receivedOn!)).toBe(true);
      }
      for (const remark of [...remarks, ...lines.flatMap((line) => line.remarks)])
        expect(remarkCode(remark), `${claimNumber} RARC ${remark}`).not.toBeNull();
    }
  });

  it("leave nothing to be judged by a person, and show every other outcome of a line", () => {
    const outcomes = new Set(classified.flatMap(({ lines }) => lines.map(({ outcome }) => outcome)));
    expect([...outcomes].sort()).toEqual([
      ...[
        "BUNDLED",
        "COB_SATISFIED",
        "DENIED",
        "PACKAGED",
        "PAID",
        "PARTIAL",
        "PATIENT_RESP",
        "UNPROCESSABLE",
      ],
    ]);
  });

  it("fall into the five categories of the practice's operations, and a good many others", () => {
    const categories = new Map<string, number>();
    for (const { claim, category } of first) {
      const { scenario, role } = truthOf(claim.claimNumber);
      const isOperation = !/visit|block|programming/.test(scenario) && role === "surgeon";
      if (category !== null && isOperation) categories.set(category, (categories.get(category) ?? 0) + 1);
    }
    for (const category of ["INCLUSIVE", "MODIFIER", "AUTH", "MEDNEC", "DOC"])
      expect(categories.get(category) ?? 0, category).toBeGreaterThan(5);
    expect(new Set(first.flatMap(({ category }) => category ?? [])).size).toBeGreaterThan(10);
  });

  it("an unmarked second lead is a partial denial that the core calls inclusive or a missing modifier", () => {
    const errors = first.filter(
      ({ claim, outcome }) =>
        truthOf(claim.claimNumber).error === "second_lead_unmarked" &&
        truthOf(claim.claimNumber).role === "surgeon" &&
        outcome === "PARTIAL",
    );
    expect(errors.length).toBeGreaterThan(5);
    for (const { category } of errors) expect(category).toMatch(/^(INCLUSIVE|MODIFIER)$/);
  });
});
