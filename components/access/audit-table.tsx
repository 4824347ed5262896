"use client";

import { Link2, Hourglass } from "lucide-react";
import Link from "next/link";
import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn } from "@/components/data-table/column";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { eventInWords } from "@/lib/domain/access/audit-areas";
import { fromSnake } from "@/lib/format/codes";
import { formatInstant } from "@/lib/format/dates";

export interface AuditRow {
  id: string;
  occurredAt: string;
  actorName: string;
  event: string;
  subjectType: string;
  subjectId: string | null;
  detail: Record<string, string | number | boolean | null | string[]>;
  requestId: string;
  isSealed: boolean;
}

/** What happened, newest first. */
export function AuditTable({
  rows,
  timeZone,
  isFiltered,
  olderHref,
  newestHref,
}: {
  rows: AuditRow[];
  timeZone: string;
  isFiltered: boolean;
  olderHref: string | null;
  newestHref: string | null;
}) {
  const columns: DataColumn<AuditRow>[] = [
    {
      id: "when",
      header: "When",
      width: "13rem",
      className: "whitespace-nowrap",
      cell: (row) => formatInstant(row.occurredAt, timeZone),
    },
    {
      id: "what",
      header: "What",
      card: "title",
      cell: (row) => <span className="font-medium">{eventInWords(row.event)}</span>,
    },
    { id: "who", header: "By", cell: (row) => row.actorName },
    { id: "subject", header: "About", cell: (row) => <Subject row={row} /> },
    { id: "detail", header: "Details", cell: (row) => <Detail detail={row.detail} /> },
    {
      id: "seal",
      header: "Chain",
      width: "7rem",
      cell: (row) =>
        row.isSealed ? (
          <Badge plain tone="success" icon={Link2}>
            Sealed
          </Badge>
        ) : (
          <Badge plain icon={Hourglass}>
            Waiting
          </Badge>
        ),
    },
  ];
  return (
    <DataTable
      caption="Audit trail"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowLabel={(row) => eventInWords(row.event)}
      footer={
        (newestHref ?? olderHref) && (
          <>
            {newestHref && (
              <ButtonLink size="small" href={newestHref}>
                Newest
              </ButtonLink>
            )}
            {olderHref && (
              <ButtonLink size="small" href={olderHref}>
                Older
              </ButtonLink>
            )}
          </>
        )
      }
      empty={
        isFiltered
          ? { kind: "no-match", title: "Nothing matches", text: "Clear a filter or widen the days." }
          : { kind: "nothing", title: "Nothing happened yet" }
      }
    />
  );
}

function Subject({ row }: { row: AuditRow }) {
  if (row.subjectId === null) return <span className="text-muted">{fromSnake(row.subjectType)}</span>;
  const label = `${fromSnake(row.subjectType)} ${row.subjectId.slice(-8)}`;
  return (
    <Link
      href={`/settings/audit?subjectId=${encodeURIComponent(row.subjectId)}`}
      title={row.subjectId}
      className="inline-flex min-h-6 items-center text-accent-ink underline decoration-accent-line underline-offset-2"
    >
      {label}
    </Link>
  );
}

/** Ids, counts and words of the program; patient data has no place in them. */
function Detail({ detail }: { detail: AuditRow["detail"] }) {
  const entries = Object.entries(detail);
  if (entries.length === 0) return <span className="text-faint">—</span>;
  return (
    <span className="flex flex-wrap gap-x-3 text-sm text-muted">
      {entries.map(([key, value]) => (
        <span key={key}>
          {fromSnake(key)}: <span className="break-all text-ink">{shown(value)}</span>
        </span>
      ))}
    </span>
  );
}

function shown(value: AuditRow["detail"][string]): string {
  if (Array.isArray(value)) return value.length > 5 ? `${value.length} ids` : value.map(short).join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value === null ? "—" : short(String(value));
}

/** Long ids are told apart by their end; their beginning is the time. */
function short(text: string): string {
  return /^[0-9a-f-]{36}$/.test(text) ? `…${text.slice(-8)}` : text;
}
