import type { TenantTx } from "../tenant-transaction";

/** What the X-ray was taken from, and what is not in it yet. */
export interface XrayFiles {
  remittanceFiles: number;
  claimFiles: number;
  /** Files that are still being read, the one that is next first. */
  readingIds: string[];
  /** Payments whose sums do not add up: kept whole outside of every figure. */
  heldPayments: number;
  heldClaims: number;
}

export async function readXrayFiles(tx: TenantTx): Promise<XrayFiles> {
  const [row] = await tx.$queryRaw<XrayFiles[]>`
    select
      (select count(*)::int from import_file where kind = '835' and status = 'published') as "remittanceFiles",
      (select count(*)::int from import_file where kind = '837P' and status = 'published') as "claimFiles",
      array(select i.id::text from import_file i
        where i.status in ('received', 'staging', 'publishing')
          and coalesce((select j.status from background_job j where j.organization_id = i.organization_id
            and j.kind = 'import_claims' and j.payload ->> 'importId' = i.id::text
            order by j.created_at desc limit 1), '') <> 'failed'
        order by i.created_at, i.id limit 500) as "readingIds",
      (select count(*)::int from remittance_payment where status = 'held') as "heldPayments",
      (select coalesce(sum(claim_count), 0)::int from remittance_payment where status = 'held') as "heldClaims"`;
  return row!;
}
