import { describe, expect, it } from "vitest";
import { daysBetween, fromX12Date } from "@/lib/domain/shared/calendar-date";
import { OPTIONS, sum, answers, firstAnswers, denialOf, truthOf, isCounted } from "./generated-remittances";

const STIMULATOR = /^(63650|63655|6366[1-4]|63685|63688|9597[0-2])$/;

describe("the denials of the invented practice", () => {
  it("fall, on stimulator lines, from 22 of a hundred to 13", () => {
    const rate = (from: string, to: string) => {
      let [lines, denied] = [0, 0];
      for (const { claim, payment } of firstAnswers.values()) {
        const isIn = payment.paidOn >= from && payment.paidOn < to && isCounted(claim.claimNumber);
        if (!isIn || claim.remarks.includes("MA130")) continue;
        for (const line of claim.lines) {
          if (!STIMULATOR.test(line.submitted.split(":")[1] ?? line.code)) continue;
          lines += 1;
          denied += denialOf(line) === undefined ? 0 : 1;
        }
      }
      expect(lines).toBeGreaterThan(100);
      return denied / lines;
    };
    const [first, middle, last] = [
      rate("20250201", "20250501"),
      rate("20250701", "20251201"),
      rate("20260401", "20260701"),
    ];
    expect(first).toBeGreaterThan(0.185);
    expect(first).toBeLessThan(0.255);
    expect(middle).toBeGreaterThan(last);
    expect(middle).toBeLessThan(first);
    expect(last).toBeGreaterThan(0.1);
    expect(last).toBeLessThan(0.16);
  });

  it("strike the error of a claim: nine in ten are noticed, on the line that carries it", () => {
    const DESERVED: Record<string, { carc: RegExp; code?: RegExp }> = {
      second_lead_unmarked: { carc: /^(97|18|4|234)$/, code: /^63650$/ },
      authorization_missing: { carc: /^(197|16)$/ },
      programming_units: { carc: /^(151|222)$/, code: /^95972$/ },
      two_generators_billed: { carc: /^(151|222)$/, code: /^63685$/ },
      fluoroscopy_billed: { carc: /^97$/, code: /^77003$/ },
      deleted_code: { carc: /^181$/, code: /^95973$/ },
      side_on_midline_procedure: { carc: /^4$/, code: /^63650$/ },
      weak_diagnosis: { carc: /^(11|50|167)$/ },
      no_diagnosis_pointer: { carc: /^16$/ },
      paddle_in_the_office: { carc: /^58$/, code: /^63655$/ },
    };
    let [noticed, all] = [0, 0];
    for (const { claim } of firstAnswers.values()) {
      const deserved = DESERVED[truthOf(claim.claimNumber).error ?? ""];
      if (deserved === undefined) continue;
      const denials = claim.lines.flatMap((line) => {
        const denial = denialOf(line);
        return denial === undefined ? [] : [{ line, denial }];
      });
      const isPackaged = claim.lines.some((line) => line.revenueCode !== "");
      if (isPackaged) continue;
      all += 1;
      if (denials.length === 0) continue;
      noticed += 1;
      for (const { line, denial } of denials) {
        expect(denial.carc, `${claim.claimNumber} ${truthOf(claim.claimNumber).error}`).toMatch(
          deserved.carc,
        );
        if (deserved.code !== undefined) expect(line.code).toMatch(deserved.code);
      }
    }
    expect(all).toBeGreaterThan(100);
    expect(noticed / all).toBeGreaterThan(0.84);
    expect(noticed / all).toBeLessThan(0.96);
  });

  it("a second lead without its modifier is a partial denial: the first lead is paid, the second is inclusive", () => {
    const claims = [...firstAnswers.values()].filter(
      ({ claim }) =>
        truthOf(claim.claimNumber).error === "second_lead_unmarked" && isCounted(claim.claimNumber),
    );
    const inclusive = claims.filter(({ claim: { lines } }) => denialOf(lines[1]!)?.carc === "97");
    expect(inclusive.length / claims.length).toBeGreaterThan(0.4);
    for (const { claim } of inclusive) {
      expect(denialOf(claim.lines[1]!)).toMatchObject({ group: "CO", cents: claim.lines[1]!.chargeCents });
      expect(denialOf(claim.lines[0]!)).toBeUndefined();
    }
  });

  it("of clean claims name authorization, necessity, documents, eligibility and timely filing", () => {
    const reasons = new Map<string, number>();
    for (const { claim } of firstAnswers.values()) {
      if (truthOf(claim.claimNumber).error !== null) continue;
      for (const line of claim.lines) {
        const denial = denialOf(line);
        if (denial !== undefined && line.revenueCode === "")
          reasons.set(denial.carc, (reasons.get(denial.carc) ?? 0) + 1);
      }
    }
    const countOf = (...carcs: string[]) => sum(carcs.map((carc) => reasons.get(carc) ?? 0));
    const all = sum([...reasons.values()]);
    expect(countOf("50", "272", "55") / all).toBeGreaterThan(0.15);
    expect(countOf("252", "226", "16") / all).toBeGreaterThan(0.06);
    expect(countOf("197", "284", "302", "296", "198") / all).toBeGreaterThan(0.05);
    expect(countOf("27", "22", "31") / all).toBeGreaterThan(0.05);
    expect(countOf("29")).toBeGreaterThan(0);
    expect(countOf("97")).toBeGreaterThan(0);
  });

  it("leave an aged backlog that nobody worked, at every age", () => {
    const last = new Map(
      answers.filter(({ claim }) => claim.status !== "2").map((one) => [one.claim.claimNumber, one]),
    );
    const ages = [...last.values()]
      .filter(
        ({ claim }) => claim.status !== "22" && claim.lines.some((line) => denialOf(line) !== undefined),
      )
      .map(({ payment }) => daysBetween(fromX12Date(payment.paidOn)!, OPTIONS.asOf));
    for (const [from, to] of [
      [0, 60],
      [61, 90],
      [91, 120],
      [121, 600],
    ] as const)
      expect(ages.filter((age) => age >= from && age <= to).length, `${from}-${to} days`).toBeGreaterThan(10);
  });
});
