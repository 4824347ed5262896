import type { Claim } from "@/lib/domain/claims/claim";
import type { OpenWorkBackRow } from "@/lib/domain/claims/work-back";
import type { StoredCycle } from "@/lib/domain/imports/judge-arrival";
import type { TenantTx } from "../tenant-transaction";

/** What is stored that arriving claims are compared with. Every function takes a whole chunk at once. */

export interface EntityRow {
  id: string;
  taxId: string;
  npi: string;
  kind: string;
  active: boolean;
}

/** Every billing entity of the organization. */
export async function listEntities(tx: TenantTx): Promise<EntityRow[]> {
  return tx.billingEntity.findMany({
    select: { id: true, taxId: true, npi: true, kind: true, active: true },
  });
}

export interface StoredClaim extends StoredCycle {
  billingEntityId: string;
  claimNumber: string;
  currentVersion: number;
  version: number;
}

/** Every cycle of claims that have one of these numbers at their billing entity. */
export async function listStoredClaims(
  tx: TenantTx,
  keys: readonly { billingEntityId: string; claimNumber: string }[],
): Promise<StoredClaim[]> {
  if (keys.length === 0) return [];
  const entities = keys.map((key) => key.billingEntityId);
  const numbers = keys.map((key) => key.claimNumber);
  return tx.$queryRaw<StoredClaim[]>`
    select c.id as "claimId", c.billing_entity_id as "billingEntityId", c.claim_number as "claimNumber", c.cycle,
      c.status, c.responsibility, c.current_version as "currentVersion", c.version,
      coalesce(v.fingerprint, '') as "currentFingerprint", coalesce(e.fingerprint, '') as "exportedFingerprint"
    from (select distinct * from unnest(${entities}::uuid[], ${numbers}::text[])) as k(entity, number)
    join claim c on c.billing_entity_id = k.entity and c.claim_number = k.number
    left join claim_version v on v.organization_id = c.organization_id and v.claim_id = c.id
      and v.version_number = c.current_version
    left join lateral (
      select i.fingerprint from claim_version i
      where i.organization_id = c.organization_id and i.claim_id = c.id and i.origin = 'import'
      order by i.version_number desc limit 1
    ) e on true`;
}

export interface KnownPatient {
  matchKey: string;
  patientId: string;
  /** Moves when a claim of the patient changes or a fact is answered: what was decided before is then decided anew. */
  state: string;
}

/** Counts over a patient's claims and facts; `p` is the patient. One text, here and where publishing compares it. */
export const PATIENT_STATE = `concat(
  (select concat(count(*), '/', sum(c.version)) from claim c
   where c.organization_id = p.organization_id and c.patient_id = p.id), ' ',
  (select count(*) from encounter n join clinical_fact f
     on f.organization_id = n.organization_id and f.encounter_id = n.id
   where n.organization_id = p.organization_id and n.patient_id = p.id))`;

/** Those of some people who are known here. */
export async function listKnownPatients(tx: TenantTx, matchKeys: readonly string[]): Promise<KnownPatient[]> {
  return tx.$queryRawUnsafe<KnownPatient[]>(
    `select p.match_key as "matchKey", p.id as "patientId", ${PATIENT_STATE} as state
     from patient p where p.match_key = any($1::text[])`,
    [...new Set(matchKeys)],
  );
}

export interface KnownEncounter {
  encounterId: string;
  patientId: string;
  serviceDate: string;
  /** Documented stage of the case, null when unknown. */
  stage: "trial" | "permanent" | "revision" | null;
}

/** Every encounter of some patients. */
export async function listEncounters(tx: TenantTx, patientIds: readonly string[]): Promise<KnownEncounter[]> {
  if (patientIds.length === 0) return [];
  return tx.$queryRaw<KnownEncounter[]>`
    select e.id as "encounterId", e.patient_id as "patientId", e.service_date::text as "serviceDate", s.stage
    from encounter e
    left join lateral (
      select f.value #>> '{}' as stage from clinical_fact f
      where f.organization_id = e.organization_id and f.encounter_id = e.id and f.fact = 'stage'
      order by f.recorded_at desc, f.id desc limit 1
    ) s on true
    where e.patient_id = any(${[...patientIds]}::uuid[])`;
}

/** Content of the current version of some claims, by claim. */
export async function listCurrentContents(
  tx: TenantTx,
  claimIds: readonly string[],
): Promise<Map<string, Claim>> {
  const rows = await tx.$queryRaw<{ claimId: string; content: Claim }[]>`
    select c.id as "claimId", v.content from claim c
    join claim_version v on v.organization_id = c.organization_id and v.claim_id = c.id
      and v.version_number = c.current_version
    where c.id = any(${[...claimIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.claimId, row.content]));
}

export interface RowsOfVersion {
  claimId: string;
  /** The version that the rows were written for. */
  content: Claim;
  rows: OpenWorkBackRow[];
}

/** Open work-back rows of some claims with the version that each set belongs to. */
export async function listOpenRowsOfClaims(
  tx: TenantTx,
  claimIds: readonly string[],
): Promise<RowsOfVersion[]> {
  return tx.$queryRaw<RowsOfVersion[]>`
    select w.claim_id as "claimId", v.content, w.rows
    from (
      select organization_id, claim_id, version_number, jsonb_agg(jsonb_build_object('id', id, 'line', line_number,
        'field', field, 'before', old_value, 'after', new_value) order by created_at, id) as rows
      from work_back_row where claim_id = any(${[...claimIds]}::uuid[]) and status = 'open'
      group by organization_id, claim_id, version_number
    ) w
    join claim_version v on v.organization_id = w.organization_id and v.claim_id = w.claim_id
      and v.version_number = w.version_number`;
}
