import type { TestTenant } from "../bench/a-tenant";
import { asWorkerProcess } from "../bench/with-login";
import type { BehindView, FigureView, LeaderDashboard } from "@/lib/domain/kpis/dashboard-screen";
import { countDueFigures } from "@/lib/use-cases/kpis/count-due-figures";
import { getLeaderDashboard } from "@/lib/use-cases/kpis/get-leader-dashboard";
import { BEHIND_PAGE_SIZE, listBehindFigure } from "@/lib/use-cases/kpis/list-behind-figure";

/** What the worker does between two imports: counts what is marked, to the end. */
export function countFigures(tenant: TestTenant, marksAtOnce?: number): Promise<void> {
  return asWorkerProcess(async () => {
    while ((await countDueFigures(tenant.organizationId, marksAtOnce)) > 0);
  });
}

export const NOW = new Date("2026-07-15T15:00:00Z");

export function dashboardOf(
  tenant: TestTenant,
  month: string | null = null,
  now: Date = NOW,
): Promise<LeaderDashboard> {
  return getLeaderDashboard.execute(tenant.actors.leader, { month }, now);
}

export function tileOf(dashboard: LeaderDashboard, figure: string): FigureView {
  return dashboard.tiles.find((tile) => tile.figure === figure)!;
}

/** The list that a link of the dashboard opens, all pages together. */
export async function behind(tenant: TestTenant, href: string, now: Date = NOW): Promise<BehindView> {
  const query = Object.fromEntries(new URL(href, "https://dorsal.test").searchParams);
  const open = (page: number) => listBehindFigure.execute(tenant.actors.leader, { ...query, page }, now);
  const first = await open(1);
  const rows = [...first.rows];
  for (let page = 2; rows.length < first.total; page += 1) {
    const { rows: more } = await open(page);
    if (more.length === 0 || more.length > BEHIND_PAGE_SIZE) break;
    rows.push(...more);
  }
  return { ...first, rows };
}
