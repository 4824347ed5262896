"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { DataColumn } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { usePageUrl } from "@/components/data-table/use-page-url";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { QuarantinedEntry } from "@/lib/domain/imports/import-screen";
import { formatCount } from "@/lib/format/counts";
import { formatCents } from "@/lib/format/money";

// Fetched when a claim is first opened: the page does not pay for it.
const QuarantinedDialog = dynamic(
  () => import("./quarantined-dialog").then((module) => module.QuarantinedDialog),
  {
    ssr: false,
  },
);

/** Claims of the file that were not posted; each opens with its segments as they stand in the file. */
export function QuarantinedTable({
  importId,
  rows,
  total,
  pageSize,
}: {
  importId: string;
  rows: QuarantinedEntry[];
  total: number;
  pageSize: number;
}) {
  const { page, setPage, pending } = usePageUrl();
  const [open, setOpen] = useState<QuarantinedEntry | null>(null);
  const columns: DataColumn<QuarantinedEntry>[] = [
    {
      id: "claim",
      header: "Claim",
      card: "title",
      cell: (row) => (
        <Button variant="link" size="small" className="font-semibold" onClick={() => setOpen(row)}>
          {row.claimNumber ?? `No. ${row.ordinal} of the file`}
        </Button>
      ),
    },
    {
      id: "segment",
      header: "Segment",
      align: "end",
      width: "6rem",
      cell: (row) => <span className="font-mono text-sm">{formatCount(row.segment)}</span>,
    },
    { id: "reason", header: "Reason", cell: (row) => <Badge tone="warning">{row.reasonLabel}</Badge> },
    {
      id: "problem",
      header: "What is wrong",
      cell: (row) => (
        <span>
          {row.problems[0]?.message ?? "—"}
          {row.problems.length > 1 && <span className="text-muted"> and {row.problems.length - 1} more</span>}
        </span>
      ),
    },
    { id: "charge", header: "Charge", align: "end", cell: (row) => formatCents(row.chargeCents) },
  ];
  return (
    <>
      <DataTable
        caption="Quarantined claims, in file order"
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        rowLabel={(row) => `claim ${row.claimNumber ?? row.ordinal}`}
        onOpen={setOpen}
        busy={pending}
        page={{
          page,
          pageSize,
          shown: rows.length,
          hasNext: page * pageSize < total,
          total,
          onPage: setPage,
        }}
        empty={{ kind: "done", title: "Nothing was held back", text: "Every claim of this file was posted." }}
      />
      {open && <QuarantinedDialog importId={importId} entry={open} onClose={() => setOpen(null)} />}
    </>
  );
}
