"use client";

import { DeadlineBadge } from "@/components/ui/deadline-badge";
import { formatDate } from "@/lib/format/dates";
import { useWorkbench } from "../workbench-context";
import { ContextSection } from "./context-section";

/** Until when the payer takes the claim, and where that limit was read. */
export function Deadline() {
  const { screen } = useWorkbench();
  const { filingDeadline } = screen.head;
  return (
    <ContextSection title="Filing deadline">
      <div className="rounded-md border border-line bg-surface px-3 py-2">
        <p className="flex items-center justify-between gap-2">
          <span className="font-medium">{filingDeadline ? formatDate(filingDeadline) : "Not known"}</span>
          <DeadlineBadge {...screen.deadline} plain={false} />
        </p>
        <p className="mt-1 text-sm text-muted">
          {sentence(screen.deadlineSource.text)}{" "}
          {!screen.deadlineSource.verified && (
            <span className="text-warning-ink">Nobody has checked it against the contract.</span>
          )}
        </p>
        <p className="text-sm text-muted">Calendar days, counted from the practice&rsquo;s today.</p>
      </div>
    </ContextSection>
  );
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
