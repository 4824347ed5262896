import type { StagedLine } from "../imports/staged-claims";
import type { TenantTx } from "../tenant-transaction";

/** A claim that only a remittance knows: everything hangs on one claim table, so it gets a row there. */
export interface BornClaim {
  id: string;
  billingEntityId: string;
  claimNumber: string;
  cycle: number;
  payerId: string;
  claimRole: string;
  frequency: string;
  responsibility: string;
  hasScs: boolean;
  queue: string;
  chargeCents: number;
  serviceFrom: string | null;
  serviceTo: string | null;
  /** First day of service, else the day of the payment: patient and day are the encounter. */
  serviceDate: string;
  lineSummary: string;
  matchKey: string;
  lastName: string;
  firstName: string | null;
  memberId: string | null;
  searchName: string;
  searchMemberId: string | null;
  lines: StagedLine[];
}

const RECORD = `id uuid, "billingEntityId" uuid, "claimNumber" text, cycle int, "payerId" uuid, "claimRole" text,
  frequency text, responsibility text, "hasScs" boolean, queue text, "chargeCents" bigint, "serviceFrom" date,
  "serviceTo" date, "serviceDate" date, "lineSummary" text, "matchKey" text, "lastName" text, "firstName" text,
  "memberId" text, "searchName" text, "searchMemberId" text, lines jsonb`;

/**
 * Writes claims that came with a remittance: their people (a known member of the same name is the same person), days,
 * rows and lines. They have no version yet, and no worklist shows them.
 */
export async function insertBornClaims(
  tx: TenantTx,
  organizationId: string,
  claims: readonly BornClaim[],
): Promise<void> {
  if (claims.length === 0) return;
  await tx.$executeRawUnsafe(`drop table if exists born`);
  await tx.$executeRawUnsafe(`create temporary table born (${RECORD}, "patientId" uuid) on commit drop`);
  await tx.$executeRawUnsafe(
    `insert into born select r.*, (
       select p.id from patient p
       where p.search_member_id = r."searchMemberId" and p.search_name = r."searchName" order by p.id limit 1)
     from jsonb_to_recordset($1::jsonb) as r(${RECORD})`,
    JSON.stringify(claims),
  );
  await tx.$executeRawUnsafe(
    `insert into patient (organization_id, id, last_name, first_name, member_id, search_name, search_member_id, match_key)
     select distinct on (b."matchKey") $1::uuid, gen_random_uuid(), b."lastName", b."firstName", b."memberId",
       b."searchName", b."searchMemberId", b."matchKey"
     from born b where b."patientId" is null order by b."matchKey"
     on conflict (organization_id, match_key) do nothing`,
    organizationId,
  );
  await tx.$executeRawUnsafe(
    `update born b set "patientId" = p.id from patient p where b."patientId" is null and p.match_key = b."matchKey"`,
  );
  await tx.$executeRawUnsafe(
    `insert into encounter (organization_id, id, patient_id, service_date)
     select $1::uuid, gen_random_uuid(), d."patientId", d."serviceDate"
     from (select distinct "patientId", "serviceDate" from born) d
     on conflict (organization_id, patient_id, service_date) do nothing`,
    organizationId,
  );
  await tx.$executeRawUnsafe(
    `insert into claim (organization_id, id, billing_entity_id, claim_number, cycle, patient_id, encounter_id, payer_id,
       claim_role, frequency, responsibility, status, has_scs, queue, charge_cents, service_from, service_to,
       line_summary, current_version, origin)
     select $1::uuid, b.id, b."billingEntityId", b."claimNumber", b.cycle, b."patientId", e.id, b."payerId",
       b."claimRole", b.frequency, b.responsibility, 'remittance_only', b."hasScs", b.queue, b."chargeCents",
       b."serviceFrom", b."serviceTo", b."lineSummary", 0, 'remittance'
     from born b join encounter e on e.patient_id = b."patientId" and e.service_date = b."serviceDate"`,
    organizationId,
  );
  await tx.$executeRawUnsafe(
    `insert into claim_line (organization_id, claim_id, line_number, code, modifiers, units, charge_cents,
       place_of_service, rendering_npi, service_from, service_to)
     select $1::uuid, b.id, l."lineNumber", l.code, l.modifiers, l.units, l."chargeCents", l."placeOfService",
       l."renderingNpi", l."serviceFrom", l."serviceTo"
     from born b, jsonb_to_recordset(b.lines) as l("lineNumber" int, code text, modifiers text[], units numeric,
       "chargeCents" bigint, "placeOfService" text, "renderingNpi" text, "serviceFrom" date, "serviceTo" date)`,
    organizationId,
  );
}
