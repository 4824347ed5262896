"use client";

import Link from "next/link";
import type { DataColumn } from "@/components/data-table/column";
import { Badge } from "@/components/ui/badge";
import { DeadlineBadge } from "@/components/ui/deadline-badge";
import { MemberMark } from "@/components/ui/member-mark";
import type { DenialEntry } from "@/lib/domain/denials/denial-screen";
import { whyOpen } from "@/lib/domain/denials/denial-words";
import { DENIAL_STATUS_LABELS } from "@/lib/domain/denials/lifecycle";
import { formatDate, withDatesFormatted } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";
import { STATUS_TONES } from "../status-tones";
import { useDenialSetting } from "./denial-setting";
import { TierPopover } from "./tier-popover";

/** The row of a denial; orders that the server knows stand at their columns. */
export const DENIAL_COLUMNS: readonly DataColumn<DenialEntry>[] = [
  {
    id: "claim",
    header: "Patient and claim",
    card: "title",
    cell: (row) => (
      <span className="flex min-w-0 items-baseline gap-x-2 whitespace-nowrap max-sm:flex-wrap">
        <Link
          href={`/denials/${row.id}`}
          // Fifty rows would be fifty requests; the first few are prefetched by the screen.
          prefetch={false}
          title={row.patientName}
          className="max-w-40 truncate font-semibold text-ink hover:underline max-sm:max-w-none 2xl:max-w-none"
          aria-label={`${row.patientName}, claim ${row.claimNumber}`}
        >
          {row.patientName}
        </Link>
        <span className="font-mono text-sm text-muted">{row.claimNumber}</span>
      </span>
    ),
  },
  {
    id: "payer",
    header: "Payer",
    hideable: true,
    cell: (row) => (
      <span className="block max-w-24 truncate max-sm:max-w-none 2xl:max-w-none" title={row.payerName}>
        {row.payerName}
      </span>
    ),
  },
  {
    id: "category",
    header: "Why it was denied",
    cell: (row) => (
      <span className="flex max-w-72 min-w-0 items-baseline gap-1.5 max-sm:max-w-none max-sm:flex-wrap max-sm:justify-end 2xl:max-w-120">
        <span className="shrink-0 whitespace-nowrap">{whyOpen(row)}</span>
        <span className="min-w-0 truncate font-mono text-sm text-muted" title={row.lineSummary}>
          {row.lineSummary}
        </span>
      </span>
    ),
  },
  {
    id: "amount",
    header: "Denied",
    align: "end",
    sort: "amount",
    cell: (row) => <span className="font-mono">{formatCents(row.amountCents)}</span>,
  },
  { id: "tier", header: "Tier", sort: "score", cell: (row) => <TierPopover row={row} /> },
  {
    id: "deadline",
    header: "Deadline",
    sort: "deadline",
    cell: (row) => (
      <DeadlineBadge
        {...row.deadline}
        title={
          row.deadlineOn
            ? `${formatDate(row.deadlineOn)}: ${withDatesFormatted(row.deadlineSource ?? "source not known")}`
            : (row.deadlineSource ?? "The payer's limit is not known")
        }
      />
    ),
  },
  {
    id: "status",
    header: "Status",
    hideable: true,
    cell: (row) => (
      <Badge tone={STATUS_TONES[row.status]} plain>
        {DENIAL_STATUS_LABELS[row.status]}
      </Badge>
    ),
  },
  {
    id: "age",
    header: "Age",
    align: "end",
    sort: "age",
    hideable: true,
    cell: (row) => (
      <span className="whitespace-nowrap text-muted" title={`Denied on ${formatDate(row.openedOn)}`}>
        <span aria-hidden>{row.ageDays === 0 ? "today" : `${row.ageDays} d`}</span>
        <span className="sr-only">{row.ageDays === 0 ? "today" : `${row.ageDays} days`}</span>
      </span>
    ),
  },
  { id: "who", header: "With", cell: (row) => <WithWhom row={row} /> },
];

function WithWhom({ row }: { row: DenialEntry }) {
  const { me } = useDenialSetting();
  if (!row.ownerName) return <span className="text-sm text-faint">nobody</span>;
  return <MemberMark name={row.ownerName} isMe={row.ownerId === me.id} />;
}
