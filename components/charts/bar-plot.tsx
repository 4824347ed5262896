"use client";

import { Bar, BarChart, CartesianGrid, Cell, LabelList, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { formatCentsShort } from "@/lib/format/money";
import { SERIES_COLORS, type SeriesTone } from "./chart-frame";

export interface BarPlotProps {
  label: string;
  bars: readonly { id: string; name: string; cents: number; tone: SeriesTone }[];
}

const TICK = { fill: "var(--muted)", fontSize: 11 };

/** The library's own part of a bar chart, loaded only where a chart is drawn. */
export function BarPlot({ label, bars }: BarPlotProps) {
  return (
    <div className="h-60" role="group" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 320, height: 240 }}>
        <BarChart data={[...bars]} margin={{ top: 20, right: 8, bottom: 0, left: 0 }} title={label}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis dataKey="name" tick={TICK} stroke="var(--line-strong)" tickLine={false} interval={0} />
          <YAxis
            tick={TICK}
            tickLine={false}
            axisLine={false}
            width={64}
            tickFormatter={(cents: number) => formatCentsShort(cents)}
          />
          <Bar dataKey="cents" isAnimationActive={false} maxBarSize={72} radius={[3, 3, 0, 0]}>
            {bars.map((bar) => (
              <Cell key={bar.id} fill={SERIES_COLORS[bar.tone]} />
            ))}
            <LabelList
              dataKey="cents"
              position="top"
              fill="var(--ink)"
              fontSize={11}
              formatter={(cents) => (typeof cents === "number" ? formatCentsShort(cents) : "")}
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
