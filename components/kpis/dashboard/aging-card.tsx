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
import { TargetBadge } from "../target-badge";

/** The older the money, the warmer its bar. */
function toneOf({ id }: AgingBucketView): SeriesTone {
  const from = daysOfAge(id)?.from ?? 0;
  return from > 90 ? "danger" : from > 60 ? "warning" : "accent";
}

/** Open receivables by age, with the shares that have a target; each age opens its claims. */
export function AgingCard({ aging, shares }: { aging: AgingView; shares: readonly FigureView[] }) {
  const { buckets, openCents, claimCount, asOf } = aging;
  return (
    <ChartFrame
      headingLevel="h3"
      title={agingTitle(aging, shares)}
      caption={
        <>
          Open insurance balance of stimulator lines on {formatDate(asOf)}, aged from the date of service. In
          no age: {formatCents(aging.patientCents)} that patients owe, {formatCents(aging.creditCents)}{" "}
          overpaid.
        </>
      }
      table={{
        columns: ["Age", "Open", "Share", "Claims"],
        rows: [
          ...buckets.map((bucket) => ({
            id: bucket.id,
            cells: [
              bucket.name,
              <Link key="open" href={bucket.href} className="text-link">
                {formatCents(bucket.cents)}
              </Link>,
              formatShare(bucket.share),
              countOf(bucket.claimCount, "claim"),
            ],
          })),
          {
            id: "all",
            cells: [
              "All ages",
              <Link key="open" href={aging.href} className="text-link">
                {formatCents(openCents)}
              </Link>,
              formatShare(openCents === 0 ? null : 1),
              countOf(claimCount, "claim"),
            ],
          },
        ],
      }}
    >
      <BarChart
        label="Open receivables by age"
        bars={buckets.map((bucket) => ({
          ...{ id: bucket.id, name: bucket.name, cents: bucket.cents },
          tone: toneOf(bucket),
        }))}
      />
      <ul aria-label="Ages" className="mt-3 grid gap-x-3 gap-y-2 sm:grid-cols-5">
        {buckets.map((bucket) => (
          <li key={bucket.id} className="min-w-0">
            <Link
              href={bucket.href}
              data-figure="receivables"
              className="inline-flex min-h-6 items-center text-link"
            >
              {formatCents(bucket.cents)}
              <span className="sr-only"> open, {bucket.name}</span>
            </Link>
            <p className="text-sm text-muted">
              {formatShare(bucket.share)} · {countOf(bucket.claimCount, "claim")}
            </p>
          </li>
        ))}
      </ul>
      <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-2 border-t border-line pt-3">
        <div className="flex flex-wrap items-center gap-2">
          <dt className="text-muted">All open</dt>
          <dd>
            <Link
              href={aging.href}
              data-figure="receivables"
              className="inline-flex min-h-6 items-center text-link"
            >
              {formatCents(openCents)}
            </Link>{" "}
            <span className="text-sm text-muted">{countOf(claimCount, "claim")}</span>
          </dd>
        </div>
        {shares.map((share) => (
          <div key={share.figure} className="flex flex-wrap items-center gap-2">
            <dt className="text-muted">{share.name.replace("Receivables o", "O")}</dt>
            <dd className="flex items-center gap-2">
              <span className="font-semibold text-ink">{formatFigure(share.value, share.unit)}</span>
              {share.state && <TargetBadge state={share.state} />}
            </dd>
          </div>
        ))}
      </dl>
    </ChartFrame>
  );
}

function agingTitle({ openCents }: AgingView, shares: readonly FigureView[]): string {
  const over60 = shares.find(({ figure }) => figure === "receivables_over_60");
  if (openCents === 0 || !over60 || over60.value === null) return "Receivables by age: nothing is open";
  return `Receivables by age: ${formatFigure(over60.value, "rate")} is older than 60 days`;
}
