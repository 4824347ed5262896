"use client";

import { UserRoundPlus } from "lucide-react";
import { useState } from "react";
import type { RowSelection } from "@/components/data-table/use-row-selection";
import { useAnnounce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { cappedCount, countOf } from "@/lib/format/counts";
import { askValue, errorViewOf } from "@/lib/query/fetch-value";
import { showError } from "@/lib/query/use-action";
import type { DenialFilterInput } from "./denial-view";
import type { DenialCount } from "./use-denials";

const MOST = 500;

/** Buttons for the selected denials: assign them, or widen the selection to everything that matches. */
export function DenialBulkActions({
  selection,
  filter,
  count,
  shown,
  onAssign,
}: {
  selection: RowSelection;
  /** The filters, without page. */
  filter: DenialFilterInput;
  count: DenialCount | undefined;
  /** Rows on this page. */
  shown: number;
  onAssign: () => void;
}) {
  const [pending, setPending] = useState(false);
  const announce = useAnnounce();
  const selectAll = async () => {
    setPending(true);
    try {
      const all = await askValue<{ itemIds: string[]; capped: boolean }>("/api/v1/denials/matching", filter);
      selection.set(all.itemIds, true);
      const most = all.capped ? ", the most that one action takes" : "";
      announce(`${countOf(all.itemIds.length, "denial")} selected${most}`);
    } catch (error) {
      showError(errorViewOf(error));
    } finally {
      setPending(false);
    }
  };
  const canWiden =
    count !== undefined && count.count > shown && selection.ids.size < Math.min(count.count, MOST);
  return (
    <>
      <Button size="small" variant="primary" onClick={onAssign} aria-keyshortcuts="a">
        <UserRoundPlus aria-hidden />
        Assign…
      </Button>
      {canWiden && (
        <Button size="small" pending={pending} onClick={selectAll}>
          {count.count > MOST
            ? `Select the first ${MOST} matching`
            : `Select all ${cappedCount(count.count, count.capped)} matching`}
        </Button>
      )}
    </>
  );
}
