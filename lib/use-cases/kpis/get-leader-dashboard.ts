import * as z from "zod";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { findMonthRange, listDeniedCells } from "@/lib/data/kpis/month-figures";
import { ageReceivables, sumOtherBalances } from "@/lib/data/kpis/receivables";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { AGE_BUCKETS } from "@/lib/domain/kpis/aged-receivables";
import { claimsBehindHref } from "@/lib/domain/kpis/dashboard-figures";
import type { AgingView, LeaderDashboard } from "@/lib/domain/kpis/dashboard-screen";
import { KPI_KEYS } from "@/lib/domain/kpis/definitions";
import { deniedGrid } from "@/lib/domain/kpis/denied-grid";
import { tileOf, trendOf } from "@/lib/domain/kpis/figure-series";
import { isMonth, monthOf, monthsUpTo, snapshotDay, type Month } from "@/lib/domain/kpis/months";
import { dateInZone, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import { defineUseCase } from "../define-use-case";
import { readFigures } from "./read-figures";

export const monthSchema = z.string().refine(isMonth, { message: "Write the month as YYYY-MM." });
/** So far back a month can be chosen. */
const MONTHS_OFFERED = 60;

/** The key figures of a month; of the newest month in which anything was decided where none is named. */
export const getLeaderDashboard = defineUseCase({
  name: "kpis.dashboard",
  permission: "kpis.view",
  input: z.strictObject({ month: monthSchema.nullable().default(null) }),
  async run({ tx, now }, input): Promise<LeaderDashboard> {
    const { timeZone } = await readOrganizationSettings(tx);
    const today = dateInZone(now, timeZone);
    const { first, lastDecided } = await findMonthRange(tx, today);
    const month = notAfter(input.month ?? lastDecided ?? monthOf(today), monthOf(today));
    const figures = await readFigures(tx, month, today);
    return {
      ...{ month, months: monthsFrom(first ?? month, monthOf(today)), isRunning: month === monthOf(today) },
      tiles: KPI_KEYS.map((key) => tileOf(figures[key])),
      trends: KPI_KEYS.map((key) => trendOf(figures[key])),
      aging: await agingOf(tx, month, snapshotDay(month, today)),
      denied: deniedGrid(month, await listDeniedCells(tx, `${month}-01`)),
    };
  },
});

export const notAfter = (month: Month, last: Month): Month => (month < last ? month : last);

/** Newest first. */
function monthsFrom(first: Month, last: Month): Month[] {
  return monthsUpTo(last, MONTHS_OFFERED)
    .filter((month) => month >= first || month === last)
    .reverse();
}

async function agingOf(tx: TenantTx, month: Month, asOf: CalendarDate): Promise<AgingView> {
  const firstDay = `${month}-01`;
  const rows = await ageReceivables(
    tx,
    firstDay,
    asOf,
    AGE_BUCKETS.map(({ from }) => from),
  );
  const openCents = rows.reduce((sum, row) => sum + row.openCents, 0);
  return {
    ...{ asOf, openCents, claimCount: rows.reduce((sum, row) => sum + row.claimCount, 0) },
    href: claimsBehindHref({ figure: "receivables", month }),
    buckets: AGE_BUCKETS.map(({ key, name, from }) => {
      const { openCents: cents, claimCount } = rows.find((row) => row.fromDays === from)!;
      return {
        ...{ id: key, name, cents, claimCount, share: openCents === 0 ? null : cents / openCents },
        href: claimsBehindHref({ figure: "receivables", month, age: key }),
      };
    }),
    ...(await sumOtherBalances(tx, firstDay)),
  };
}
