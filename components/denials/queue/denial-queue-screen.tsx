"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { focusedRowId } from "@/components/data-table/focused-row";
import { useRowSelection } from "@/components/data-table/use-row-selection";
import { useShortcut } from "@/components/ui/shortcuts/use-shortcut";
import { DENIAL_QUEUES } from "@/lib/domain/denials/denial-queues";
import type { DenialEntry } from "@/lib/domain/denials/denial-screen";
import { errorViewOf } from "@/lib/query/fetch-value";
import { TRAIL_PAGE_SIZE, writeTrail } from "@/lib/query/queue-trail";
import { DenialBulkActions } from "./denial-bulk-actions";
import { DENIAL_COLUMNS } from "./denial-columns";
import { denialEmpty } from "./denial-empty";
import { DenialFilterBar } from "./denial-filter-bar";
import type { DenialParams } from "./denial-params";
import { DenialQueueHeader } from "./denial-queue-header";
import { useDenialSetting } from "./denial-setting";
import { activeFilters, defaultWho, NO_FILTERS, viewKey } from "./denial-view";
import { useDenials, type FirstDenials } from "./use-denials";

// Fetched when denials are assigned: to look at the queue does not need it.
const AssignDenialsDialog = dynamic(
  () => import("./assign-denials-dialog").then((module) => module.AssignDenialsDialog),
  { ssr: false },
);
const PREFETCHED = 3;

/** One queue of denials: whose, why, how much, how urgent. Address and typed text are the view. */
export function DenialQueueScreen({
  first,
  nothingAnywhere,
}: {
  first: FirstDenials;
  nothingAnywhere: boolean;
}) {
  const { me } = useDenialSetting();
  const router = useRouter();
  const { view, change, filter, list, count } = useDenials(first);
  const selection = useRowSelection();
  const [assigning, setAssigning] = useState<readonly string[] | null>(null);
  const rows = list.data?.rows;
  const filters = activeFilters(view, me.mayWork);
  const { label, why } = DENIAL_QUEUES[view.queue];
  const remember = () => {
    if (!list.data) return;
    const ids = list.data.rows.map((row) => row.id);
    const href = `${window.location.pathname}${window.location.search}`;
    const asked = { ...filter, sort: view.sort };
    const page = Math.max(1, view.page);
    writeTrail({ href, label, memberId: me.id, asked, ids, page, hasNext: list.data.hasNext }, "denials");
  };

  const narrowedTo = viewKey(filter);
  const [listed, setListed] = useState(narrowedTo);
  if (narrowedTo !== listed) {
    // Another list: what was selected in the old one is not in sight any more.
    setListed(narrowedTo);
    selection.clear();
  }
  useEffect(() => {
    // The next denials are what is opened next: have them ready.
    for (const row of rows?.slice(0, PREFETCHED) ?? []) router.prefetch(`/denials/${row.id}`);
  }, [rows, router]);
  useShortcut(
    { id: "denials.assign", keys: "a", label: "Assign the selected denials", group: "Denials" },
    () => {
      const focused = focusedRowId();
      if (selection.ids.size > 0) setAssigning([...selection.ids]);
      else if (focused) setAssigning([focused]);
    },
    me.mayWork && assigning === null,
  );
  const open = (row: DenialEntry) => {
    remember();
    router.push(`/denials/${row.id}`);
  };
  return (
    <div className="relative flex-1">
      <div className="flex flex-col gap-3 p-4 sm:px-6 lg:absolute lg:inset-0" onClickCapture={remember}>
        <DenialQueueHeader
          queue={view.queue}
          count={count.data}
          filters={filters}
          onClear={() => change(NO_FILTERS)}
          isStale={list.isError && rows !== undefined}
          mayTake={me.mayWork}
        />
        <DenialFilterBar view={view} onChange={change} />
        <DataTable
          caption={label}
          className="min-h-0 [--cell-x:0.5rem] 2xl:[--cell-x:0.75rem]"
          maxHeight="100%"
          chooserId="denials"
          columns={DENIAL_COLUMNS}
          rows={rows}
          rowId={(row) => row.id}
          rowLabel={(row) => `denial of claim ${row.claimNumber}`}
          onOpen={open}
          busy={list.isPlaceholderData}
          error={list.isError && !list.data ? errorViewOf(list.error) : null}
          onRetry={() => void list.refetch()}
          sort={{
            value: view.sort,
            onSort: (sort) => change({ sort: sort as DenialParams["sort"], page: 1 }),
          }}
          selection={me.mayWork ? selection : undefined}
          bulkActions={
            <DenialBulkActions
              selection={selection}
              filter={filter}
              count={count.data}
              shown={rows?.length ?? 0}
              onAssign={() => setAssigning([...selection.ids])}
            />
          }
          footer={<span>{why}</span>}
          page={{
            page: Math.max(1, view.page),
            pageSize: TRAIL_PAGE_SIZE,
            shown: rows?.length ?? 0,
            hasNext: list.data?.hasNext ?? false,
            total: count.data?.count,
            capped: count.data?.capped,
            onPage: (page) => change({ page }),
          }}
          empty={denialEmpty({
            queue: view.queue,
            filters,
            hidesOthers: view.who === null && defaultWho(view.queue, me.mayWork) === "mine",
            nothingAnywhere,
            mayImport: me.mayImport,
            onClear: () => change(NO_FILTERS),
            onShowAll: () => change({ who: "anyone", page: 1 }),
          })}
        />
      </div>
      {assigning && (
        <AssignDenialsDialog
          itemIds={assigning}
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
