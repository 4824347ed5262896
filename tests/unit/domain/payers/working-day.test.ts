import { describe, expect, it } from "vitest";
import { federalHolidays, nextWorkingDay } from "@/lib/domain/payers/working-day";

describe("federal holidays as observed", () => {
  it("2026", () => {
    expect([...federalHolidays(2026)].sort()).toEqual([
      "2026-01-01",
      "2026-01-19",
      "2026-02-16",
      "2026-05-25",
      "2026-06-19",
      "2026-07-03",
      "2026-09-07",
      "2026-10-12",
      "2026-11-11",
      "2026-11-26",
      "2026-12-25",
      "2027-01-01",
    ]);
  });

  it.each([
    ["2021-12-31", 2021, "New Year's Day of 2022 falls on a Saturday"],
    ["2022-12-26", 2022, "Christmas falls on a Sunday"],
    ["2027-07-05", 2027, "4 July falls on a Sunday"],
  ])("%s is one: %s%s", (date, year) => {
    expect(federalHolidays(year).has(date)).toBe(true);
  });

  it("19 June is one only since 2021", () => {
    expect(federalHolidays(2020).has("2020-06-19")).toBe(false);
    expect(federalHolidays(2021).has("2021-06-18")).toBe(true);
  });

  it("a second question about a year gets the same answer", () => {
    expect([...federalHolidays(2026)]).toEqual([...federalHolidays(2026)]);
  });
});

describe("the next working day", () => {
  it.each([
    ["2026-06-03", "2026-06-03", "a Wednesday is itself"],
    ["2026-06-06", "2026-06-08", "a Saturday"],
    ["2026-06-07", "2026-06-08", "a Sunday"],
    ["2026-05-23", "2026-05-26", "a weekend before Memorial Day"],
    ["2026-07-03", "2026-07-06", "Friday before Saturday's 4 July"],
    ["2026-11-26", "2026-11-27", "Thanksgiving"],
    ["2021-12-31", "2022-01-03", "New Year's Eve that is observed"],
    ["2026-12-31", "2026-12-31", "an ordinary New Year's Eve"],
  ])("%s -> %s: %s", (date, expected) => {
    expect(nextWorkingDay(date)).toBe(expected);
  });
});
