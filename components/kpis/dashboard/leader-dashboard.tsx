import type { ReactNode } from "react";
import type { LeaderDashboard } from "@/lib/domain/kpis/dashboard-screen";
import { AgingCard } from "./aging-card";
import { DeniedGrid } from "./denied-grid";
import { FigureTile } from "./figure-tile";
import { TrendCard } from "./trend-card";
import { Verdict } from "./verdict";

const AGED = ["receivables_over_60", "receivables_over_120"];

/** The month in figures: where it stands, where it comes from, and the claims behind all of it. */
export function LeaderDashboardView({ dashboard }: { dashboard: LeaderDashboard }) {
  const { month, tiles, trends, aging, denied, isRunning } = dashboard;
  return (
    <>
      <Verdict tiles={tiles} />
      <Group title="Key figures">
        <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {tiles.map((figure) => (
            <FigureTile key={figure.figure} figure={figure} month={month} />
          ))}
        </div>
      </Group>
      <Group title="Money">
        <div className="grid gap-3">
          <DeniedGrid denied={denied} month={month} />
          <AgingCard aging={aging} shares={tiles.filter(({ figure }) => AGED.includes(figure))} />
        </div>
      </Group>
      <Group title="Twelve months">
        <div className="grid gap-3 lg:grid-cols-2">
          {trends.map((trend) => (
            <TrendCard key={trend.figure} trend={trend} runningMonth={isRunning ? month : null} />
          ))}
        </div>
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="text-lg font-semibold text-ink">{title}</h2>
      {children}
    </section>
  );
}
