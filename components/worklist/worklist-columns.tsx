"use client";

import { LockKeyhole } from "lucide-react";
import Link from "next/link";
import type { DataColumn } from "@/components/data-table/column";
import { DeadlineBadge } from "@/components/ui/deadline-badge";
import type { WorklistEntry } from "@/lib/domain/claims/claim-screen";
import { formatDate, formatDateNumeric } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";
import { MemberMark } from "./member-mark";
import { ReasonChips } from "./reason-chips";

const ROLES: Readonly<Record<string, string>> = {
  surgeon: "Surgeon",
  assistant: "Assistant",
  anaesthesia: "Anaesthesia",
  asc_facility: "Surgery centre",
  hospital: "Hospital",
};

/** The row of a claim; orders that the server knows stand at their columns. */
export const WORKLIST_COLUMNS: readonly DataColumn<WorklistEntry>[] = [
  {
    id: "claim",
    header: "Patient and claim",
    card: "title",
    cell: (row) => (
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <Link
          href={`/claims/${row.id}`}
          className="font-semibold text-ink hover:underline"
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
    cell: (row) => <span className="block max-w-44 truncate">{row.payerName}</span>,
  },
  {
    id: "role",
    header: "Billed as",
    hideable: true,
    cell: (row) => <span className="whitespace-nowrap text-muted">{ROLES[row.role] ?? row.role}</span>,
  },
  {
    id: "codes",
    header: "Codes",
    cell: (row) => (
      <span className="block max-w-44 truncate font-mono" title={row.lineSummary}>
        {row.lineSummary}
      </span>
    ),
  },
  { id: "reasons", header: "Why it is here", cell: (row) => <ReasonChips row={row} /> },
  {
    id: "service",
    header: "Service",
    hideable: true,
    cell: (row) => (
      <span className="whitespace-nowrap text-muted">
        {row.serviceFrom ? formatDateNumeric(row.serviceFrom) : "no date"}
      </span>
    ),
  },
  {
    id: "amount",
    header: "Amount",
    align: "end",
    sort: "charge",
    cell: (row) => <span className="font-mono">{formatCents(row.chargeCents)}</span>,
  },
  {
    id: "deadline",
    header: "Deadline",
    sort: "deadline",
    cell: (row) => (
      <DeadlineBadge
        {...row.deadline}
        title={
          row.filingDeadline
            ? `Must reach the payer by ${formatDate(row.filingDeadline)}`
            : "The payer's filing limit is not known"
        }
      />
    ),
  },
  {
    id: "age",
    header: "Age",
    align: "end",
    sort: "age",
    hideable: true,
    cell: (row) => (
      <span className="text-muted">
        {row.ageDays === 0 ? "today" : row.ageDays === 1 ? "1 day" : `${row.ageDays} days`}
      </span>
    ),
  },
  { id: "who", header: "With", cell: (row) => <WithWhom row={row} /> },
];

function WithWhom({ row }: { row: WorklistEntry }) {
  return (
    <span className="inline-flex items-center gap-1">
      {row.assignedToName ? (
        <MemberMark name={row.assignedToName} id={row.assignedToId} />
      ) : (
        <span className="text-sm text-faint">nobody</span>
      )}
      {row.lockedByName && (
        <span
          className="inline-flex items-center text-warning-ink"
          title={`${row.lockedByName} has it open now`}
        >
          <LockKeyhole className="size-3.5" aria-hidden />
          <span className="sr-only">, open with {row.lockedByName} now</span>
        </span>
      )}
    </span>
  );
}
