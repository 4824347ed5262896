import type { Claim } from "@/lib/domain/claims/claim";
import type { TenantTx } from "../tenant-transaction";

/** A claim as it first left the house, with what its edits hang on. */
export interface SentClaimRow {
  claimId: string;
  claim: Claim;
  billingEntityId: string;
  claimNumber: string;
  payerId: string;
  patientId: string;
  encounterId: string;
  /** The day of its release, else the day its file was made. */
  madeOn: string | null;
}

/**
 * Claims under the numbers of some claims (all cycles of each number), as they left: what was released from here as it was
 * released, all others as the first file brought them. Claims that only remittances know are left out.
 */
export async function listSentClaims(tx: TenantTx, claimIds: readonly string[]): Promise<SentClaimRow[]> {
  return tx.$queryRaw<SentClaimRow[]>`
    select c.id as "claimId", v.content as claim, c.billing_entity_id as "billingEntityId",
      c.claim_number as "claimNumber", c.payer_id as "payerId", c.patient_id as "patientId",
      c.encounter_id as "encounterId",
      coalesce(case when c.status = 'released' then released.day end, i.file_date, v.created_at::date)::text as "madeOn"
    from (select distinct billing_entity_id, claim_number from claim where id = any(${[...claimIds]}::uuid[])) n
    join claim c on c.billing_entity_id = n.billing_entity_id and c.claim_number = n.claim_number
    join lateral (
      select w.content, w.import_id, w.created_at from claim_version w
      where w.organization_id = c.organization_id and w.claim_id = c.id
        and (c.status <> 'released' or w.version_number = c.current_version)
      order by w.version_number limit 1
    ) v on true
    left join import_file i on i.organization_id = c.organization_id and i.id = v.import_id
    left join lateral (
      select min(b.created_at)::date as day from release_batch_claim k
      join release_batch b on b.organization_id = k.organization_id and b.id = k.batch_id
      where k.organization_id = c.organization_id and k.claim_id = c.id and b.status <> 'undone'
    ) released on true
    where c.status <> 'remittance_only'
    order by c.id`;
}

/** Who some claims are about, and where they are shown; by id. */
export async function listClaimNames(tx: TenantTx, claimIds: readonly string[]): Promise<ClaimNameRow[]> {
  return tx.$queryRaw<ClaimNameRow[]>`
    select c.id as "claimId", concat_ws(', ', p.last_name, p.first_name) as "patientName",
      c.status <> 'remittance_only' as "hasFile",
      (select d.id from denial_item d where d.organization_id = c.organization_id and d.claim_id = c.id
       order by d.id desc limit 1) as "denialId"
    from claim c
    join patient p on p.organization_id = c.organization_id and p.id = c.patient_id
    where c.id = any(${[...claimIds]}::uuid[])`;
}

export interface ClaimNameRow {
  claimId: string;
  patientName: string;
  /** False while only remittances know the claim: then its denial is all there is to open. */
  hasFile: boolean;
  /** Its denial in the queues; null where there is none. */
  denialId: string | null;
}
