"use client";

import Link from "next/link";
import type { DataColumn } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { VirtualDataTable } from "@/components/data-table/virtual-data-table";
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

/** Longer batches are drawn as far as they are in sight. */
const DRAWN_AT_ONCE = 200;

/** The claims that left in a batch; only those in sight are drawn. */
export function BatchClaims({ claims }: { claims: BatchClaim[] }) {
  const total = claims.reduce((sum, claim) => sum + claim.chargeCents, 0);
  const table = {
    caption: "Claims of the batch",
    columns: COLUMNS,
    rows: claims,
    rowId: (claim: BatchClaim) => claim.claimId,
    rowLabel: (claim: BatchClaim) => `claim ${claim.claimNumber}`,
    rowHref: (claim: BatchClaim) => `/claims/${claim.claimId}`,
    maxHeight: "calc(100dvh - 18rem)",
    footer: (
      <>
        {countOf(claims.length, "claim")} · <strong className="text-ink">{formatCents(total)}</strong>
      </>
    ),
    empty: { kind: "nothing", title: "This batch holds no claims" },
  } as const;
  return claims.length > DRAWN_AT_ONCE ? <VirtualDataTable {...table} /> : <DataTable {...table} />;
}
