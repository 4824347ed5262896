"use client";

import { DeadlineBadge } from "@/components/ui/deadline-badge";
import { formatDate } from "@/lib/format/dates";
import { asSentence } from "@/lib/format/sentences";
import { useDenialWork } from "./denial-work-context";
import { WorkSection } from "./work-section";

/** Until when the next step must have reached the payer, and where that limit was read. */
export function DeadlinePanel() {
  const { screen } = useDenialWork();
  const { deadlineOn, deadline, deadlineSource } = screen.item;
  return (
    <WorkSection title="Deadline">
      <div className="rounded-md border border-line bg-surface px-3 py-2">
        <p className="flex items-center justify-between gap-2">
          <span className="font-medium">{deadlineOn ? formatDate(deadlineOn) : "Not known"}</span>
          {screen.queue.name !== "settled" && <DeadlineBadge {...deadline} plain={false} />}
        </p>
        <p className="mt-1 text-sm text-muted">
          {asSentence(deadlineSource ?? "The payer's limit is not in its profile")} Calendar days, counted
          from the practice&rsquo;s today.
        </p>
      </div>
    </WorkSection>
  );
}
