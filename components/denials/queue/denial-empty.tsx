"use client";

import type { TableEmpty } from "@/components/data-table/table-states";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { DENIAL_QUEUES, type DenialQueue } from "@/lib/domain/denials/denial-queues";

/** Three kinds of nothing: no remittance yet, no match, or all done. */
export function denialEmpty({
  queue,
  filters,
  hidesOthers,
  nothingAnywhere,
  mayImport,
  onClear,
  onShowAll,
}: {
  queue: DenialQueue;
  filters: number;
  /** The standard view leaves out denials of other people. */
  hidesOthers: boolean;
  /** Not one denial in any queue. */
  nothingAnywhere: boolean;
  mayImport: boolean;
  onClear: () => void;
  onShowAll: () => void;
}): TableEmpty {
  if (filters > 0)
    return {
      ...{ kind: "no-match", title: "No denial matches these filters" },
      text: "Take some away, or look in another queue.",
      action: <Button onClick={onClear}>Clear filters</Button>,
    };
  if (nothingAnywhere)
    return {
      ...{ kind: "nothing", title: "No denials yet" },
      text: "They come from your payers' remittance files (835): every claim with a denied line arrives here.",
      action: mayImport && (
        <ButtonLink href="/imports" variant="primary">
          Import a remittance file
        </ButtonLink>
      ),
    };
  if (queue !== "to_work")
    return { kind: "nothing", title: `Nothing in “${DENIAL_QUEUES[queue].label}” now` };
  return {
    kind: "done",
    title: hidesOthers ? "Nothing left for you here" : "All denials are worked",
    text: hidesOthers
      ? "Every denial that is left to work is somebody else's."
      : "Well done. New denials appear with the next remittance.",
    action: (
      <>
        {hidesOthers && <Button onClick={onShowAll}>Show everybody&rsquo;s</Button>}
        <ButtonLink href="/denials?queue=waiting" variant="primary">
          Go to “{DENIAL_QUEUES.waiting.label}”
        </ButtonLink>
      </>
    ),
  };
}
