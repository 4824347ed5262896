import type { TenantTx } from "../tenant-transaction";
import { PATIENT_STATE } from "./arrival-records";
import type { EntityRow } from "./arrival-records";

/**
 * The statements of publishing, each over all staged claims of one import at once. They run in one transaction in the
 * order of this file; `arriving` is a temporary table of it.
 */
export interface PublishScope {
  organizationId: string;
  importId: string;
}

const RECORD = `"taxId" text, npi text, "payerCode" text, "matchKey" text, "lastName" text, "firstName" text,
  "birthDate" date, sex text, "memberId" text, "searchName" text, "searchMemberId" text, "serviceDate" date, cycle int,
  "versionNumber" int, "claimRole" text, frequency text, responsibility text, status text, "hasScs" boolean,
  queue text, "serviceFrom" date, "serviceTo" date, "filingDeadline" date, "lineSummary" text, "blockCount" int,
  "reviewCount" int, "infoCount" int, "missingCount" int, fingerprint text, differences jsonb, lines jsonb,
  closes uuid[], judged jsonb, "patientState" text`;

/**
 * Locks the known patients of staged claims and the stored claims that they change, each in id order and in the order
 * that corrections and answered facts take: until the end nobody changes what the decisions rest on.
 */
export async function lockStaged(tx: TenantTx, importId: string): Promise<void> {
  await tx.$queryRaw`
    select count(*)::int from (select p.id from patient p
      where p.match_key in (select s."row" ->> 'matchKey' from staged_claim s
        where s.import_id = ${importId}::uuid and s.outcome in ('new', 'cycle', 'version', 'confirmed'))
      order by p.id for no key update) locked`;
  await tx.$queryRaw`
    select count(*)::int from (select c.id from claim c
      where c.id in (select s.claim_id from staged_claim s
        where s.import_id = ${importId}::uuid and s.outcome in ('version', 'confirmed'))
      order by c.id for update) locked`;
}

/** Unpacks the staged claims that will be written. Once per transaction. */
export async function unpackStaged(tx: TenantTx, importId: string): Promise<void> {
  await tx.$executeRawUnsafe(`drop table if exists arriving`);
  await tx.$executeRawUnsafe(
    `create temporary table arriving on commit drop as
     select s.ordinal, s.outcome, s.claim_id, s.seen_version, s.claim_number, s.charge_cents, s.byte_start,
       s.byte_end, r.*
     from staged_claim s, jsonb_to_record(s."row") as r(${RECORD})
     where s.import_id = '${checkedUuid(importId)}'::uuid and s.outcome in ('new', 'cycle', 'version', 'confirmed')`,
  );
  await tx.$executeRawUnsafe(`analyze arriving (ordinal, outcome, claim_id, "matchKey", "payerCode")`);
}

/**
 * Ordinals of staged claims whose decision no longer holds: a stored claim that it saw has another version, or the
 * patient's other claims or documented facts have changed since.
 */
export async function listOutdated(tx: TenantTx): Promise<number[]> {
  const rows = await tx.$queryRawUnsafe<{ ordinal: number }[]>(
    `select a.ordinal from arriving a, jsonb_to_recordset(a.judged) as j("claimId" uuid, version int)
     join claim c on c.id = j."claimId" where c.version <> j.version
     union
     select a.ordinal from arriving a
     join (select p.match_key, ${PATIENT_STATE} as state from patient p
       where p.match_key in (select "matchKey" from arriving)) n on n.match_key = a."matchKey"
     where n.state <> a."patientState"
     order by 1`,
  );
  return rows.map((row) => row.ordinal);
}

/** Billing entities of posted claims that were not known; answers those that were added. */
export async function insertEntities(
  tx: TenantTx,
  scope: PublishScope,
  entities: readonly (Omit<EntityRow, "active"> & { name: string })[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    insert into billing_entity (organization_id, id, name, tax_id, npi, kind)
    select ${scope.organizationId}::uuid, r.id, r.name, r."taxId", r.npi, r.kind
    from jsonb_to_recordset(${JSON.stringify(entities)}::jsonb) as r(id uuid, name text, "taxId" text, npi text, kind text)
    where exists (select from arriving a where a."taxId" = r."taxId" and a.npi = r.npi)
    on conflict (organization_id, tax_id, npi) do nothing returning id`;
  return rows.map((row) => row.id);
}

/** Payers of posted claims that were not known; answers those that were added. */
export async function insertPayers(
  tx: TenantTx,
  scope: PublishScope,
  payers: readonly { id: string; payerCode: string; name: string; kind: string; preset: string | null }[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    insert into payer (organization_id, id, payer_code, name, kind, preset)
    select ${scope.organizationId}::uuid, r.id, r."payerCode", r.name, r.kind, r.preset
    from jsonb_to_recordset(${JSON.stringify(payers)}::jsonb)
      as r(id uuid, "payerCode" text, name text, kind text, preset text)
    where exists (select from arriving a where a."payerCode" = r."payerCode")
    on conflict (organization_id, payer_code) do nothing returning id`;
  return rows.map((row) => row.id);
}

/** Patients and their days that were not known. */
export async function insertPeople(tx: TenantTx, scope: PublishScope): Promise<void> {
  await tx.$executeRaw`
    insert into patient (organization_id, id, last_name, first_name, birth_date, sex, member_id, search_name,
      search_member_id, match_key)
    select distinct on (a."matchKey") ${scope.organizationId}::uuid, gen_random_uuid(), a."lastName", a."firstName",
      a."birthDate", a.sex, a."memberId", a."searchName", a."searchMemberId", a."matchKey"
    from arriving a order by a."matchKey", a.ordinal
    on conflict (organization_id, match_key) do nothing`;
  await tx.$executeRaw`
    insert into encounter (organization_id, id, patient_id, service_date)
    select ${scope.organizationId}::uuid, gen_random_uuid(), d.id, d."serviceDate"
    from (select distinct p.id, a."serviceDate" from arriving a join patient p on p.match_key = a."matchKey") d
    on conflict (organization_id, patient_id, service_date) do nothing`;
}

/** What a statement wrote, to be reconciled with the file. */
export interface Written {
  count: number;
  cents: number;
}

/**
 * Finds each claim's entity, payer, patient and day, once for all statements behind it. Step by step: one join over all
 * of them lets the planner look for days before it knows the patient.
 */
export async function placeStaged(tx: TenantTx): Promise<void> {
  await tx.$executeRawUnsafe(`drop table if exists placed`);
  await tx.$executeRawUnsafe(
    `create temporary table placed on commit drop as
     with person as materialized (
       select a.ordinal, p.id as patient_id, a."serviceDate", a."taxId", a.npi, a."payerCode"
       from arriving a join patient p on p.match_key = a."matchKey")
     select a.ordinal, a.patient_id, e.id as encounter_id, b.id as billing_entity_id, y.id as payer_id
     from person a
     join encounter e on e.patient_id = a.patient_id and e.service_date = a."serviceDate"
     join billing_entity b on b.tax_id = a."taxId" and b.npi = a.npi
     join payer y on y.payer_code = a."payerCode"`,
  );
  await tx.$executeRawUnsafe(`analyze placed (ordinal)`);
}

/** Claims that were not here. */
export async function insertClaims(tx: TenantTx, scope: PublishScope, arrivedAt: Date): Promise<Written> {
  return written(
    tx,
    `insert into claim (organization_id, id, billing_entity_id, claim_number, cycle, patient_id, encounter_id, payer_id,
       claim_role, frequency, responsibility, status, has_scs, queue, charge_cents, service_from, service_to,
       filing_deadline, line_summary, block_count, review_count, info_count, missing_count, current_version, arrived_at)
     select $1::uuid, a.claim_id, d.billing_entity_id, a.claim_number, a.cycle, d.patient_id, d.encounter_id,
       d.payer_id, a."claimRole", a.frequency, a.responsibility, a.status, a."hasScs", a.queue, a.charge_cents, a."serviceFrom", a."serviceTo",
       a."filingDeadline", a."lineSummary", a."blockCount", a."reviewCount", a."infoCount", a."missingCount",
       a."versionNumber", $2::timestamptz
     from arriving a join placed d on d.ordinal = a.ordinal
     where a.outcome in ('new', 'cycle') order by a.ordinal
     returning charge_cents`,
    [scope.organizationId, arrivedAt],
  );
}

/** Claims that the practice changed before release: the export is the new state, and the review starts anew. */
export async function updateClaims(tx: TenantTx): Promise<Written> {
  return written(
    tx,
    `update claim c set patient_id = d.patient_id, encounter_id = d.encounter_id, payer_id = d.payer_id, claim_role = a."claimRole",
       frequency = a.frequency, responsibility = a.responsibility, status = a.status, has_scs = a."hasScs",
       queue = a.queue, charge_cents = a.charge_cents, service_from = a."serviceFrom", service_to = a."serviceTo",
       filing_deadline = a."filingDeadline", line_summary = a."lineSummary", block_count = a."blockCount",
       review_count = a."reviewCount", info_count = a."infoCount", missing_count = a."missingCount",
       signed_by_id = null, current_version = a."versionNumber", version = c.version + 1, updated_at = now()
     from arriving a join placed d on d.ordinal = a.ordinal
     where a.outcome = 'version' and c.id = a.claim_id and c.version = a.seen_version
     returning c.charge_cents`,
  );
}

/** Claims whose correction the practice has taken over: nothing that the payer sees changes, so the signatures stay. */
export async function confirmClaims(tx: TenantTx, scope: PublishScope, fileName: string): Promise<Written> {
  await tx.$executeRawUnsafe(
    `insert into claim_signoff (organization_id, id, claim_id, version_number, kind, note, member_id, actor_name,
       created_at)
     select $1::uuid, gen_random_uuid(), o.claim_id, a."versionNumber", o.kind, $2, o.member_id, o.actor_name,
       o.created_at
     from arriving a join claim c on c.id = a.claim_id
     join claim_signoff o on o.claim_id = c.id and o.version_number = c.current_version and o.withdrawn_at is null
     where a.outcome = 'confirmed'`,
    scope.organizationId,
    `Signed before; the export ${fileName} brought the same claim.`,
  );
  const count = await written(
    tx,
    `update claim c set current_version = a."versionNumber", version = c.version + 1, updated_at = now()
     from arriving a where a.outcome = 'confirmed' and c.id = a.claim_id and c.version = a.seen_version
     returning c.charge_cents`,
  );
  await tx.$executeRawUnsafe(
    `update claim_finding f set version_number = a."versionNumber"
     from arriving a where a.outcome = 'confirmed' and f.claim_id = a.claim_id`,
  );
  return count;
}

async function written(tx: TenantTx, statement: string, values: unknown[] = []): Promise<Written> {
  const rows = await tx.$queryRawUnsafe<Written[]>(
    `with changed as (${statement})
     select count(*)::int as count, coalesce(sum(charge_cents), 0)::float8 as cents from changed`,
    ...values,
  );
  return rows[0]!;
}

/** Utility statements take no parameters. */
function checkedUuid(id: string): string {
  if (!/^[0-9a-f-]{36}$/i.test(id)) throw new RangeError("not an id");
  return id;
}
