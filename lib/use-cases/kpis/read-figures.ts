import { listCollectionSums } from "@/lib/data/kpis/collection";
import { countDueClaims } from "@/lib/data/kpis/due-claims";
import { listMonthSums, type MonthSums } from "@/lib/data/kpis/month-figures";
import { listAgedShares, type AgedShare } from "@/lib/data/kpis/receivables";
import { listWorkedLines } from "@/lib/data/kpis/worked-denials";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { COUNTING_RULES } from "@/lib/domain/kpis/counting-rules";
import { SUBSTANTIVE_EVENTS } from "@/lib/domain/denials/lifecycle";
import { collectedOf, collectionBenchmark } from "@/lib/domain/kpis/collected-cohort";
import type { KpiKey } from "@/lib/domain/kpis/definitions";
import { TREND_MONTHS, type FigurePoint, type FigureSeries } from "@/lib/domain/kpis/figure-series";
import { collectionCohort, monthsUpTo, periodOf, snapshotDay, type Month } from "@/lib/domain/kpis/months";
import { FEWEST_PAID_LINES } from "@/lib/domain/kpis/net-collection";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";

/** Claims that wait to be counted are told up to here. */
const DUE_SHOWN = 1_000;

/** Every key figure in the months of a trend and the one before it. Costs months, payers and codes, never claims. */
export async function readFigures(
  tx: TenantTx,
  month: Month,
  today: CalendarDate,
): Promise<Record<KpiKey, FigureSeries>> {
  const months = monthsUpTo(month, TREND_MONTHS + 1);
  const notes = await notesOfCounting(tx);
  const decided = await decidedByMonth(tx, months);
  const aged = await agedByMonth(tx, months, today);
  const series = (key: KpiKey, pointOf: (month: Month) => FigurePoint): FigureSeries => {
    return { key, months, points: months.map(pointOf) };
  };
  const rate = (numerator: number, denominator: number | null, n: number): FigurePoint => {
    return { numerator, denominator, n, missing: null };
  };
  const sums = (of: Month) => decided.get(of) ?? nothingDecided(of);
  const age = (of: Month) => aged.get(of)!;
  const worked = await workedByMonth(tx, months);
  return {
    initial_denial_rate_claims: series("initial_denial_rate_claims", (of) =>
      rate(sums(of).deniedClaims, sums(of).claims, sums(of).claims),
    ),
    initial_denial_rate_lines: series("initial_denial_rate_lines", (of) =>
      rate(sums(of).deniedLines, sums(of).lines, sums(of).lines),
    ),
    initial_denial_rate_dollars: series("initial_denial_rate_dollars", (of) =>
      rate(sums(of).deniedCents, sums(of).chargeCents, sums(of).lines),
    ),
    first_pass_payment_rate: series("first_pass_payment_rate", (of) =>
      rate(sums(of).passedClaims, sums(of).claims, sums(of).claims),
    ),
    net_collection_rate: await collection(tx, months, notes),
    receivables_over_60: {
      ...series("receivables_over_60", (of) =>
        rate(age(of).over60Cents, age(of).openCents, age(of).openClaims),
      ),
      notes,
    },
    receivables_over_120: {
      ...series("receivables_over_120", (of) =>
        rate(age(of).over120Cents, age(of).openCents, age(of).openClaims),
      ),
      notes,
    },
    denied_dollars: series("denied_dollars", (of) => rate(sums(of).deniedCents, null, sums(of).deniedLines)),
    denials_worked: series("denials_worked", (of) => rate(worked.get(of) ?? 0, null, worked.get(of) ?? 0)),
  };
}

/** What of the claims is not in balances and collections yet. */
async function notesOfCounting(tx: TenantTx): Promise<string[]> {
  const due = await countDueClaims(tx, DUE_SHOWN);
  if (due === 0) return [];
  const many = due >= DUE_SHOWN ? `${DUE_SHOWN} claims or more` : due === 1 ? "1 claim" : `${due} claims`;
  return [`Still being counted: ${many} that came or changed just now.`];
}

async function decidedByMonth(tx: TenantTx, months: readonly Month[]): Promise<Map<Month, MonthSums>> {
  const rows = await listMonthSums(tx, `${months[0]!}-01`, `${months.at(-1)!}-01`);
  return new Map(rows.map((row) => [row.month, row]));
}

function nothingDecided(month: Month): MonthSums {
  return {
    ...{ month, lines: 0, deniedLines: 0, chargeCents: 0, deniedCents: 0 },
    ...{ claims: 0, deniedClaims: 0, passedClaims: 0 },
  };
}

async function agedByMonth(
  tx: TenantTx,
  months: readonly Month[],
  today: CalendarDate,
): Promise<Map<Month, AgedShare>> {
  const snapshots = months.map((month) => ({ month, asOf: snapshotDay(month, today) }));
  return new Map((await listAgedShares(tx, snapshots)).map((row) => [row.month, row]));
}

async function workedByMonth(tx: TenantTx, months: readonly Month[]): Promise<Map<Month, number>> {
  const rows = await listWorkedLines(tx, {
    ...{ from: periodOf(months[0]!).from, to: periodOf(months.at(-1)!).to },
    ...{ events: [...SUBSTANTIVE_EVENTS], memberId: null, scope: COUNTING_RULES },
  });
  return new Map(rows.map((row) => [row.month, row.lines]));
}

async function collection(
  tx: TenantTx,
  months: readonly Month[],
  notes: readonly string[],
): Promise<FigureSeries> {
  const from = collectionCohort(months[0]!).from;
  const to = collectionCohort(months.at(-1)!).to;
  const rows = await listCollectionSums(tx, from, to, FEWEST_PAID_LINES);
  const points = (isScs: boolean) => {
    const own = rows.filter((row) => row.isScs === isScs);
    return months.map((month) => collectedOf(own, collectionCohort(month)));
  };
  const own = points(true);
  return {
    ...{ key: "net_collection_rate", months, points: own },
    benchmark: collectionBenchmark(own.at(-1)!, points(false).at(-1)!),
    notes: [cohortNote(months.at(-1)!), "Insurance only: no payments of patients are connected.", ...notes],
  };
}

function cohortNote(month: Month): string {
  const { from, to } = collectionCohort(month);
  return `Lines served from ${from} to ${to}.`;
}
