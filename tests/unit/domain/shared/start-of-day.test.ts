import { expect, test } from "vitest";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import { startOfDay } from "@/lib/domain/shared/start-of-day";

test.each([
  ["2026-01-15", "America/New_York", "2026-01-15T05:00:00.000Z"],
  ["2026-03-08", "America/New_York", "2026-03-08T05:00:00.000Z"],
  ["2026-03-09", "America/New_York", "2026-03-09T04:00:00.000Z"],
  ["2026-11-01", "America/New_York", "2026-11-01T04:00:00.000Z"],
  ["2026-11-02", "America/New_York", "2026-11-02T05:00:00.000Z"],
  ["2026-07-01", "Pacific/Auckland", "2026-06-30T12:00:00.000Z"],
  ["2026-07-01", "Asia/Kolkata", "2026-06-30T18:30:00.000Z"],
  ["2026-07-01", "UTC", "2026-07-01T00:00:00.000Z"],
])("%s begins in %s at %s", (date, zone, instant) => {
  expect(startOfDay(date, zone).toISOString()).toBe(instant);
});

test("is the first millisecond of its day, on every day of a year with two changes of the clocks", () => {
  for (let day = 0; day < 365; day++) {
    const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
    const start = startOfDay(date, "America/Denver");
    expect(dateInZone(start, "America/Denver")).toBe(date);
    expect(dateInZone(new Date(start.getTime() - 1), "America/Denver") < date).toBe(true);
  }
});
