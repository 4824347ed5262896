import { describe, expect, it } from "vitest";
import { formatCode, formatDiagnosis, fromSnake } from "@/lib/format/codes";
import { cappedCount, countOf, formatBytes } from "@/lib/format/counts";
import { formatDate, formatDateSpan, formatInstant, withDatesFormatted } from "@/lib/format/dates";
import { asSentence } from "@/lib/format/sentences";
import { formatCents, formatCentsPlain, formatCentsShort } from "@/lib/format/money";
import { pageNumber } from "@/lib/format/page-number";

describe("money", () => {
  it.each([
    [123_450, "$1,234.50"],
    [0, "$0.00"],
    [-500, "-$5.00"],
    [5, "$0.05"],
    [999_999_999_999, "$9,999,999,999.99"],
  ])("%i cents read %s", (cents, words) => expect(formatCents(cents)).toBe(words));

  it.each([
    [123_450, "1,234.50"],
    [-7, "-0.07"],
    [100_000_001, "1,000,000.01"],
  ])("%i cents stand in a field as %s, to the cent", (cents, words) =>
    expect(formatCentsPlain(cents)).toBe(words),
  );

  it("leaves cents out where only the size matters", () => {
    expect(formatCentsShort(123_450)).toBe("$1,235");
    expect(formatCentsShort(12_345_678_900)).toBe("$123.5M");
  });
});

describe("dates", () => {
  it("never moves a calendar date into a neighbouring day", () => {
    expect(formatDate("2026-01-01")).toBe("01/01/2026");
    expect(formatDate("2026-12-31")).toBe("12/31/2026");
  });

  it("writes a span once, with the year where it is the same", () => {
    expect(formatDateSpan("2026-06-03", "2026-06-03")).toBe("06/03/2026");
    expect(formatDateSpan("2026-06-03", "2026-06-05")).toBe("06/03/2026 to 06/05/2026");
    expect(formatDateSpan("2025-12-30", "2026-01-02")).toBe("12/30/2025 to 01/02/2026");
    expect(formatDateSpan(null, null)).toBe("—");
  });

  it("writes the days of a stored sentence as people read them, and leaves what is no day alone", () => {
    expect(withDatesFormatted("2 leads on 2026-06-03, until 2026-06-05.")).toBe(
      "2 leads on 06/03/2026, until 06/05/2026.",
    );
    for (const text of ["account 2026-13-45", "batch 12026-06-03", "2026-06-03-7", "A-2026-06-03"])
      expect(withDatesFormatted(text)).toBe(text);
  });

  it("shows an instant on the practice's clock and names its zone, in winter and in summer", () => {
    expect(formatInstant("2026-01-15T18:05:00Z", "America/New_York")).toMatch(/^01\/15\/2026, 1:05\sPM EST/);
    expect(formatInstant("2026-07-15T03:30:00Z", "America/New_York")).toMatch(/^07\/14\/2026, 11:30\sPM EDT/);
  });
});

describe("counts and codes", () => {
  it("says one and many", () => {
    expect(countOf(1, "claim")).toBe("1 claim");
    expect(countOf(1200, "claim")).toBe("1,200 claims");
    expect(countOf(2, "entity", "entities")).toBe("2 entities");
  });

  it("marks a count that stopped counting", () => {
    expect(cappedCount(10_000, true)).toBe("10,000+");
    expect(cappedCount(12, false)).toBe("12");
  });

  it.each([
    [919, "919 B"],
    [14_200, "14 kB"],
    [1_240_000, "1.2 MB"],
    [3_100_000_000, "3.1 GB"],
  ])("%i bytes read %s", (bytes, words) => expect(formatBytes(bytes)).toBe(words));

  it("writes codes as billers do", () => {
    expect(formatCode("63650", ["76", "LT"])).toBe("63650-76-LT");
    expect(formatDiagnosis("M961")).toBe("M96.1");
    expect(formatDiagnosis("I10")).toBe("I10");
    expect(fromSnake("workers_comp")).toBe("Workers comp");
    expect(fromSnake("medicallyUnlikely")).toBe("Medically unlikely");
  });
});

describe("the page of an address", () => {
  it.each([
    ["3", 3],
    ["0", 1],
    ["-2", 1],
    ["2; drop", 1],
    [undefined, 1],
    [["2", "3"], 1],
    ["99999", 1000],
  ])("%j is page %i", (text, page) => expect(pageNumber(text as string)).toBe(page));
});

describe("asSentence", () => {
  it("ends what explains a figure once, with dates as people write them", () => {
    expect(asSentence("All windows had closed by 2026-07-28")).toBe("All windows had closed by 07/28/2026.");
    expect(asSentence("Is it verified?")).toBe("Is it verified?");
  });
});
