import type { TestTenant } from "../bench/a-tenant";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { Claim } from "@/lib/domain/claims/claim";
import type { ImportView } from "@/lib/domain/imports/import-screen";
import { sourceOfClaim } from "@/lib/edi/segments-of-claim";
import { write837 } from "@/lib/edi/write-837";
import { createImport, type CreatedImport } from "@/lib/use-cases/imports/create-import";
import { getImport } from "@/lib/use-cases/imports/list-imports";
import { runImport, type RunImportOptions } from "@/lib/use-cases/imports/run-import";

let control = 0;

/** An export of these claims; every call gives another file (its control number differs), as a real system's would. */
export function fileOf(claims: Claim[], at = "2026-06-10T18:00:00Z"): string {
  control += 1;
  return write837({
    claims: claims.map((claim) => ({ claim, source: sourceOfClaim(claim) })),
    lineBreaks: true,
    envelope: {
      ...{ senderId: "HARBOR", receiverId: "CLEARHOUSE", controlNumber: control, usage: "T" },
      submitter: { name: "HARBOR PAIN GROUP", id: "HARBOR", contactName: "BILLING", phone: "7195550100" },
      receiver: { name: "EXAMPLE CLEARINGHOUSE", id: "CLEARHOUSE" },
      at: new Date(at),
    },
  });
}

/** A body as the network brings it: in pieces. */
export async function* streamOf(text: string, pieceBytes = 10_000): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    await Promise.resolve();
    yield bytes.subarray(at, at + pieceBytes);
  }
}

export function receive(
  tenant: TestTenant,
  text: string,
  meta: { fileName?: string; isHistory?: boolean } = {},
): Promise<CreatedImport> {
  const { fileName = "claims.837", isHistory = false } = meta;
  return createImport(tenant.actors.coder, { fileName, source: "upload", isHistory }, streamOf(text));
}

export const viewOf = (tenant: TestTenant, importId: string): Promise<ImportView> =>
  getImport.execute(tenant.actors.coder, { importId });

/** Receives and runs a file; answers what became of it. */
export async function importFile(
  tenant: TestTenant,
  text: string,
  meta: { fileName?: string; isHistory?: boolean } = {},
  options: RunImportOptions = {},
): Promise<ImportView> {
  const { importId, jobId } = await receive(tenant, text, meta);
  await runImport({ organizationId: tenant.organizationId, importId, jobId }, options);
  return viewOf(tenant, importId);
}

export interface StoredClaimRow {
  id: string;
  claim_number: string;
  cycle: number;
  status: string;
  queue: string;
  current_version: number;
  charge_cents: number;
  block_count: number;
  review_count: number;
  missing_count: number;
}

/** Every claim of the organization by number and cycle. */
export function claimsOf(tenant: TestTenant): Promise<StoredClaimRow[]> {
  return withTenant(
    tenant,
    (tx) => tx.$queryRaw<StoredClaimRow[]>`
      select id, claim_number, cycle, status, queue, current_version, charge_cents::float8 as charge_cents,
        block_count, review_count, missing_count from claim order by claim_number, cycle`,
  );
}

/** How many rows each table of the organization holds: what "nothing was left behind" means. */
export async function rowCounts(tenant: TestTenant): Promise<Record<string, number>> {
  const tables = [
    ...[
      "claim",
      "claim_version",
      "claim_line",
      "claim_finding",
      "claim_missing_fact",
      "patient",
      "encounter",
    ],
    ...["payer", "billing_entity", "staged_claim", "quarantined_claim", "work_back_row"],
  ];
  const text = tables
    .map((name) => `select '${name}' as name, count(*)::int as count from ${name}`)
    .join(" union all ");
  const rows = await withTenant(tenant, (tx) => tx.$queryRawUnsafe<{ name: string; count: number }[]>(text));
  return Object.fromEntries(rows.map((row) => [row.name, row.count]));
}
