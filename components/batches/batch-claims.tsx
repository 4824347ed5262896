"use client";

import Link from "next/link";
import type { DataColumn } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { Badge } from "@/components/ui/badge";
import { CLAIM_STATUS_LABELS, type ClaimStatus } from "@/lib/domain/claims/lifecycle";
import { countOf } from "@/lib/format/counts";
import { formatCents } from "@/lib/format/money";

export interface BatchClaim {
  claimId: string;
  claimNumber: string;
  patientName: string;
  payerName: string;
  lineSummary: string;
  versionNumber: number;
  chargeCents: number;
  status: string;
}

const COLUMNS: DataColumn<BatchClaim>[] = [
  {
    id: "claim",
    header: "Claim",
    card: "title",
    cell: (claim) => (
      <Link href={`/claims/${claim.claimId}`} className="font-semibold hover:underline">
        {claim.claimNumber}
      </Link>
    ),
  },
  { id: "patient", header: "Patient", cell: (claim) => claim.patientName },
  { id: "payer", header: "Payer", cell: (claim) => claim.payerName },
  { id: "lines", header: "Lines", cell: (claim) => <span className="text-muted">{claim.lineSummary}</span> },
  { id: "version", header: "Version", align: "end", width: "5rem", cell: (claim) => claim.versionNumber },
  {
    id: "status",
    header: "Now",
    cell: (claim) => <Badge plain>{CLAIM_STATUS_LABELS[claim.status as ClaimStatus] ?? claim.status}</Badge>,
  },
  { id: "charge", header: "Charge", align: "end", cell: (claim) => formatCents(claim.chargeCents) },
];

/** The claims that left in a batch; only those in sight are drawn. */
export function BatchClaims({ claims }: { claims: BatchClaim[] }) {
  const total = claims.reduce((sum, claim) => sum + claim.chargeCents, 0);
  return (
    <DataTable
      caption="Claims of the batch"
      columns={COLUMNS}
      rows={claims}
      rowId={(claim) => claim.claimId}
      rowLabel={(claim) => `claim ${claim.claimNumber}`}
      rowHref={(claim) => `/claims/${claim.claimId}`}
      maxHeight="calc(100dvh - 18rem)"
      virtual={claims.length > 200}
      footer={
        <>
          {countOf(claims.length, "claim")} · <strong className="text-ink">{formatCents(total)}</strong>
        </>
      }
      empty={{ kind: "nothing", title: "This batch holds no claims" }}
    />
  );
}
