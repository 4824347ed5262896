"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";
import type { BarPlotProps } from "./bar-plot";

const BarPlot = dynamic(() => import("./bar-plot").then((module) => module.BarPlot), {
  ssr: false,
  loading: () => <Skeleton className="h-60 w-full" />,
});

/** Money by group, one bar each, with its amount written on it. */
export function BarChart(props: BarPlotProps) {
  return <BarPlot {...props} />;
}
