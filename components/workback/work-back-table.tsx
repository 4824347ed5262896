"use client";

import { ArrowRight, Download } from "lucide-react";
import Link from "next/link";
import type { DataColumn } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import type { TableEmpty } from "@/components/data-table/table-states";
import { usePageUrl } from "@/components/data-table/use-page-url";
import { useShellSession } from "@/lib/query/shell-session";
import { buttonStyles } from "@/components/ui/button-styles";
import type { WorkBackEntry } from "@/lib/domain/claims/claim-screen";
import { formatInstant } from "@/lib/format/dates";
import type { WorkBackStatus } from "./work-back-status";

const EMPTY: Record<WorkBackStatus, TableEmpty> = {
  open: {
    kind: "done",
    title: "Nothing to key",
    text: "Your billing system and Dorsal agree. Corrections made here appear as rows until the next export carries them.",
  },
  closed: {
    kind: "nothing",
    title: "Nothing closed yet",
    text: "A row closes itself when a newer export carries it.",
  },
  withdrawn: {
    kind: "nothing",
    title: "Nothing withdrawn",
    text: "A row is withdrawn when its correction was undone.",
  },
};

/** Released from here: there is no second system to bring up to date. */
const NOT_NEEDED: TableEmpty = {
  kind: "done",
  title: "Nothing to key",
  text: "This practice releases its claims from here, so the corrected claim itself leaves. Rows appear where a practice bills from its own system (Organization, Billing).",
};

/** Corrections as rows to key into the practice's own system: where, what it was, what it becomes. */
export function WorkBackTable({
  rows,
  total,
  pageSize,
  status,
}: {
  rows: WorkBackEntry[];
  total: number;
  pageSize: number;
  status: WorkBackStatus;
}) {
  const { page, setPage, pending } = usePageUrl();
  const { timeZone, billingMode } = useShellSession().organization;
  const columns: DataColumn<WorkBackEntry>[] = [
    {
      id: "account",
      header: "Account",
      card: "title",
      cell: (row) => (
        <Link href={`/claims/${row.claimId}`} className="font-semibold whitespace-nowrap hover:underline">
          {row.account}
        </Link>
      ),
    },
    { id: "patient", header: "Patient", cell: (row) => row.patientName },
    { id: "payer", header: "Payer", cell: (row) => row.payerName },
    { id: "where", header: "Line and field", cell: (row) => row.where },
    {
      id: "change",
      header: "Old value → new value",
      cell: (row) => (
        <span className="inline-flex flex-wrap items-center gap-x-1.5 font-mono text-sm">
          <Value text={row.before} gone />
          <ArrowRight className="size-3.5 shrink-0 text-faint" aria-label="becomes" role="img" />
          <Value text={row.after} />
        </span>
      ),
    },
    {
      id: "since",
      header: status === "open" ? "Since" : "Ended",
      cell: (row) => (
        <span className="whitespace-nowrap">
          {formatInstant(status === "open" ? row.createdAt : (row.closedAt ?? row.createdAt), timeZone)}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={`Work-back rows, ${status}`}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowLabel={(row) => `${row.account}, ${row.where}`}
      rowHref={(row) => `/claims/${row.claimId}`}
      busy={pending}
      page={{ page, pageSize, shown: rows.length, hasNext: page * pageSize < total, total, onPage: setPage }}
      empty={status === "open" && billingMode === "inline" ? NOT_NEEDED : EMPTY[status]}
    />
  );
}

function Value({ text, gone = false }: { text: string | null; gone?: boolean }) {
  if (text === null) return <span className="font-sans text-faint">nothing</span>;
  return <span className={gone ? "text-muted line-through decoration-danger" : "font-semibold"}>{text}</span>;
}

/** The rows of a status as a file for a spreadsheet. */
export function WorkBackDownload({ status }: { status: WorkBackStatus }) {
  return (
    <a href={`/api/v1/work-back?status=${status}`} download className={buttonStyles({})}>
      <Download aria-hidden />
      Download CSV
    </a>
  );
}
