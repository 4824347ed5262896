"use client";

import { LockKeyhole } from "lucide-react";
import Link from "next/link";
import type { DataColumn } from "@/components/data-table/column";
import { DeadlineBadge } from "@/components/ui/deadline-badge";
import type { WorklistEntry } from "@/lib/domain/claims/claim-screen";
import { formatDate } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";
import { MemberMark } from "./member-mark";
import { ReasonChips } from "./reason-chips";

/** Roles that are not the surgeon's stand behind the codes, short, with their words for whoever hovers or listens. */
const ROLES: Readonly<Record<string, { short: string; words: string }>> = {
  assistant: { short: "asst", words: "assistant surgeon" },
  anaesthesia: { short: "anaes", words: "anaesthesia" },
  asc_facility: { short: "ASC", words: "surgery centre" },
  hospital: { short: "hosp", words: "hospital" },
};

/** The columns of words share what the others leave; only where that is too little they are cut. */
const GIVES_WAY = "sm:max-w-0";

/** The row of a claim; orders that the server knows stand at their columns. */
export const WORKLIST_COLUMNS: readonly DataColumn<WorklistEntry>[] = [
  {
    id: "claim",
    header: "Patient and claim",
    card: "title",
    cell: (row) => (
      <span className="flex min-w-0 items-baseline gap-x-2 whitespace-nowrap max-sm:flex-wrap">
        <Link
          href={`/claims/${row.id}`}
          // Fifty rows would be fifty requests; the first few are prefetched by the screen.
          prefetch={false}
          title={row.patientName}
          className="max-w-44 truncate font-semibold text-ink hover:underline max-sm:max-w-none 2xl:max-w-none"
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
    className: `${GIVES_WAY} sm:w-2/5 sm:min-w-26`,
    cell: (row) => (
      <span className="block truncate" title={row.payerName}>
        {row.payerName}
      </span>
    ),
  },
  {
    id: "codes",
    header: "Codes",
    cell: (row) => (
      <span className="flex max-w-36 items-baseline gap-1.5 max-sm:max-w-none sm:max-[89rem]:max-w-27 2xl:max-w-56">
        <span className="min-w-0 truncate font-mono" title={row.lineSummary}>
          {row.lineSummary}
        </span>
        <RoleMark role={row.role} />
      </span>
    ),
  },
  {
    id: "reasons",
    header: "Why it is here",
    className: `${GIVES_WAY} sm:w-3/5 sm:min-w-44`,
    cell: (row) => <ReasonChips row={row} />,
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
      <span className="whitespace-nowrap text-muted" title="Since it arrived">
        <span aria-hidden>{row.ageDays === 0 ? "today" : `${row.ageDays} d`}</span>
        <span className="sr-only">{row.ageDays === 0 ? "today" : `${row.ageDays} days`}</span>
      </span>
    ),
  },
  { id: "who", header: "With", cell: (row) => <WithWhom row={row} /> },
];

function RoleMark({ role }: { role: string }) {
  const mark = ROLES[role];
  if (!mark) return null;
  return (
    <abbr title={`Billed as ${mark.words}`} className="shrink-0 text-sm text-faint no-underline">
      {mark.short}
    </abbr>
  );
}

function WithWhom({ row }: { row: WorklistEntry }) {
  return (
    <span className="inline-flex items-center gap-1">
      {row.assignedToName ? (
        <MemberMark name={row.assignedToName} id={row.assignedToId} />
      ) : (
        <span className="text-sm text-faint" title="With nobody">
          <span aria-hidden>—</span>
          <span className="sr-only">nobody</span>
        </span>
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
