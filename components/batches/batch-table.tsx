"use client";

import Link from "next/link";
import type { DataColumn } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { usePageUrl } from "@/components/data-table/use-page-url";
import { useShellSession } from "@/lib/query/shell-session";
import { formatCount } from "@/lib/format/counts";
import { formatInstant } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";
import { BatchStatus } from "./batch-status";

export interface BatchRow {
  id: string;
  number: number;
  status: string;
  claimCount: number;
  chargeCents: number;
  createdByName: string;
  createdAt: string;
  handedOverAt: string | null;
}

/** Every batch, newest first. */
export function BatchTable({ rows, total, pageSize }: { rows: BatchRow[]; total: number; pageSize: number }) {
  const { page, setPage, pending } = usePageUrl();
  const { timeZone } = useShellSession().organization;
  const columns: DataColumn<BatchRow>[] = [
    {
      id: "number",
      header: "Batch",
      card: "title",
      width: "7rem",
      cell: (batch) => (
        <Link href={`/batches/${batch.id}`} className="font-semibold hover:underline">
          Batch {batch.number}
        </Link>
      ),
    },
    { id: "status", header: "State", cell: (batch) => <BatchStatus status={batch.status} /> },
    { id: "claims", header: "Claims", align: "end", cell: (batch) => formatCount(batch.claimCount) },
    { id: "charges", header: "Charges", align: "end", cell: (batch) => formatCents(batch.chargeCents) },
    { id: "by", header: "Released by", cell: (batch) => batch.createdByName },
    { id: "at", header: "Released", cell: (batch) => formatInstant(batch.createdAt, timeZone) },
    {
      id: "handed",
      header: "Handed over",
      cell: (batch) => (batch.handedOverAt ? formatInstant(batch.handedOverAt, timeZone) : "—"),
    },
  ];
  return (
    <DataTable
      caption="Batches, newest first"
      columns={columns}
      rows={rows}
      rowId={(batch) => batch.id}
      rowLabel={(batch) => `batch ${batch.number}`}
      rowHref={(batch) => `/batches/${batch.id}`}
      busy={pending}
      page={{ page, pageSize, shown: rows.length, hasNext: page * pageSize < total, total, onPage: setPage }}
      empty={{
        kind: "nothing",
        title: "No batches yet",
        text: "Claims that nothing holds are released into a batch; its 837 file is then handed over.",
      }}
    />
  );
}
