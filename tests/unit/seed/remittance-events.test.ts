import { describe, expect, it } from "vitest";
import { sum, payments, answers, firstAnswers, filed, denialOf } from "./generated-remittances";
import { type TextClaim, type TextLine } from "./remittance-text";

describe("what payers do besides paying and denying", () => {
  const has = (test: (line: TextLine, claim: TextClaim) => boolean) =>
    answers.filter(({ claim }) => claim.lines.some((line) => test(line, claim)));

  it("sequestration is Medicare's alone, and two percent of what Medicare owes", () => {
    const withheld = has((line) => line.adjustments.some(({ carc }) => carc === "253"));
    expect(withheld.length).toBeGreaterThan(100);
    for (const { payment, claim } of withheld) {
      expect(payment.payer).toBe("MEDICARE PART B");
      for (const line of claim.lines) {
        const cut = line.adjustments.find(({ carc }) => carc === "253");
        if (cut !== undefined)
          expect(cut.cents).toBe(Math.round(((line.paidCents + cut.cents) * 2) / 100) + 0);
      }
    }
  });

  it("units are cut with the quantity that was cut, and the rest of the line is paid", () => {
    const cuts = has(
      (line, { status }) =>
        status !== "22" && status !== "2" && line.unitsPaid > 0 && line.unitsPaid < line.unitsSubmitted,
    );
    expect(cuts.length).toBeGreaterThan(5);
    for (const { claim } of cuts) {
      const line = claim.lines.find(
        ({ unitsPaid, unitsSubmitted }) => unitsPaid > 0 && unitsPaid < unitsSubmitted,
      )!;
      const cut = line.adjustments.find(({ carc }) => carc === "151" || carc === "222")!;
      expect(Number(cut.quantity)).toBe(line.unitsSubmitted - line.unitsPaid);
      expect(cut.cents).toBe((line.chargeCents / line.unitsSubmitted) * Number(cut.quantity));
    }
  });

  it("bundled lines name the surviving code, and the survivor is raised by their charges", () => {
    const bundled = has((line, { status }) => line.submitted !== "" && status !== "22");
    expect(bundled.length).toBeGreaterThan(2);
    for (const { claim, payment } of bundled) {
      if (payment.payer.includes("SUPPLEMENT")) continue;
      const out = claim.lines.filter(({ submitted }) => submitted !== "");
      const raised = claim.lines.flatMap((line) =>
        line.adjustments.filter(({ group, carc }) => `${group}${carc}` === "OA94"),
      );
      expect(sum(raised.map(({ cents }) => cents))).toBe(0 - sum(out.map(({ chargeCents }) => chargeCents)));
      for (const line of out) {
        expect(line).toMatchObject({ paidCents: 0, unitsPaid: 0 });
        expect(claim.lines.some(({ code, submitted }) => submitted === "" && code === line.code)).toBe(true);
      }
    }
  });

  it("surgery centres with case rates get their further lines back as covered by the dearest", () => {
    const packaged = [...firstAnswers.values()].filter(
      ({ claim }) =>
        claim.lines.some(({ revenueCode }) => revenueCode === "0490") &&
        claim.paidCents > 0 &&
        claim.lines.length > 1,
    );
    expect(packaged.length).toBeGreaterThan(20);
    // A further line can also be denied for a reason of its own.
    const covered = packaged.filter(({ claim }) =>
      claim.lines.some((line) => /^(97|234)$/.test(denialOf(line)?.carc ?? "")),
    );
    expect(covered.length / packaged.length).toBeGreaterThan(0.85);
  });

  it("Medicare gives claims back unprocessed without a denial of anybody else's", () => {
    const returned = answers.filter(({ claim }) => claim.remarks.includes("MA130"));
    expect(returned.length).toBeGreaterThan(0);
    for (const { claim, payment } of returned)
      expect([payment.payer, claim.paidCents]).toEqual(["MEDICARE PART B", 0]);
  });

  it("a supplement pays Medicare's coinsurance after Medicare, and no more", () => {
    const second = answers.filter(({ claim }) => claim.status === "2");
    expect(second.length).toBeGreaterThan(100);
    for (const { claim, payment } of second) {
      const icn = claim.icn.slice(2);
      const primary = answers.find((one) => one.claim.icn === icn && one.claim.status === "19")!;
      expect(primary.payment.paidOn < payment.paidOn).toBe(true);
      const coinsurance = primary.claim.lines.flatMap(({ adjustments }) =>
        adjustments.filter(({ group, carc }) => group + carc === "PR2"),
      );
      expect(claim.paidCents).toBe(sum(coinsurance.map(({ cents }) => cents)));
    }
  });

  it("a reversal takes back exactly what was answered before under the same number", () => {
    const reversals = answers.flatMap(({ claim, payment }, at) =>
      claim.status === "22" ? [{ claim, payment, at }] : [],
    );
    expect(reversals.length).toBeGreaterThan(60);
    for (const { claim, at } of reversals) {
      const before = answers.slice(0, at).filter((one) => one.claim.icn === claim.icn);
      expect(before, claim.icn).toHaveLength(1);
      const negated = before[0]!.claim.lines.map((line) =>
        line.adjustments.map(({ carc, cents }) => [carc, 0 - cents]),
      );
      expect(claim.lines.map((line) => line.adjustments.map(({ carc, cents }) => [carc, cents]))).toEqual(
        negated,
      );
      expect([claim.paidCents, claim.patientCents]).toEqual([0 - before[0]!.claim.paidCents, ""]);
    }
    const after = (same: boolean) =>
      reversals.filter(({ claim, payment, at }) => {
        const next = answers
          .slice(at + 1)
          .find((one) => one.claim.claimNumber === claim.claimNumber && one.payment.payer === payment.payer);
        return next !== undefined && (next.payment === payment) === same;
      }).length;
    expect(after(true)).toBeGreaterThan(40);
    expect(after(false)).toBeGreaterThan(3);
  });

  it("denials are overturned by appeals and by corrected claims, and some are upheld", () => {
    const later = answers.filter(
      ({ claim }) =>
        claim.status !== "22" && claim.status !== "2" && firstAnswers.get(claim.claimNumber)!.claim !== claim,
    );
    const won = later.filter(
      ({ claim }) => claim.paidCents > firstAnswers.get(claim.claimNumber)!.claim.paidCents,
    );
    const corrected = won.filter(
      ({ claim }) => claim.frequency === "7" && filed.get(claim.claimNumber)!.claim.frequency === "1",
    );
    expect(corrected.length).toBeGreaterThan(10);
    expect(won.length - corrected.length).toBeGreaterThan(10);
    for (const { claim } of corrected)
      expect(claim.original).toBe(firstAnswers.get(claim.claimNumber)!.claim.icn);
    expect(has((line) => line.adjustments.some(({ carc }) => carc === "193")).length).toBeGreaterThan(3);
  });

  it("money taken back by PLB is announced, carried or interest, and comes out even under the claim's number", () => {
    const icns = new Set(answers.map(({ claim }) => claim.icn));
    const balance = new Map<string, number>();
    const counts = new Map<string, number>();
    for (const { payer, payee, providerAdjustments, claims } of payments) {
      const interest = providerAdjustments.filter(({ reason }) => reason === "L6");
      expect(sum(interest.map(({ cents }) => cents))).toBe(
        0 - sum(claims.map((claim) => claim.interestCents)),
      );
      for (const { reason, reference, cents } of providerAdjustments) {
        expect(icns.has(reference), reference).toBe(true);
        const kind = `${reason}${cents < 0 ? "-" : "+"}`;
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        if (reason === "L6") continue;
        const key = `${payer} ${payee} ${reason} ${reference}`;
        const after = (balance.get(key) ?? 0) + cents;
        // First the money stays with the practice, then it is taken, never more than that.
        expect(after, key).toBeLessThanOrEqual(0);
        balance.set(key, after);
      }
    }
    for (const kind of ["WO-", "WO+", "FB-", "FB+", "L6-"])
      expect(counts.get(kind) ?? 0, kind).toBeGreaterThan(0);
    expect([...counts.keys()].sort()).toEqual(["FB+", "FB-", "L6-", "WO+", "WO-"]);
  });

  it("payers pay by transfer, by check and, where nothing is paid, not at all", () => {
    expect(new Set(payments.map(({ method }) => method))).toEqual(new Set(["ACH", "CHK", "NON"]));
  });
});
