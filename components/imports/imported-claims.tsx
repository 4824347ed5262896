"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { DataColumn } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { usePageUrl } from "@/components/data-table/use-page-url";
import { Badge } from "@/components/ui/badge";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { CLAIM_STATUS_LABELS, type ClaimStatus } from "@/lib/domain/claims/lifecycle";
import type { ImportedClaimEntry } from "@/lib/domain/imports/import-screen";
import { formatDate, withDatesFormatted } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";

const COLUMNS: DataColumn<ImportedClaimEntry>[] = [
  {
    id: "claim",
    header: "Claim",
    card: "title",
    cell: (claim) => (
      <Link href={`/claims/${claim.claimId}`} className="font-semibold whitespace-nowrap hover:underline">
        {claim.claimNumber}
      </Link>
    ),
  },
  { id: "patient", header: "Patient", cell: (claim) => claim.patientName },
  { id: "payer", header: "Payer", cell: (claim) => claim.payerName },
  {
    id: "service",
    header: "Service",
    cell: (claim) => (claim.serviceFrom ? formatDate(claim.serviceFrom) : "—"),
  },
  { id: "lines", header: "Lines", cell: (claim) => <span className="text-muted">{claim.lineSummary}</span> },
  { id: "findings", header: "Findings", cell: (claim) => <Findings claim={claim} /> },
  {
    id: "status",
    header: "Now",
    cell: (claim) => <Badge plain>{CLAIM_STATUS_LABELS[claim.status as ClaimStatus] ?? claim.status}</Badge>,
  },
  { id: "charge", header: "Charge", align: "end", cell: (claim) => formatCents(claim.chargeCents) },
];

const CHANGES: DataColumn<ImportedClaimEntry> = {
  id: "changes",
  header: "What changed",
  cell: (claim) => <Changes claim={claim} />,
};

/** Claims that the import brought, or changed; a changed one with what is different now. */
export function ImportedClaims({
  outcome,
  rows,
  total,
  pageSize,
}: {
  outcome: "new" | "changed";
  rows: ImportedClaimEntry[];
  total: number;
  pageSize: number;
}) {
  const { page, setPage, pending } = usePageUrl();
  const columns =
    outcome === "new"
      ? COLUMNS
      : [...COLUMNS.filter((column) => column.id !== "lines").slice(0, 3), CHANGES, ...COLUMNS.slice(5)];
  return (
    <DataTable
      caption={outcome === "new" ? "New claims, in file order" : "Changed claims, in file order"}
      columns={columns}
      rows={rows}
      rowId={(claim) => claim.claimId}
      rowLabel={(claim) => `claim ${claim.claimNumber}`}
      rowHref={(claim) => `/claims/${claim.claimId}`}
      busy={pending}
      page={{ page, pageSize, shown: rows.length, hasNext: page * pageSize < total, total, onPage: setPage }}
      empty={{
        kind: "nothing",
        title: outcome === "new" ? "No new claims" : "No changed claims",
        text:
          outcome === "new"
            ? "Every posted claim was here before."
            : "No claim of this file differs from what was here before.",
      }}
    />
  );
}

function Findings({ claim }: { claim: ImportedClaimEntry }) {
  if (claim.blockCount === 0 && claim.reviewCount === 0) return <SeverityBadge severity="clean" plain />;
  return (
    <span className="inline-flex gap-1">
      {claim.blockCount > 0 && <SeverityBadge severity="block">{claim.blockCount} block</SeverityBadge>}
      {claim.reviewCount > 0 && <SeverityBadge severity="review">{claim.reviewCount} review</SeverityBadge>}
    </span>
  );
}

function Changes({ claim }: { claim: ImportedClaimEntry }) {
  if (claim.differences.length === 0) {
    return <span className="text-success-ink">Carries what was corrected here</span>;
  }
  return (
    <ul className="grid gap-0.5">
      {claim.differences.map((difference, index) => (
        <li key={index} className="flex flex-wrap items-center gap-x-1.5 text-sm">
          <span className="text-muted">{difference.where}:</span>
          <span className="font-mono text-muted line-through decoration-danger">
            {withDatesFormatted(difference.before ?? "nothing")}
          </span>
          <ArrowRight className="size-3 text-faint" role="img" aria-label="becomes" />
          <span className="font-mono font-semibold">{withDatesFormatted(difference.after ?? "nothing")}</span>
        </li>
      ))}
    </ul>
  );
}
