import Link from "next/link";
import type { DataColumn } from "@/components/data-table/column";
import type { Figure } from "@/lib/domain/kpis/dashboard-figures";
import type { BehindRow, FigureView } from "@/lib/domain/kpis/dashboard-screen";
import type { MyFigure } from "@/lib/domain/kpis/home-screen";
import { formatCount } from "@/lib/format/counts";
import { formatDate } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";
import { SIDE_LABELS } from "../figure-words";

/** The columns of the claims behind a figure: who and when, why it is in, and what it adds to both sides. */
export function behindColumns({ figure, parts, denominator }: FigureView): DataColumn<BehindRow>[] {
  const sides = SIDE_LABELS[figure as Figure | MyFigure];
  const amount = (value: number) => {
    if (value === 0) return <span className="text-faint">{parts === "cents" ? formatCents(0) : "0"}</span>;
    return parts === "cents" ? formatCents(value) : formatCount(value);
  };
  const unit = parts === "cents" ? "" : `, ${parts}`;
  const columns: DataColumn<BehindRow>[] = [
    {
      id: "claim",
      header: "Claim",
      card: "title",
      cell: (row) => (
        <Link href={`/claims/${row.claimId}`} className="font-semibold hover:underline">
          {row.claimNumber}
        </Link>
      ),
    },
    { id: "patient", header: "Patient", cell: (row) => row.patientName },
    { id: "payer", header: "Payer", cell: (row) => row.payerName },
    { id: "lines", header: "Lines", cell: (row) => <span className="text-muted">{row.lineSummary}</span> },
    { id: "service", header: "Service", cell: (row) => day(row.serviceFrom) },
    { id: "on", header: "Counted on", cell: (row) => day(row.on) },
    { id: "why", header: "Why", cell: (row) => row.why },
    {
      id: "numerator",
      header: `${sides.numerator}${unit}`,
      align: "end",
      cell: (row) => <span data-side="numerator">{amount(row.numerator)}</span>,
    },
  ];
  if (denominator !== null)
    columns.push({
      id: "denominator",
      header: `${sides.denominator ?? "Out of"}${unit}`,
      align: "end",
      cell: (row) => <span data-side="denominator">{amount(row.denominator)}</span>,
    });
  return columns;
}

function day(date: string | null) {
  return date === null ? <span className="text-faint">—</span> : formatDate(date);
}
