import type { FieldDifference } from "@/lib/domain/claims/change";
import type { TenantTx } from "../tenant-transaction";

export interface ImportedClaimRow {
  claimId: string;
  claimNumber: string;
  versionNumber: number;
  /** Against the version before; null for a claim that came with this import. */
  differences: FieldDifference[] | null;
  patientName: string;
  payerName: string;
  role: string;
  status: string;
  lineSummary: string;
  chargeCents: number;
  serviceFrom: string | null;
  blockCount: number;
  reviewCount: number;
}

/** Claims that an import brought (`new`) or changed (`changed`), in file order. */
export async function listImportedClaims(
  tx: TenantTx,
  importId: string,
  outcome: "new" | "changed" | null,
  limit: number,
  offset: number,
): Promise<ImportedClaimRow[]> {
  return tx.$queryRaw<ImportedClaimRow[]>`
    select c.id as "claimId", c.claim_number as "claimNumber", v.version_number as "versionNumber", v.differences,
      p.last_name || coalesce(', ' || p.first_name, '') as "patientName", y.name as "payerName",
      c.claim_role as "role", c.status, c.line_summary as "lineSummary", c.charge_cents::float8 as "chargeCents",
      c.service_from::text as "serviceFrom", c.block_count as "blockCount", c.review_count as "reviewCount"
    from claim_version v
    join claim c on c.organization_id = v.organization_id and c.id = v.claim_id
    join patient p on p.organization_id = c.organization_id and p.id = c.patient_id
    join payer y on y.organization_id = c.organization_id and y.id = c.payer_id
    where v.import_id = ${importId}::uuid
      and (${outcome}::text is null or (v.version_number = 1) = (${outcome} = 'new'))
    order by v.byte_start limit ${limit} offset ${offset}`;
}
