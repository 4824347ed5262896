import { describe, expect, it } from "vitest";
import {
  ADJUSTMENT_REASONS,
  adjustmentReason,
  categoryOfReason,
  classOfAdjustment,
  denialInWords,
  reasonWasInUse,
} from "@/lib/domain/denials/adjustment-reasons";
import { CATEGORY_ORDER } from "@/lib/domain/denials/denial-category";
import { DENIAL_CATEGORIES } from "@/lib/domain/denials/outcome";
import { REMARK_CODES, categoryOfRemarks, remarkCode } from "@/lib/domain/denials/remark-codes";

const BY_SERVICE = { capitated: false };

describe("the table of adjustment reasons", () => {
  it("names every code once, in words that stand alone in a sentence", () => {
    expect(ADJUSTMENT_REASONS.length).toBeGreaterThan(240);
    expect(new Set(ADJUSTMENT_REASONS.map(({ carc }) => carc)).size).toBe(ADJUSTMENT_REASONS.length);
    for (const { carc, words } of ADJUSTMENT_REASONS) {
      expect(carc).toMatch(/^([1-9]\d{0,2}|[ABP]\d{1,2})$/);
      expect(words).toMatch(/^[a-z].*[^.]$/);
    }
  });

  it.each([
    ["CO", "45", "contractual"],
    ["PI", "45", "contractual"],
    ["PR", "45", "patient"],
    ["CO", "59", "contractual"],
    ["OA", "94", "info"],
    ["OA", "23", "cob"],
    ["CO", "253", "contractual"],
    ["PR", "1", "patient"],
    ["PR", "187", "patient"],
    ["PR", "96", "denial"],
    ["PR", "119", "denial"],
    ["PR", "31", "denial"],
    ["CO", "22", "denial"],
    ["OA", "133", "pend"],
    ["CO", "P11", "pend"],
    ["CO", "P12", "contractual"],
    ["CO", "P7", "denial"],
    ["CO", "169", "contractual"],
    ["CO", "192", "contractual"],
    ["CO", "B5", "denial"],
    ["CO", "888", "denial"],
    ["PI", "888", "denial"],
    ["OA", "888", "denial"],
    ["PR", "888", "patient"],
  ])("%s-%s is %s money", (group, carc, expected) => {
    expect(classOfAdjustment({ group, carc }, BY_SERVICE)).toBe(expected);
  });

  it("a flat monthly payment is a denial only from a payer that pays by service", () => {
    expect(classOfAdjustment({ group: "CO", carc: "24" }, BY_SERVICE)).toBe("denial");
    expect(classOfAdjustment({ group: "CO", carc: "24" }, { capitated: true })).toBe("info");
  });

  it.each([
    ["97", "INCLUSIVE"],
    ["18", "DUP"],
    ["151", "FREQUENCY"],
    ["150", "MEDNEC"],
    ["273", "FREQUENCY"],
    ["243", "AUTH"],
    ["242", "PROVIDER"],
    ["227", "ELIG_COB"],
    ["226", "DOC"],
    ["219", "WC_LIABILITY"],
    ["B15", "INCLUSIVE"],
    ["B4", "TIMELY"],
    ["B23", "PROVIDER"],
    ["256", "PROVIDER"],
    ["107", "INCLUSIVE"],
    ["269", "NONCOV_EXP"],
    ["15", "AUTH"],
    ["16", "ADMIN_OTHER"],
    ["888", "ADMIN_OTHER"],
  ])("%s is %s", (carc, category) => {
    expect(categoryOfReason(carc)).toBe(category);
  });

  it("a stopped code was in use until the day it stopped, and says what came instead", () => {
    expect(reasonWasInUse("15", "2018-04-30")).toBe(true);
    expect(reasonWasInUse("15", "2018-05-01")).toBe(false);
    expect(reasonWasInUse("197", "2026-05-01")).toBe(true);
    expect(adjustmentReason("15")?.insteadOf).toEqual(["197", "284", "296"]);
    expect(ADJUSTMENT_REASONS.filter(({ stoppedOn }) => stoppedOn !== null)).toHaveLength(7);
  });

  it("speaks of a code with or without its group, and not of one it does not know", () => {
    expect(denialInWords("CO-97")).toBe("included in another service already paid");
    expect(denialInWords("97")).toBe(denialInWords("OA-97"));
    expect(denialInWords("CO-888")).toBeNull();
  });
});

describe("the table of remarks", () => {
  it("names every code once and gives it a category or a hint, never both", () => {
    expect(new Set(REMARK_CODES.map(({ rarc }) => rarc)).size).toBe(REMARK_CODES.length);
    for (const { rarc, refinesTo, hint } of REMARK_CODES) {
      expect(rarc).toMatch(/^(M|N|MA)\d{1,3}$/);
      expect([refinesTo, hint].filter((value) => value !== null)).toHaveLength(1);
    }
  });

  it.each([
    [["M62"], "AUTH"],
    [["N822"], "MODIFIER"],
    [["N198"], "PROVIDER"],
    [["N10"], "MEDNEC"],
    [["N42"], "DOC"],
    [["N354"], "COST_DEVICE"],
    [["N362"], "FREQUENCY"],
    [["MA01", "N702"], "DUP"],
    [["MA130"], null],
    [["N9999"], null],
  ])("%j refines to %s", (remarks, category) => {
    expect(categoryOfRemarks(remarks)).toBe(category);
  });

  it("knows that a claim was unprocessable", () => {
    expect(remarkCode("MA130")?.hint).toBe("unprocessable");
  });
});

it("every category has its place in the order of equal money", () => {
  expect([...CATEGORY_ORDER].sort()).toEqual([...DENIAL_CATEGORIES].sort());
});
