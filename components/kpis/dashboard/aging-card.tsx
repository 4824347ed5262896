"use client";

import Link from "next/link";
import { BarChart } from "@/components/charts/bar-chart";
import { ChartFrame, type SeriesTone } from "@/components/charts/chart-frame";
import { daysOfAge } from "@/lib/domain/kpis/dashboard-figures";
import type { AgingBucketView, AgingView, FigureView } from "@/lib/domain/kpis/dashboard-screen";
import { countOf } from "@/lib/format/counts";
import { formatDate } from "@/lib/format/dates";
import { formatFigure, formatShare } from "@/lib/format/figures";
import { formatCents } from "@/lib/format/money";
import { AgingList } from "./aging-list";

/** The older the money, the warmer its bar. */
function toneOf({ id }: AgingBucketView): SeriesTone {
  const from = daysOfAge(id)?.from ?? 0;
  return from > 90 ? "danger" : from > 60 ? "warning" : "accent";
}

/** Open receivables by age, with the shares that have a target; each age opens its claims. */
export function AgingCard({ aging, shares }: { aging: AgingView; shares: readonly FigureView[] }) {
  const { buckets, openCents, claimCount, asOf, href, patientCents, creditCents } = aging;
  const all = { ...{ id: "all", name: "All ages", cents: openCents }, claimCount, href };
  return (
    <ChartFrame
      headingLevel="h3"
      title={agingTitle(aging, shares)}
      caption={
        <>
          Open insurance balance of stimulator lines on {formatDate(asOf)}, aged from the date of service. In
          no age: {formatCents(patientCents)} that patients owe and {formatCents(Math.abs(creditCents))}{" "}
          overpaid.
        </>
      }
      table={{
        columns: ["Age", "Open", "Share", "Claims"],
        rows: [...buckets, { ...all, share: openCents === 0 ? null : 1 }].map((row) => ({
          id: row.id,
          cells: [
            row.name,
            <Link key="open" href={row.href} className="text-link">
              {formatCents(row.cents)}
            </Link>,
            formatShare(row.share),
            countOf(row.claimCount, "claim"),
          ],
        })),
      }}
    >
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <BarChart
          label="Open receivables by age"
          bars={buckets.map((bucket) => ({
            ...{ id: bucket.id, name: bucket.name, cents: bucket.cents },
            tone: toneOf(bucket),
          }))}
        />
        <AgingList rows={[...buckets, all]} shares={shares} />
      </div>
    </ChartFrame>
  );
}

function agingTitle({ openCents }: AgingView, shares: readonly FigureView[]): string {
  const over60 = shares.find(({ figure }) => figure === "receivables_over_60");
  if (openCents === 0 || !over60 || over60.value === null) return "Receivables by age: nothing is open";
  return `Receivables by age: ${formatFigure(over60.value, "rate")} is older than 60 days`;
}
