"use client";

import { useMemo, useState } from "react";
import type { DataColumn } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { VirtualDataTable } from "@/components/data-table/virtual-data-table";
import { useRowSelection } from "@/components/data-table/use-row-selection";
import { Button } from "@/components/ui/button";
import { DeadlineBadge } from "@/components/ui/deadline-badge";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { formatCents } from "@/lib/format/money";

interface SampleRow {
  id: string;
  patient: string;
  payer: string;
  cents: number;
  days: number;
  blocks: number;
}

function sampleRows(count: number): SampleRow[] {
  const payers = ["Aetna", "Cigna", "Humana", "Medicare"];
  return Array.from({ length: count }, (_, index) => ({
    id: `HP-${1001 + index}`,
    patient: `Marlowe, June ${index + 1}`,
    payer: payers[index % payers.length]!,
    cents: 950_000 + index * 12_500,
    days: 2 + ((index * 7) % 90),
    blocks: index % 3,
  }));
}

const COLUMNS: DataColumn<SampleRow>[] = [
  { id: "claim", header: "Claim", cell: (row) => <strong>{row.id}</strong>, card: "title", width: "7rem" },
  { id: "patient", header: "Patient", cell: (row) => row.patient },
  { id: "payer", header: "Payer", cell: (row) => row.payer, hideable: true },
  {
    id: "findings",
    header: "Findings",
    cell: (row) =>
      row.blocks === 0 ? (
        <SeverityBadge severity="clean" plain />
      ) : (
        <SeverityBadge severity="block">{row.blocks} block</SeverityBadge>
      ),
  },
  { id: "charge", header: "Charge", align: "end", sort: "charge", cell: (row) => formatCents(row.cents) },
  {
    id: "deadline",
    header: "Deadline",
    sort: "deadline",
    cell: (row) => (
      <DeadlineBadge
        tone={row.days <= 3 ? "urgent" : row.days <= 10 ? "soon" : "calm"}
        words={`${row.days} days left`}
      />
    ),
  },
];

const SHARED = {
  columns: COLUMNS,
  rowId: (row: SampleRow) => row.id,
  rowLabel: (row: SampleRow) => `claim ${row.id}`,
  empty: { kind: "nothing", title: "No claims yet", text: "Import a file to begin." },
} as const;

/** One table, every state. */
export function TableSamples() {
  const selection = useRowSelection();
  const [sort, setSort] = useState("deadline");
  const [page, setPage] = useState(1);
  const rows = useMemo(() => sampleRows(12), []);
  const many = useMemo(() => sampleRows(5000), []);
  return (
    <div className="grid gap-4">
      <DataTable
        {...SHARED}
        caption="Claims, with selection, order and pages"
        rows={rows}
        selection={selection}
        bulkActions={<Button size="small">Assign</Button>}
        onOpen={() => undefined}
        sort={{ value: sort, onSort: setSort }}
        page={{ page, pageSize: 12, shown: 12, hasNext: page < 4, total: 48, onPage: setPage }}
        chooserId="gallery"
      />
      <VirtualDataTable
        {...SHARED}
        caption="5,000 claims, only those in sight are drawn"
        rows={many}
        maxHeight="18rem"
        keys={false}
        footer="5,000 claims"
      />
      <DataTable {...SHARED} caption="Claims, loading" rows={undefined} keys={false} />
      <div className="grid gap-4 lg:grid-cols-2">
        <DataTable {...SHARED} caption="Claims, nothing yet" rows={[]} keys={false} />
        <DataTable
          {...SHARED}
          caption="Claims, no match"
          rows={[]}
          keys={false}
          empty={{ kind: "no-match", title: "No claim matches", action: <Button>Clear filters</Button> }}
        />
        <DataTable
          {...SHARED}
          caption="Claims, all done"
          rows={[]}
          keys={false}
          empty={{ kind: "done", title: "All done", text: "Every claim in this queue is worked." }}
        />
        <DataTable
          {...SHARED}
          caption="Claims, failed"
          rows={undefined}
          keys={false}
          error={{ code: "unexpected", message: "The list could not be loaded.", next: "Try again." }}
          onRetry={() => undefined}
        />
      </div>
    </div>
  );
}
