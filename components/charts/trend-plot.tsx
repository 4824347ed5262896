"use client";

import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { SERIES_COLORS, type SeriesTone } from "./chart-frame";

export interface TrendPoint {
  /** "Mar 26". */
  label: string;
  /** Null where the figure is not known: the line has a gap. */
  values: Record<string, number | null>;
}

export interface TrendSeries {
  id: string;
  name: string;
  tone: SeriesTone;
  /** Beside the colour, the pattern of the line tells series apart. */
  dash?: string;
}

export interface TrendPlotProps {
  /** What it shows, for a reader that does not see it. */
  label: string;
  points: readonly TrendPoint[];
  series: readonly TrendSeries[];
  /** Between these two the figure is to be watched; null where it has no target. */
  band?: { from: number; to: number; name: string } | null;
  format: "percent" | "dollars" | "count";
}

const FORMATS: Record<TrendPlotProps["format"], Intl.NumberFormat> = {
  percent: new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 }),
  dollars: new Intl.NumberFormat("en-US", {
    style: "currency",
    currency: "USD",
    notation: "compact",
    maximumFractionDigits: 1,
  }),
  count: new Intl.NumberFormat("en-US"),
};
const TICK = { fill: "var(--muted)", fontSize: 11 };

/** The library's own part of a trend, loaded only where a chart is drawn. Dollars come in cents. */
export function TrendPlot({ label, points, series, band, format }: TrendPlotProps) {
  const words = (value: number) => FORMATS[format].format(format === "dollars" ? value / 100 : value);
  const rows = points.map((point) => ({ label: point.label, ...point.values }));
  return (
    <div className="h-60" role="group" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 320, height: 240 }}>
        <LineChart data={rows} margin={{ top: 8, right: 12, bottom: 0, left: 0 }} title={label}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          {band && (
            <ReferenceArea y1={band.from} y2={band.to} fill="var(--warning-soft)" ifOverflow="extendDomain" />
          )}
          {band && (
            <ReferenceLine
              y={band.to}
              stroke="var(--warning)"
              strokeDasharray="4 3"
              ifOverflow="extendDomain"
              label={{
                value: band.name,
                position: "insideTopLeft",
                fill: "var(--warning-ink)",
                fontSize: 11,
              }}
            />
          )}
          <XAxis dataKey="label" tick={TICK} stroke="var(--line-strong)" tickLine={false} minTickGap={16} />
          <YAxis
            tick={TICK}
            stroke="var(--line-strong)"
            tickLine={false}
            axisLine={false}
            width={56}
            tickFormatter={words}
            domain={[0, "auto"]}
          />
          <Tooltip
            isAnimationActive={false}
            formatter={(value) => (typeof value === "number" ? words(value) : "n/a")}
            contentStyle={{
              background: "var(--raised)",
              border: "1px solid var(--line)",
              borderRadius: 6,
              color: "var(--ink)",
              fontSize: 12,
            }}
            itemStyle={{ color: "var(--ink)" }}
            labelStyle={{ color: "var(--muted)" }}
          />
          {series.map(({ id, name, tone, dash }) => (
            <Line
              key={id}
              dataKey={id}
              name={name}
              type="linear"
              stroke={SERIES_COLORS[tone]}
              strokeDasharray={dash}
              strokeWidth={2}
              dot={{ r: 2.5, fill: SERIES_COLORS[tone], strokeWidth: 0 }}
              connectNulls={false}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
