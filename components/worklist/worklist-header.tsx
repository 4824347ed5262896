"use client";

import { CloudOff, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Badge } from "@/components/ui/badge";
import { cappedCount } from "@/lib/format/counts";
import { WORK_QUEUES, type WorkQueue } from "@/lib/domain/claims/work-queues";
import { ClaimNextButton } from "./claim-next-button";
import type { WorklistCount } from "./use-worklist";

/** The queue's name, how many claims match, and the key to the next one. */
export function WorklistHeader({
  queue,
  count,
  filters,
  onClear,
  isStale,
  mayTake,
}: {
  queue: WorkQueue;
  count: WorklistCount | undefined;
  /** How many filters narrow the list. */
  filters: number;
  onClear: () => void;
  /** The last attempt to read the list again failed. */
  isStale: boolean;
  mayTake: boolean;
}) {
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="flex items-baseline gap-3">
        <h1 className="text-2xl font-semibold tracking-tight">{WORK_QUEUES[queue].label}</h1>
        <p role="status" className="text-muted">
          {count ? `${cappedCount(count.count, count.capped)} ${count.count === 1 ? "claim" : "claims"}` : ""}
        </p>
        {filters > 0 && (
          <Button size="small" variant="ghost" onClick={onClear}>
            <X aria-hidden />
            Clear {filters === 1 ? "filter" : `${filters} filters`}
          </Button>
        )}
        {isStale && (
          <Badge tone="warning" icon={CloudOff}>
            not up to date, trying again
          </Badge>
        )}
      </div>
      {mayTake && (queue === "specialty" || queue === "general") && <ClaimNextButton queue={queue} />}
    </header>
  );
}
