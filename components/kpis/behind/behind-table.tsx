"use client";

import { DataTable } from "@/components/data-table/data-table";
import { usePageUrl } from "@/components/data-table/use-page-url";
import type { BehindView } from "@/lib/domain/kpis/dashboard-screen";
import { behindColumns } from "./behind-columns";
import { behindSums } from "./behind-sums";

/** The claims behind a figure, a page at a time, those that count in it first. */
export function BehindTable({ view }: { view: BehindView }) {
  const { figure, rows, total, page, pageSize } = view;
  const { setPage, pending } = usePageUrl();
  return (
    <DataTable
      caption={`Claims behind ${figure.name}`}
      columns={behindColumns(figure)}
      rows={rows}
      // A claim can be in it twice, with lines of different days.
      rowId={(row) => `${row.claimId} ${row.serviceFrom} ${row.on}`}
      rowLabel={(row) => `claim ${row.claimNumber}`}
      rowHref={(row) => `/claims/${row.claimId}`}
      busy={pending}
      footer={<>On all pages: {behindSums(view).list}</>}
      page={{ page, pageSize, shown: rows.length, hasNext: page * pageSize < total, total, onPage: setPage }}
      empty={{
        kind: "nothing",
        title: "No claim stands behind this figure",
        text: "In this month nothing was counted in it. Choose another month on the dashboard.",
      }}
    />
  );
}
