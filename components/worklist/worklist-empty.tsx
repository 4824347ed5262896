"use client";

import type { TableEmpty } from "@/components/data-table/table-states";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { WORK_QUEUES, type WorkQueue } from "@/lib/domain/claims/work-queues";

/** What comes after a queue that is done. */
const NEXT: Partial<Record<WorkQueue, WorkQueue>> = {
  specialty: "general",
  general: "review",
  review: "ready",
};

/** Three kinds of nothing: no file yet, no match, or all done. */
export function worklistEmpty({
  queue,
  filters,
  hidesOthers,
  nothingAnywhere,
  mayImport,
  onClear,
  onShowAll,
}: {
  queue: WorkQueue;
  filters: number;
  /** The standard view leaves out claims of other people. */
  hidesOthers: boolean;
  /** Not one claim in any queue. */
  nothingAnywhere: boolean;
  mayImport: boolean;
  onClear: () => void;
  onShowAll: () => void;
}): TableEmpty {
  if (filters > 0) {
    return {
      kind: "no-match",
      title: "No claim matches these filters",
      text: "Take some away, or look in another queue.",
      action: <Button onClick={onClear}>Clear filters</Button>,
    };
  }
  if (nothingAnywhere) {
    return {
      kind: "nothing",
      title: "No claims yet",
      text: "They come from your billing system's claim file (837P). Those with something wrong arrive here.",
      action: mayImport && (
        <ButtonLink href="/imports" variant="primary">
          Import a claim file
        </ButtonLink>
      ),
    };
  }
  if (queue === "released" || queue === "filed") {
    return { kind: "nothing", title: `Nothing in “${WORK_QUEUES[queue].label}” yet` };
  }
  const next = NEXT[queue];
  return {
    kind: "done",
    title: hidesOthers ? "Nothing left for you here" : "All done in this queue",
    text: hidesOthers
      ? "Every claim of this queue that is left is somebody else's."
      : "Well done. New claims appear by themselves.",
    action: (
      <>
        {hidesOthers && <Button onClick={onShowAll}>Show everybody&rsquo;s</Button>}
        {next && (
          <ButtonLink href={`/worklist?queue=${next}`} variant="primary">
            Go to “{WORK_QUEUES[next].label}”
          </ButtonLink>
        )}
      </>
    ),
  };
}
