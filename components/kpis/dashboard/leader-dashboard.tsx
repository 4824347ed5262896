import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";
import type { LeaderDashboard } from "@/lib/domain/kpis/dashboard-screen";
import { coverageOf, notesInCommon } from "../figure-words";
import { AgingCard } from "./aging-card";
import { DashboardEmpty, NothingDecided } from "./dashboard-empty";
import { DeniedGrid } from "./denied-grid";
import { FigureTile } from "./figure-tile";
import { TrendGrid } from "./trend-grid";
import { Verdict } from "./verdict";

const AGED = ["receivables_over_60", "receivables_over_120"];

/** The month in figures: where it stands, where it comes from, and the claims behind all of it. */
export function LeaderDashboardView({
  dashboard,
  mayImport,
}: {
  dashboard: LeaderDashboard;
  mayImport: boolean;
}) {
  const { month, tiles, trends, aging, denied, isRunning } = dashboard;
  const coverage = coverageOf(dashboard);
  if (coverage === "nothing") return <DashboardEmpty mayImport={mayImport} />;
  const notes = notesInCommon(tiles);
  return (
    <>
      {coverage === "undecided" && <NothingDecided month={month} mayImport={mayImport} />}
      {notes.length > 0 && <Callout>{notes.join(" ")}</Callout>}
      <Verdict tiles={tiles} />
      <Group title="Key figures">
        <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {tiles.map((figure) => (
            <FigureTile key={figure.figure} {...{ figure, month, isRunning }} saidAbove={notes} />
          ))}
        </div>
      </Group>
      <Group title="Money">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <DeniedGrid denied={denied} month={month} />
          <AgingCard aging={aging} shares={tiles.filter(({ figure }) => AGED.includes(figure))} />
        </div>
      </Group>
      <Group title="Twelve months">
        <TrendGrid trends={trends} runningMonth={isRunning ? month : null} />
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
