"use client";

import Link from "next/link";
import { ChartFrame } from "@/components/charts/chart-frame";
import { TrendChart } from "@/components/charts/trend-chart";
import { claimsBehindHref, FIGURE_SHAPES, type Figure } from "@/lib/domain/kpis/dashboard-figures";
import { EmptyState } from "@/components/ui/empty-state";
import type { TrendView } from "@/lib/domain/kpis/dashboard-screen";
import type { KpiKey } from "@/lib/domain/kpis/definitions";
import { formatFigure, formatMonth, formatMonthShort, formatSides } from "@/lib/format/figures";
import { trendTitle } from "../figure-words";

const FORMATS = { rate: "percent", cents: "dollars", count: "count" } as const;

/** A figure by month, as a line with its target band and as a table whose cells open the claims of their month. */
export function TrendCard({ trend, runningMonth }: { trend: TrendView; runningMonth: string | null }) {
  const { figure, name, unit, band, points } = trend;
  const known = points.filter(({ value }) => value !== null).length;
  const hasGap = known > 0 && known < points.length;
  const { parts } = FIGURE_SHAPES[figure as KpiKey];
  return (
    <ChartFrame
      headingLevel="h3"
      title={trendTitle(trend)}
      caption={
        <>
          By month. {band && `${band.name}. `}
          {hasGap && "A month without a figure is a gap. "}
          {runningMonth && `${formatMonth(runningMonth)} is not over yet.`}
        </>
      }
      table={{
        columns: ["Month", name, "Made of"],
        rows: points.map(({ month, value, numerator, denominator }) => ({
          id: month,
          cells: [
            formatMonth(month) + (month === runningMonth ? " (running)" : ""),
            <Link
              key="value"
              href={claimsBehindHref({ figure: figure as Figure, month })}
              className="text-link"
            >
              {formatFigure(value, unit)}
            </Link>,
            formatSides(numerator, denominator, parts),
          ],
        })),
      }}
    >
      {known > 0 ? (
        <TrendChart
          label={`${name} by month`}
          format={FORMATS[unit]}
          band={band}
          series={[{ id: "value", name, tone: "accent" }]}
          points={points.map(({ month, value }) => ({ label: formatMonthShort(month), values: { value } }))}
        />
      ) : (
        <EmptyState kind="nothing" title="No month has this figure yet" className="h-60 justify-center" />
      )}
    </ChartFrame>
  );
}
