"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";
import type { TrendPlotProps } from "./trend-plot";

// The chart library comes with the first chart that is drawn; no other page pays for it.
const TrendPlot = dynamic(() => import("./trend-plot").then((module) => module.TrendPlot), {
  ssr: false,
  loading: () => <Skeleton className="h-60 w-full" />,
});

/** A line by month with the band of its target. A month without a figure is a gap, never a zero. */
export function TrendChart(props: TrendPlotProps) {
  return <TrendPlot {...props} />;
}
