import { describe, expect, it } from "vitest";
import { agedReceivables } from "@/lib/domain/kpis/aged-receivables";
import type { DeterminationRow } from "@/lib/domain/kpis/determination-row";
import { addDays } from "@/lib/domain/shared/calendar-date";
import { aDeterminationRow } from "@/tests/builders/a-determination-row";

const AS_OF = "2026-06-30";
const open = (days: number, openCents = 100_00, over: Partial<DeterminationRow> = {}) =>
  aDeterminationRow({
    ...{ lineId: `${days}`, openCents },
    agedFrom: { ...aDeterminationRow().agedFrom, service: addDays(AS_OF, -days) },
    ...over,
  });

describe("aged receivables", () => {
  it("every age has one bucket: 60 days is not over 60, 61 is", () => {
    const ages = [0, 30, 31, 60, 61, 90, 91, 120, 121, 900];
    const aged = agedReceivables(
      ages.map((days) => open(days)),
      AS_OF,
    );
    expect(aged.buckets.map(({ key, lineIds }) => [key, lineIds])).toEqual([
      ["0-30", ["0", "30"]],
      ["31-60", ["31", "60"]],
      ["61-90", ["61", "90"]],
      ["91-120", ["91", "120"]],
      ["over 120", ["121", "900"]],
    ]);
    expect(aged.over60).toMatchObject({ value: 0.6, numerator: 600_00, denominator: 1000_00 });
    expect(aged.over120).toMatchObject({ value: 0.2, numeratorIds: ["121", "900"] });
    expect(aged.totalCents).toBe(1000_00);
  });

  it("credits and closed lines stay apart", () => {
    const aged = agedReceivables([open(90, 300_00), open(10, -50_00), open(10, 0)], AS_OF);
    expect(aged).toMatchObject({ totalCents: 300_00, creditCents: -50_00, over60: { value: 1 } });
  });

  it("counts from what is asked, and keeps lines without that date apart", () => {
    const rows = [open(90), open(90, 70_00, { lineId: "transferred" })];
    rows[1]!.agedFrom = { ...rows[1]!.agedFrom, transfer: addDays(AS_OF, -10) };
    const aged = agedReceivables(rows, AS_OF, "transfer");
    expect(aged).toMatchObject({ totalCents: 70_00, over60: { value: 0 } });
    expect(aged.undated).toEqual({ openCents: 100_00, lineIds: ["90"] });
  });

  it("all payers in turn are insurance, other codes and voided claims are not in", () => {
    const rows = [
      open(90, 100_00, { responsibility: "S" }),
      open(90, 100_00, { code: "64483" }),
      open(90, 100_00, { isVoided: true }),
    ];
    expect(agedReceivables(rows, AS_OF).totalCents).toBe(100_00);
  });

  it("a service dated after the snapshot is not older than today", () => {
    expect(agedReceivables([open(-5)], AS_OF).buckets[0]!.openCents).toBe(100_00);
  });

  it("nothing open is n/a, never zero", () => {
    expect(agedReceivables([], AS_OF)).toMatchObject({ over60: { value: null }, over120: { value: null } });
  });
});
