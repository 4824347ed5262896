import { describe, expect, it } from "vitest";
import { codeList } from "@/lib/domain/code-sets/code-list";
import { CODE_PAIRS, swallowedBy } from "@/lib/domain/code-sets/code-pairs";
import { codeFaultOn } from "@/lib/domain/code-sets/code-validity";
import { diagnosisFaultOn, dotted, tierOf } from "@/lib/domain/code-sets/diagnosis-codes";
import { FEE_SCHEDULE, feeIndicatorsOf } from "@/lib/domain/code-sets/fee-schedule";
import { withModifier } from "@/lib/domain/code-sets/modifiers";
import { unitLimitOf } from "@/lib/domain/code-sets/unit-limits";

const DAY = "2024-08-01";

describe("code lists", () => {
  it("reads single codes and ranges, and keeps leading zeros", () => {
    expect(codeList("01937-01939 G0453 64400")).toEqual(["01937", "01938", "01939", "G0453", "64400"]);
  });
});

describe("unit limits", () => {
  it.each([
    ["63650", 2, 2, 3],
    ["63661", 1, 1, 2],
    ["63685", 1, 1, 3],
    ["76000", 3, 3, 3],
    ["L8679", 1, 3, 3],
  ])(
    "%s: %i by a practitioner, %i in a hospital, indicator %i",
    (code, practitioner, hospital, adjudication) => {
      expect(unitLimitOf(code, DAY)).toEqual({ practitioner, outpatientHospital: hospital, adjudication });
    },
  );

  it("says nothing of other codes", () => expect(unitLimitOf("99213", DAY)).toBeNull());
});

describe("pairs never paid together", () => {
  it.each([
    ["63661", "63650"],
    ["63650", "63663"],
    ["63650", "63664"],
    ["63655", "63664"],
    ["63662", "63655"],
    ["95970", "95971"],
    ["95971", "95972"],
    ["64493", "63650"],
    ["01942", "63688"],
    ["69990", "63655"],
  ])("%s is denied beside %s", (column2, column1) => {
    expect(swallowedBy(column2, DAY, false)?.has(column1)).toBe(true);
  });

  it.each([
    ["63685", "63650", "no pair at all"],
    ["63661", "63655", "pair deleted in 2011"],
    ["63688", "63685", "indicator 1"],
    ["77003", "63650", "indicator 1"],
    ["01942", "63655", "no pair under the open procedures"],
    ["97597", "63650", "indicator 1"],
  ])("%s beside %s is not held here: %s", (column2, column1) => {
    expect(swallowedBy(column2, DAY, false)?.has(column1) ?? false).toBe(false);
  });

  it("a hospital has fewer of them", () => {
    expect(swallowedBy("64493", DAY, true)).toBeNull();
    expect(swallowedBy("63661", DAY, true)?.has("63650")).toBe(true);
  });

  it("never runs in a circle: of two codes one swallows the other", () => {
    for (const { rows } of CODE_PAIRS.editions)
      for (const [column2, columns1] of rows.practitioner)
        for (const column1 of columns1)
          expect(rows.practitioner.get(column1)?.has(column2) ?? false, `${column1} ${column2}`).toBe(false);
  });
});

describe("fee schedule", () => {
  it.each([
    ["63650", 10, "never", 1242, 6830],
    ["63655", 90, "paid", 2560, null],
    ["63688", 10, "never", 909, null],
    ["63663", 10, "paid", 1356, 2715],
  ])("%s: %i global days, assistant %s", (code, globalDays, assistant, facilityValue, officeValue) => {
    expect(feeIndicatorsOf(code, DAY)).toMatchObject({
      ...{ globalDays, assistant, facilityValue, officeValue },
      ...{ isBilateral: false, splits: false, isReducedAsSecond: true },
    });
  });

  it("only imaging splits into halves", () => {
    const splitting = [...FEE_SCHEDULE.editions[0]!.rows]
      .filter(([, row]) => row.splits)
      .map(([code]) => code);
    expect(splitting.sort()).toEqual(["76000", "77002", "77003"]);
  });
});

describe("lives of codes", () => {
  it.each([
    ["95973", "2015-12-31", null],
    ["95973", "2016-01-01", "deleted"],
    ["01936", "2021-12-31", null],
    ["01936", "2022-01-01", "deleted"],
    ["01942", "2021-12-31", "not_yet"],
    ["01942", "2022-01-01", null],
    ["63650", "1999-01-01", null],
  ])("%s on %s: %s", (code, date, kind) => {
    expect(codeFaultOn(code, date)?.kind ?? null).toBe(kind);
  });
});

describe("diagnoses", () => {
  it.each([
    ["M961", 1],
    ["G90522", 1],
    ["G5771", 1],
    ["G894", 1],
    ["M5416", 2],
    ["M5116", 2],
    ["E1142", 2],
    ["I70222", 2],
    ["S24154A", 2],
    ["G8921", 2],
    ["G8918", 3],
    ["M5450", 3],
    ["M546", 3],
    ["M7918", 3],
    ["M51362", 3],
    ["R52", 3],
    ["R109", 3],
    ["E119", null],
    ["E1165", null],
    ["Z4542", null],
    ["T85122A", null],
    ["G905X", null],
    ["M47816", null],
  ])("%s is tier %s", (code, tier) => {
    expect(tierOf(code)).toBe(tier);
  });

  it.each([
    ["M545", "2021-09-30", false],
    ["M545", "2021-10-01", true],
    ["M5450", "2026-01-01", false],
    ["M5136", "2024-09-30", false],
    ["M5136", "2024-10-01", true],
    ["G9052", "2018-01-01", true],
    ["M961", "2026-01-01", false],
  ])("%s on %s invalid: %s", (code, date, invalid) => {
    expect(diagnosisFaultOn(code, date) !== null).toBe(invalid);
  });

  it("are shown with their dot", () => {
    expect([dotted("M961"), dotted("R52"), dotted("T85122A")]).toEqual(["M96.1", "R52", "T85.122A"]);
  });
});

describe("where a modifier goes", () => {
  it.each([
    [[], "58", ["58"]],
    [["58"], "76", ["58", "76"]],
    [["KX"], "58", ["58", "KX"]],
    [["58", "KX"], "51", ["51", "58", "KX"]],
    [["58"], "58", ["58"]],
    [["AS", "58", "KX", "GA"], "76", null],
  ])("%j and %s make %j", (modifiers, added, result) => {
    expect(withModifier(modifiers, added)).toEqual(result);
  });
});
