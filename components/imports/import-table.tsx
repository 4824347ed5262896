"use client";

import { HandCoins, History } from "lucide-react";
import Link from "next/link";
import type { DataColumn } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { usePageUrl } from "@/components/data-table/use-page-url";
import { useShellSession } from "@/lib/query/shell-session";
import { Badge } from "@/components/ui/badge";
import type { ImportSummary } from "@/lib/domain/imports/import-screen";
import { formatCount } from "@/lib/format/counts";
import { formatInstant, formatInstantShort } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";
import { isRemittance } from "./file-kinds";
import { ImportStatusBadge } from "./import-status-badge";

const COLUMNS: DataColumn<ImportSummary>[] = [
  {
    id: "file",
    header: "File",
    card: "title",
    cell: (file) => (
      <span className="flex min-w-0 items-center gap-2">
        <Link href={`/imports/${file.id}`} className="truncate font-semibold hover:underline">
          {file.fileName}
        </Link>
        {isRemittance(file) && (
          <Badge icon={HandCoins} title="What payers answered (835)">
            Remittance
          </Badge>
        )}
        {file.isHistory && (
          <Badge icon={History} title="Already sent to the payers">
            History
          </Badge>
        )}
      </span>
    ),
  },
  {
    id: "status",
    header: "State",
    cell: (file) => (
      <ImportStatusBadge
        status={file.status}
        label={file.statusLabel}
        isRunning={file.isRunning}
        quarantined={file.claimsQuarantined}
      />
    ),
  },
  { id: "claims", header: "Claims", align: "end", cell: (file) => formatCount(file.claimsTotal) },
  {
    id: "posted",
    header: "Posted",
    align: "end",
    cell: (file) => <Amount count={file.claimsPosted} cents={file.centsPosted} />,
  },
  {
    id: "quarantined",
    header: "Held back",
    align: "end",
    cell: (file) =>
      file.claimsQuarantined === 0 ? (
        <span className="text-faint">0</span>
      ) : (
        <Amount count={file.claimsQuarantined} cents={file.centsQuarantined} loud />
      ),
  },
  { id: "new", header: "New", align: "end", hideable: true, cell: (file) => formatCount(file.claimsNew) },
  {
    id: "changed",
    header: "Changed",
    align: "end",
    hideable: true,
    cell: (file) => formatCount(file.claimsChanged),
  },
];

/** Imported files, newest first. */
export function ImportTable({
  rows,
  total,
  pageSize,
}: {
  rows: ImportSummary[];
  total: number;
  pageSize: number;
}) {
  const { page, setPage, pending } = usePageUrl();
  const { timeZone } = useShellSession().organization;
  const columns: DataColumn<ImportSummary>[] = [
    ...COLUMNS,
    {
      id: "when",
      header: "Imported",
      cell: (file) => (
        <span className="whitespace-nowrap" title={formatInstant(file.createdAt, timeZone)}>
          {formatInstantShort(file.createdAt, timeZone)}
        </span>
      ),
    },
    { id: "by", header: "By", hideable: true, cell: (file) => file.createdByName },
  ];
  return (
    <DataTable
      caption="Imported files, newest first"
      columns={columns}
      rows={rows}
      rowId={(file) => file.id}
      rowLabel={(file) => file.fileName}
      rowHref={(file) => `/imports/${file.id}`}
      busy={pending}
      chooserId="imports"
      page={{ page, pageSize, shown: rows.length, hasNext: page * pageSize < total, total, onPage: setPage }}
      empty={{
        kind: "nothing",
        title: "No files yet",
        text: "Import a claim file; its claims are checked and stand in the queues a moment later.",
      }}
    />
  );
}

function Amount({ count, cents, loud = false }: { count: number; cents: number; loud?: boolean }) {
  return (
    <span className="inline-flex items-baseline gap-2">
      <span className={loud ? "font-semibold text-warning-ink" : undefined}>{formatCount(count)}</span>
      <span className="min-w-24 text-right text-sm text-muted">{formatCents(cents)}</span>
    </span>
  );
}
