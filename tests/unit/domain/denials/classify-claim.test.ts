import { describe, expect, it } from "vitest";
import { classifyClaim } from "@/lib/domain/denials/classify-claim";
import { ADJUSTMENT_CLASSES } from "@/lib/domain/denials/outcome";
import { aClassifyContext, aRemittanceClaim, aRemittanceLine } from "@/tests/builders/a-remittance-claim";
import { DENIAL_CASES, claimInWords, lineInWords } from "@/tests/fixtures/denial-cases";

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

describe("what became of a claim, as a biller would say it", () => {
  it.each(DENIAL_CASES)("$title", ({ claim, context, gives, claimGives }) => {
    const result = classifyClaim(claim, context);
    expect(result.lines.map(lineInWords)).toEqual(gives);
    expect(claimInWords(result)).toBe(claimGives);
  });

  it("every case says why in a sentence, and names the reason of each denial", () => {
    for (const { claim, context } of DENIAL_CASES) {
      for (const line of classifyClaim(claim, context).lines) {
        expect(line.why).toMatch(/^[A-Z$].*\.$/);
        if (line.primary) expect(line.why).toContain(`(${line.primary.group}-${line.primary.carc})`);
      }
    }
  });

  it("the money by class explains the charge to the cent wherever the payer's figures do", () => {
    let balanced = 0;
    for (const { claim, context } of DENIAL_CASES) {
      const adjusted = sum(
        [...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)].map((a) => a.cents),
      );
      if (claim.chargeCents - adjusted !== claim.paidCents || claim.lines.length === 0) continue;
      const { lines } = classifyClaim(claim, context);
      if (lines.length === 0) continue;
      balanced += 1;
      const classes = sum(lines.flatMap((line) => ADJUSTMENT_CLASSES.map((name) => line.cents[name])));
      expect(classes + claim.paidCents).toBe(claim.chargeCents);
    }
    expect(balanced).toBeGreaterThan(60);
  });
});

describe("the sentences", () => {
  const whyOf = (line: Parameters<typeof aRemittanceLine>[0]) =>
    classifyClaim(aRemittanceClaim({ lines: [aRemittanceLine(line)] }), aClassifyContext()).lines[0]!.why;

  it("a denial names its reason, its code and its remark", () => {
    expect(
      whyOf({
        paidCents: 0,
        adjustments: [{ group: "CO", carc: "16", cents: 500_000, quantity: null }],
        remarks: ["MA01", "M62"],
      }),
    ).toBe(
      "Nothing paid: information is missing or wrong (CO-16), the authorization number is missing or wrong (M62).",
    );
  });

  it("a partial denial names its part", () => {
    expect(
      whyOf({
        paidCents: 123_450,
        adjustments: [{ group: "CO", carc: "151", cents: 376_550, quantity: 1 }],
      }),
    ).toBe("$3,765.50 of $5,000.00 denied: too many or too often (CO-151).");
  });
});

describe("whose money it is after the outcome", () => {
  const centsOf = (title: string, line: number) => {
    const { claim, context } = DENIAL_CASES.find((candidate) => candidate.title.startsWith(title))!;
    return classifyClaim(claim, context).lines[line]!.cents;
  };

  it("packaged money is the contract's", () => {
    expect(centsOf("a lead packaged", 1)).toMatchObject({ denial: 0, contractual: 900_000 });
  });

  it("money of a bundled line that lost nothing is balanced by the line that took it up", () => {
    expect(centsOf("laboratory lines", 0).info + centsOf("laboratory lines", 1).info).toBe(0);
    expect(centsOf("laboratory lines", 1).denial).toBe(0);
  });

  it("a lost second lead stays denied money though its fellow took it up", () => {
    expect(centsOf("a second lead rolled", 1).denial).toBe(500_000);
  });
});

describe("what the payer allowed", () => {
  const allowedOf = (line: Parameters<typeof aRemittanceLine>[0]) =>
    classifyClaim(aRemittanceClaim({ lines: [aRemittanceLine(line)] }), aClassifyContext()).lines[0]!
      .allowedCents;
  const reason = (group: string, carc: string, cents: number) => ({ group, carc, cents, quantity: null });

  it("is paid and the patient's share", () => {
    const adjustments = [reason("CO", "45", 300_000), reason("PR", "2", 40_000)];
    expect(allowedOf({ paidCents: 160_000, adjustments })).toBe(200_000);
  });

  it("is what the payer states, where it states it", () => {
    const adjustments = [reason("CO", "45", 300_000), reason("OA", "23", 40_000)];
    expect(allowedOf({ paidCents: 160_000, adjustments, allowedCents: 190_000 })).toBe(190_000);
  });

  it("leaves out what the patient owes above it", () => {
    expect(allowedOf({ paidCents: 200_000, adjustments: [reason("PR", "45", 300_000)] })).toBe(200_000);
  });

  it("is nothing on a denied line, whatever price list the payer quotes", () => {
    const adjustments = [reason("CO", "197", 500_000)];
    expect(allowedOf({ paidCents: 0, adjustments, allowedCents: 190_000 })).toBe(0);
  });
});
