import Link from "next/link";
import type { DataColumn } from "@/components/data-table/column";
import type { Figure } from "@/lib/domain/kpis/dashboard-figures";
import type { BehindRow, FigureView } from "@/lib/domain/kpis/dashboard-screen";
import type { MyFigure } from "@/lib/domain/kpis/home-screen";
import { formatCount } from "@/lib/format/counts";
import { formatDate } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";
import { ON_LABELS, SIDE_LABELS } from "../figure-words";

/** The columns of the claims behind a figure: who and when, why it is in, and what it adds to both sides. */
export function behindColumns({ figure, parts, denominator }: FigureView): DataColumn<BehindRow>[] {
  const sides = SIDE_LABELS[figure as Figure | MyFigure];
  const amount = (value: number) => {
    if (value === 0) return <span className="text-faint">{parts === "cents" ? formatCents(0) : "0"}</span>;
    return parts === "cents" ? formatCents(value) : formatCount(value);
  };
  const columns: DataColumn<BehindRow>[] = [
    {
      id: "claim",
      header: "Claim",
      card: "title",
      cell: (row) => (
        <span className="block whitespace-nowrap">
          <Link href={`/claims/${row.claimId}`} className="font-semibold hover:underline">
            {row.claimNumber}
          </Link>
          <span className="block text-sm font-normal text-muted">{row.patientName}</span>
        </span>
      ),
    },
    { id: "payer", header: "Payer", cell: (row) => <Short words={row.payerName} /> },
    { id: "lines", header: "Lines", cell: (row) => <Short words={row.lineSummary} /> },
    { id: "service", header: "Service", cell: (row) => day(row.serviceFrom) },
    { id: "why", header: "Why", cell: (row) => row.why },
    {
      id: "numerator",
      header: sides.numerator,
      align: "end",
      cell: (row) => <span data-side="numerator">{amount(row.numerator)}</span>,
    },
  ];
  // Where the day of service puts a claim into the figure, it is not said twice.
  const on = ON_LABELS[figure as Figure | MyFigure];
  if (on !== undefined) columns.splice(4, 0, { id: "on", header: on, cell: (row) => day(row.on) });
  if (denominator !== null)
    columns.push({
      id: "denominator",
      header: sides.denominator ?? "Out of",
      align: "end",
      cell: (row) => <span data-side="denominator">{amount(row.denominator)}</span>,
    });
  return columns;
}

function day(date: string | null) {
  return date === null ? <span className="text-faint">—</span> : formatDate(date);
}

/** One line, cut where there is no room; the whole under the pointer. */
function Short({ words }: { words: string }) {
  return (
    <span title={words} className="block max-w-40 truncate max-sm:max-w-none">
      {words}
    </span>
  );
}
