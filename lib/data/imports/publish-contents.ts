import type { TenantTx } from "../tenant-transaction";
import type { PublishScope, Written } from "./publish-staged";

/** The second half of publishing: what hangs on the claims that `publish-staged` wrote. */

/** Content and segments of every claim that was written, as a version of it. */
export async function insertVersions(tx: TenantTx, scope: PublishScope, actorName: string): Promise<number> {
  return tx.$executeRaw`
    insert into claim_version (organization_id, claim_id, version_number, origin, content, source, fingerprint,
      differences, import_id, byte_start, byte_end, actor_name)
    select ${scope.organizationId}::uuid, a.claim_id, a."versionNumber", 'import', s.content, s.source, a.fingerprint,
      nullif(a.differences, 'null'::jsonb), ${scope.importId}::uuid, a.byte_start, a.byte_end, ${actorName}
    from arriving a
    join staged_claim s on s.import_id = ${scope.importId}::uuid and s.ordinal = a.ordinal`;
}

/** Lines, findings and missing facts of new and changed claims. */
export async function writeDetails(tx: TenantTx, scope: PublishScope): Promise<void> {
  const { organizationId, importId } = scope;
  await tx.$executeRaw`
    delete from claim_line l using arriving a where a.outcome = 'version' and l.claim_id = a.claim_id`;
  await tx.$executeRaw`
    delete from claim_finding f using arriving a where a.outcome = 'version' and f.claim_id = a.claim_id`;
  await tx.$executeRaw`
    delete from claim_missing_fact m using arriving a where a.outcome = 'version' and m.claim_id = a.claim_id`;
  await tx.$executeRaw`
    insert into claim_line (organization_id, claim_id, line_number, code, modifiers, units, charge_cents,
      place_of_service, rendering_npi, service_from, service_to)
    select ${organizationId}::uuid, a.claim_id, l."lineNumber", l.code, l.modifiers, l.units, l."chargeCents",
      l."placeOfService", l."renderingNpi", l."serviceFrom", l."serviceTo"
    from arriving a, jsonb_to_recordset(a.lines) as l("lineNumber" int, code text, modifiers text[], units numeric,
      "chargeCents" bigint, "placeOfService" text, "renderingNpi" text, "serviceFrom" date, "serviceTo" date)
    where a.outcome in ('new', 'cycle', 'version')`;
  await tx.$executeRaw`
    insert into claim_finding (organization_id, id, claim_id, version_number, edit, rule, severity, line_number,
      occurrence, content, evidence_hash, status)
    select ${organizationId}::uuid, gen_random_uuid(), a.claim_id, a."versionNumber", f.edit, f.rule, f.severity,
      f."lineNumber", f.occurrence, f.content, f."evidenceHash", f.status
    from arriving a
    join staged_claim s on s.import_id = ${importId}::uuid and s.ordinal = a.ordinal,
      jsonb_to_recordset(s.findings) as f(edit text, rule text, severity text, "lineNumber" int, occurrence int,
        content jsonb, "evidenceHash" text, status text)
    where a.outcome in ('new', 'cycle', 'version')`;
  await tx.$executeRaw`
    insert into claim_missing_fact (organization_id, claim_id, fact, rules, required)
    select ${organizationId}::uuid, a.claim_id, m.fact, m.rules, m.required
    from arriving a
    join staged_claim s on s.import_id = ${importId}::uuid and s.ordinal = a.ordinal,
      jsonb_to_recordset(s.missing_facts) as m(fact text, rules text[], required boolean)
    where a.outcome in ('new', 'cycle', 'version')`;
}

/** Ends the work-back rows that the file carries. */
export async function closeWorkBackRows(tx: TenantTx, importId: string): Promise<number> {
  return tx.$executeRaw`
    update work_back_row w set status = 'closed', closed_at = now(), closed_by_import_id = ${importId}::uuid
    where w.status = 'open' and w.id in (select unnest(a.closes) from arriving a)`;
}

/** Keeps what could not be posted, with its place. */
export async function insertQuarantined(tx: TenantTx, scope: PublishScope): Promise<Written> {
  const rows = await tx.$queryRaw<Written[]>`
    with changed as (
      insert into quarantined_claim (organization_id, id, import_id, ordinal, claim_number, charge_cents, problems,
        reason_code, segment, byte_start, byte_end)
      select ${scope.organizationId}::uuid, gen_random_uuid(), s.import_id, s.ordinal, s.claim_number, s.charge_cents,
        s.problems, s.reason_code, s.segment, s.byte_start, s.byte_end
      from staged_claim s where s.import_id = ${scope.importId}::uuid and s.outcome = 'quarantined'
      returning charge_cents)
    select count(*)::int as count, coalesce(sum(charge_cents), 0)::float8 as cents from changed`;
  return rows[0]!;
}

/** Claims that were sent before as they are: nothing is written for them, but they are part of the file. */
export async function sumUnchanged(tx: TenantTx, importId: string): Promise<Written> {
  const rows = await tx.$queryRaw<Written[]>`
    select count(*)::int as count, coalesce(sum(s.charge_cents), 0)::float8 as cents
    from staged_claim s where s.import_id = ${importId}::uuid and s.outcome = 'unchanged'`;
  return rows[0]!;
}

export interface ChangedClaim {
  claimId: string;
  outcome: "version" | "confirmed";
  versionNumber: number;
}

/** Claims that were here and have a new version now. */
export async function listChangedClaims(tx: TenantTx): Promise<ChangedClaim[]> {
  return tx.$queryRaw<ChangedClaim[]>`
    select a.claim_id as "claimId", a.outcome, a."versionNumber" from arriving a
    where a.outcome in ('version', 'confirmed') order by a.ordinal`;
}

/** How many written claims need somebody: a blocking or review finding, or a required fact that is unknown. */
export async function countFlagged(tx: TenantTx): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from arriving a
    where a.outcome <> 'confirmed' and (a."blockCount" > 0 or a."reviewCount" > 0 or a."missingCount" > 0)`;
  return rows[0]!.count;
}
