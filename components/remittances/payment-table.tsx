"use client";

import Link from "next/link";
import type { DataColumn } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { usePageUrl } from "@/components/data-table/use-page-url";
import type { TableEmpty } from "@/components/data-table/table-states";
import type { PaymentEntry } from "@/lib/domain/remittances/remittance-screen";
import { countOf, formatCount } from "@/lib/format/counts";
import { formatDate } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";
import { PaymentVerdict } from "./payment-verdict";

const COLUMNS: DataColumn<PaymentEntry>[] = [
  {
    id: "number",
    header: "Payment",
    card: "title",
    cell: (payment) => (
      <Link
        href={`/remittances/${payment.id}`}
        className="font-mono font-semibold whitespace-nowrap hover:underline"
      >
        {payment.trace ?? "without a number"}
      </Link>
    ),
  },
  {
    id: "on",
    header: "Paid on",
    cell: (payment) =>
      payment.paidOn ? (
        formatDate(payment.paidOn)
      ) : (
        <span className="text-warning-ink" title={`Counted on ${formatDate(payment.postedOn)}`}>
          no day
        </span>
      ),
  },
  { id: "payer", header: "Payer", cell: (payment) => payment.payerName },
  {
    id: "method",
    header: "How",
    hideable: true,
    cell: (payment) => <span className="whitespace-nowrap">{payment.method ?? "—"}</span>,
  },
  { id: "claims", header: "Claims", align: "end", cell: (payment) => formatCount(payment.claimCount) },
  {
    id: "notes",
    header: "To look at",
    hideable: true,
    cell: (payment) => <Notes payment={payment} />,
  },
  {
    id: "for",
    header: "For claims",
    align: "end",
    cell: (payment) => <Money cents={payment.claimsPaidCents} />,
  },
  {
    id: "outside",
    header: "Outside of claims",
    align: "end",
    cell: (payment) => <Money cents={-payment.providerCents} quiet />,
  },
  {
    id: "deposit",
    header: "Deposit",
    align: "end",
    cell: (payment) => <Money cents={payment.amountCents} strong />,
  },
  { id: "verdict", header: "Balance", cell: (payment) => <PaymentVerdict payment={payment} /> },
];

const EMPTY: Record<"none" | "held" | "narrowed" | "known", TableEmpty> = {
  known: {
    kind: "done",
    title: "No payment of its own",
    text: "Every payment of this file was posted before with another file.",
  },
  none: {
    kind: "nothing",
    title: "No payments yet",
    text: "Import a remittance (835): each payment is posted to the claims it pays, or held with the exact difference.",
  },
  held: {
    kind: "done",
    title: "Nothing is held",
    text: "Every payment that came is worth what its claims say.",
  },
  narrowed: { kind: "no-match", title: "No payment matches", text: "Choose another month or payer." },
};

/** Payments, newest money first. */
export function PaymentTable({
  rows,
  total,
  pageSize,
  empty,
}: {
  rows: PaymentEntry[];
  total: number;
  pageSize: number;
  empty: keyof typeof EMPTY;
}) {
  const { page, setPage, pending } = usePageUrl();
  return (
    <DataTable
      caption="Payments, newest first"
      columns={COLUMNS}
      rows={rows}
      rowId={(payment) => payment.id}
      rowLabel={(payment) => `payment ${payment.trace ?? "without a number"}`}
      rowHref={(payment) => `/remittances/${payment.id}`}
      busy={pending}
      chooserId="remittances"
      page={{ page, pageSize, shown: rows.length, hasNext: page * pageSize < total, total, onPage: setPage }}
      empty={EMPTY[empty]}
    />
  );
}

function Money({
  cents,
  quiet = false,
  strong = false,
}: {
  cents: number;
  quiet?: boolean;
  strong?: boolean;
}) {
  if (quiet && cents === 0) return <span className="text-faint">—</span>;
  return (
    <span
      className={`font-mono whitespace-nowrap ${strong ? "font-semibold" : ""} ${quiet ? "text-warning-ink" : ""}`}
    >
      {formatCents(cents)}
    </span>
  );
}

function Notes({ payment }: { payment: PaymentEntry }) {
  const notes = [
    payment.deniedCount > 0 && countOf(payment.deniedCount, "denial"),
    payment.unappliedCount > 0 && `${formatCount(payment.unappliedCount)} unmatched`,
    payment.bornCount > 0 && `${formatCount(payment.bornCount)} not sent from here`,
    payment.unreadableCount > 0 && `${formatCount(payment.unreadableCount)} unreadable`,
  ].filter(Boolean);
  if (notes.length === 0) return <span className="text-faint">—</span>;
  return <span className="inline-block min-w-36">{notes.join(", ")}</span>;
}
