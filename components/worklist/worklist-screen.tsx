"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { focusedRowId } from "@/components/data-table/focused-row";
import { useRowSelection } from "@/components/data-table/use-row-selection";
import { useShortcut } from "@/components/ui/shortcuts/use-shortcut";
import type { WorklistEntry } from "@/lib/domain/claims/claim-screen";
import { WORK_QUEUES } from "@/lib/domain/claims/work-queues";
import { errorViewOf } from "@/lib/query/fetch-value";
import { AssignDialog } from "./assign-dialog";
import { BulkActions } from "./bulk-actions";
import { FilterBar } from "./filter-bar";
import { useTrailOf } from "./use-trail-of";
import { useWorklist, type FirstPage } from "./use-worklist";
import { WORKLIST_COLUMNS } from "./worklist-columns";
import { useWorklistSetting } from "./worklist-context";
import { worklistEmpty } from "./worklist-empty";
import { WorklistHeader } from "./worklist-header";
import type { WorklistParams } from "./worklist-params";
import { activeFilters, defaultWho, NO_FILTERS, viewKey } from "./worklist-view";

const PAGE_SIZE = 50;
const PREFETCHED = 3;

/** One queue of claims: whose, why, how urgent. Address and typed text are the view; the rows follow what colleagues do. */
export function WorklistScreen({ first, nothingAnywhere }: { first: FirstPage; nothingAnywhere: boolean }) {
  const { me } = useWorklistSetting();
  const router = useRouter();
  const { view: params, change, filter, list, count } = useWorklist(first);
  const selection = useRowSelection();
  const [assigning, setAssigning] = useState<readonly string[] | null>(null);
  const rows = list.data?.rows;
  const filters = activeFilters(params, me.mayCorrect);
  const remember = useTrailOf({ params, filter, page: list.data });

  const narrowedTo = viewKey(filter);
  const [listed, setListed] = useState(narrowedTo);
  if (narrowedTo !== listed) {
    // Another list: what was selected in the old one is not in sight any more.
    setListed(narrowedTo);
    selection.clear();
  }
  useEffect(() => {
    // The next claims are what is opened next: have them ready.
    for (const row of rows?.slice(0, PREFETCHED) ?? []) router.prefetch(`/claims/${row.id}`);
  }, [rows, router]);
  useShortcut(
    { id: "worklist.assign", keys: "a", label: "Assign the selected claims", group: "Worklist" },
    () => {
      const focused = focusedRowId();
      if (selection.ids.size > 0) setAssigning([...selection.ids]);
      else if (focused) setAssigning([focused]);
    },
    me.mayCorrect && assigning === null,
  );
  const open = (row: WorklistEntry) => {
    remember();
    router.push(`/claims/${row.id}`);
  };
  return (
    <div className="relative flex-1">
      <div className="flex flex-col gap-3 p-4 sm:px-6 lg:absolute lg:inset-0" onClickCapture={remember}>
        <WorklistHeader
          queue={params.queue}
          count={count.data}
          filters={filters}
          onClear={() => change(NO_FILTERS)}
          isStale={list.isError && rows !== undefined}
          mayTake={me.mayCorrect}
        />
        <FilterBar params={params} onChange={change} />
        <DataTable
          caption={WORK_QUEUES[params.queue].label}
          className="min-h-0 [--cell-x:0.3125rem] 2xl:[--cell-x:0.75rem]"
          maxHeight="100%"
          chooserId="worklist"
          columns={WORKLIST_COLUMNS}
          rows={rows}
          rowId={(row) => row.id}
          rowLabel={(row) => `claim ${row.claimNumber}`}
          onOpen={open}
          rowClassName={edgeOf}
          busy={list.isPlaceholderData}
          error={list.isError && !list.data ? errorViewOf(list.error) : null}
          onRetry={() => void list.refetch()}
          sort={{
            value: params.sort,
            onSort: (sort) => change({ sort: sort as WorklistParams["sort"], page: 1 }),
          }}
          selection={me.mayCorrect ? selection : undefined}
          bulkActions={
            <BulkActions
              selection={selection}
              filter={filter}
              count={count.data}
              shown={rows?.length ?? 0}
              mayAssign={me.mayCorrect}
              onAssign={() => setAssigning([...selection.ids])}
            />
          }
          footer={<span>{WORK_QUEUES[params.queue].why}</span>}
          page={{
            page: Math.max(1, params.page),
            pageSize: PAGE_SIZE,
            shown: rows?.length ?? 0,
            hasNext: list.data?.hasNext ?? false,
            total: count.data?.count,
            capped: count.data?.capped,
            onPage: (page) => change({ page }),
          }}
          empty={worklistEmpty({
            queue: params.queue,
            filters,
            hidesOthers: params.who === null && defaultWho(params.queue, me.mayCorrect) === "mine",
            nothingAnywhere,
            mayImport: me.mayImport,
            onClear: () => change(NO_FILTERS),
            onShowAll: () => change({ who: "anyone", page: 1 }),
          })}
        />
      </div>
      {assigning && (
        <AssignDialog
          claimIds={assigning}
          onClose={() => setAssigning(null)}
          onAssigned={() => {
            setAssigning(null);
            selection.clear();
          }}
        />
      )}
    </div>
  );
}

/** A bar at the row's edge: what blocks, what wants a look. The chips say the same in words. */
function edgeOf(row: WorklistEntry): string | undefined {
  if (row.blockCount > 0) return "[&>td:first-child]:shadow-[inset_3px_0_0_var(--danger)]";
  if (row.reviewCount > 0) return "[&>td:first-child]:shadow-[inset_3px_0_0_var(--warning)]";
  return undefined;
}
