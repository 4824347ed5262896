"use client";

import { UserRoundPlus } from "lucide-react";
import { useState } from "react";
import type { RowSelection } from "@/components/data-table/use-row-selection";
import { useAnnounce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { cappedCount, countOf } from "@/lib/format/counts";
import { askValue, errorViewOf } from "@/lib/query/fetch-value";
import { showError } from "@/lib/query/use-action";
import type { WorklistCount } from "./use-worklist";
import type { WorklistFilterInput } from "./worklist-view";

/** Buttons for the selected claims: assign them, or widen the selection to everything that matches. */
export function BulkActions({
  selection,
  filter,
  count,
  shown,
  mayAssign,
  onAssign,
}: {
  selection: RowSelection;
  /** The filters, without page. */
  filter: WorklistFilterInput;
  count: WorklistCount | undefined;
  /** Rows on this page. */
  shown: number;
  mayAssign: boolean;
  onAssign: () => void;
}) {
  const [pending, setPending] = useState(false);
  const announce = useAnnounce();
  const selectAll = async () => {
    setPending(true);
    try {
      const all = await askValue<{ claimIds: string[]; capped: boolean }>(
        "/api/v1/worklist/matching",
        filter,
      );
      selection.set(all.claimIds, true);
      announce(
        `${countOf(all.claimIds.length, "claim")} selected${all.capped ? ", the most that one action takes" : ""}`,
      );
    } catch (error) {
      showError(errorViewOf(error));
    } finally {
      setPending(false);
    }
  };
  const canWiden =
    count !== undefined && count.count > shown && selection.ids.size < Math.min(count.count, 500);
  return (
    <>
      {mayAssign && (
        <Button size="small" variant="primary" onClick={onAssign} aria-keyshortcuts="a">
          <UserRoundPlus aria-hidden />
          Assign…
        </Button>
      )}
      {canWiden && (
        <Button size="small" pending={pending} onClick={selectAll}>
          {count.count > 500
            ? "Select the first 500 matching"
            : `Select all ${cappedCount(count.count, count.capped)} matching`}
        </Button>
      )}
    </>
  );
}
