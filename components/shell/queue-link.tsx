"use client";

import { CalendarClock } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";
import { toneText } from "@/components/ui/tone";
import type { DeadlineState } from "@/lib/domain/claims/work-queues";
import { cappedCount } from "@/lib/format/counts";
import { RailLink } from "./rail-link";

interface Summary {
  count: number;
  capped: boolean;
  deadline: DeadlineState;
}

/** One queue of the rail, with its size and nearest deadline as far as they are known. */
export function QueueLink({
  href,
  label,
  why,
  isActive,
  unit,
  summary,
  isError,
}: {
  href: string;
  label: string;
  why: string;
  isActive: boolean;
  /** What is counted, for screen readers: "claims". */
  unit: string;
  summary: Summary | undefined;
  isError: boolean;
}) {
  return (
    <RailLink href={href} current={isActive} title={why}>
      <span className="min-w-0 flex-1">
        <span className="block truncate">{label}</span>
        {summary && <NearestDeadline summary={summary} />}
      </span>
      {summary ? (
        <span className="shrink-0 self-start rounded-sm bg-white/8 px-1.5 text-sm leading-5 text-ink">
          {cappedCount(summary.count, summary.capped)}
          <span className="sr-only"> {unit}</span>
        </span>
      ) : (
        !isError && <Skeleton className="w-6" />
      )}
    </RailLink>
  );
}

function NearestDeadline({ summary }: { summary: Summary }) {
  const { tone, words } = summary.deadline;
  if (tone === "unknown" || summary.count === 0) return null;
  const loud = tone === "passed" || tone === "urgent" ? "danger" : tone === "soon" ? "warning" : "neutral";
  return (
    <span className={cn("flex items-center gap-1 text-xs font-normal", toneText({ tone: loud }))}>
      <CalendarClock className="size-3 shrink-0" aria-hidden />
      <span className="sr-only">Nearest deadline: </span>
      <span className="truncate">{words}</span>
    </span>
  );
}
