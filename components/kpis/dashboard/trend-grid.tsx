"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { TrendView } from "@/lib/domain/kpis/dashboard-screen";
import type { Month } from "@/lib/domain/kpis/months";
import { countOf } from "@/lib/format/counts";
import { TrendCard } from "./trend-card";

/** What a leader looks at each month; the others are one press away. */
const FIRST = [
  "initial_denial_rate_claims",
  "first_pass_payment_rate",
  "net_collection_rate",
  "receivables_over_60",
];

/** The key figures over twelve months. */
export function TrendGrid({
  trends,
  runningMonth,
}: {
  trends: readonly TrendView[];
  runningMonth: Month | null;
}) {
  const [showsAll, setShowsAll] = useState(false);
  const first = trends.filter(({ figure }) => FIRST.includes(figure));
  const others = trends.filter(({ figure }) => !FIRST.includes(figure));
  const shown = showsAll ? [...first, ...others] : first;
  return (
    <div className="grid gap-3">
      <div className="grid gap-3 lg:grid-cols-2">
        {shown.map((trend) => (
          <TrendCard key={trend.figure} trend={trend} runningMonth={runningMonth} />
        ))}
      </div>
      {others.length > 0 && (
        <Button
          className="justify-self-start"
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
          {showsAll ? "Show fewer trends" : `Show ${countOf(others.length, "more trend")}`}
        </Button>
      )}
    </div>
  );
}
