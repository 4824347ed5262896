"use client";

import { CloudOff, X } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DENIAL_QUEUES, type DenialQueue } from "@/lib/domain/denials/denial-queues";
import { cappedCount } from "@/lib/format/counts";
import { TakeNextButton } from "./take-next-button";
import type { DenialCount } from "./use-denials";

/** The queue's name, how many denials match, and the key to the next one. */
export function DenialQueueHeader({
  queue,
  count,
  filters,
  onClear,
  isStale,
  mayTake,
}: {
  queue: DenialQueue;
  count: DenialCount | undefined;
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
        <h1 className="text-2xl font-semibold tracking-tight">{DENIAL_QUEUES[queue].label}</h1>
        <p role="status" className="text-muted">
          {count
            ? `${cappedCount(count.count, count.capped)} ${count.count === 1 ? "denial" : "denials"}`
            : ""}
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
      {mayTake && queue === "to_work" && <TakeNextButton />}
    </header>
  );
}
