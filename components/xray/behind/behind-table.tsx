"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { DataColumn } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { usePageUrl } from "@/components/data-table/use-page-url";
import type { XrayListRow, XrayListView } from "@/lib/domain/xray/xray-screen";
import { countOf } from "@/lib/format/counts";
import { formatDate, withDatesFormatted } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";

/** The lines or claims behind a figure, a page at a time, those with the most money first. */
export function BehindTable({ view }: { view: XrayListView }) {
  const { rows, total, page, pageSize, of, cents, title } = view;
  const { setPage, pending } = usePageUrl();
  const router = useRouter();
  return (
    <DataTable
      caption={`${title}: ${of}`}
      columns={columnsOf(view)}
      rows={rows}
      rowId={({ id }) => id}
      rowLabel={({ claimNumber }) => `claim ${claimNumber}`}
      onOpen={({ href }) => href !== null && router.push(href)}
      busy={pending}
      footer={
        <>
          On all pages: {countOf(total, of.slice(0, -1))}, {formatCents(cents)}
        </>
      }
      page={{ page, pageSize, shown: rows.length, hasNext: page * pageSize < total, total, onPage: setPage }}
      empty={{
        kind: "nothing",
        title: "Nothing stands behind this figure",
        text: "The remittances that are here hold none of it.",
      }}
    />
  );
}

function columnsOf({ address, of }: XrayListView): DataColumn<XrayListRow>[] {
  const isOfLines = of === "lines";
  const isOfDenials = address.list === "denied" || address.list === "open";
  const columns: (DataColumn<XrayListRow> | false)[] = [
    {
      id: "claim",
      header: "Claim",
      card: "title",
      cell: (row) => (
        <span className="block whitespace-nowrap">
          {row.href === null ? (
            <span className="font-semibold">{row.claimNumber}</span>
          ) : (
            <Link href={row.href} className="font-semibold hover:underline">
              {row.claimNumber}
            </Link>
          )}
          <span className="block text-sm font-normal text-muted">{row.patientName}</span>
        </span>
      ),
    },
    isOfLines && { id: "payer", header: "Payer", cell: (row) => row.payerName },
    isOfLines && {
      id: "code",
      header: "Code",
      cell: (row) => <span className="whitespace-nowrap">{row.code}</span>,
    },
    isOfLines && { id: "service", header: "Service", cell: (row) => day(row.serviceOn) },
    isOfLines && { id: "decided", header: "Answered", cell: (row) => day(row.decidedOn) },
    {
      id: "why",
      header: address.list === "answered" ? "First answer" : "Why",
      cell: (row) => (
        <>
          {row.why}
          {row.detail && <span className="block text-sm text-muted">{row.detail}</span>}
        </>
      ),
    },
    isOfDenials && {
      id: "recovery",
      header: "Recovery",
      cell: (row) =>
        row.recovery === null ? (
          <span className="text-muted">Not denied any more</span>
        ) : (
          <>
            {row.recovery.tier}, {row.recovery.window.toLowerCase()}
            <span className="block text-sm text-muted">{withDatesFormatted(row.recovery.words)}</span>
          </>
        ),
    },
    {
      id: "cents",
      header: address.list === "denied" ? "Denied at first" : isOfDenials ? "Still denied" : "Charged",
      align: "end",
      cell: (row) => <span data-cents={row.cents}>{formatCents(row.cents)}</span>,
    },
    address.list === "denied" && {
      id: "open",
      header: "Still denied",
      align: "end",
      cell: (row) => formatCents(row.openCents ?? 0),
    },
  ];
  return columns.filter((column) => column !== false);
}

function day(date: string | null) {
  return date === null ? <span className="text-faint">—</span> : formatDate(date);
}
