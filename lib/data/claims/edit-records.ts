import type { Claim, ClaimRole } from "@/lib/domain/claims/claim";
import type { ClaimStatus } from "@/lib/domain/claims/lifecycle";
import type { PriorService } from "@/lib/domain/edits/context";
import type { PayerKind } from "@/lib/domain/payers/payer";
import type { TenantTx } from "../tenant-transaction";

export interface ClaimToEdit {
  claimId: string;
  status: ClaimStatus;
  versionNumber: number;
  claim: Claim;
  billingEntityId: string;
  payerId: string;
  patientId: string;
  encounterId: string;
}

/** Current content of claims with what their edits hang on; ids of nobody are left out. */
export async function listClaimsToEdit(tx: TenantTx, claimIds: readonly string[]): Promise<ClaimToEdit[]> {
  return tx.$queryRaw<ClaimToEdit[]>`
    select c.id as "claimId", c.status, c.current_version as "versionNumber", v.content as "claim",
      c.billing_entity_id as "billingEntityId", c.payer_id as "payerId", c.patient_id as "patientId",
      c.encounter_id as "encounterId"
    from claim c
    join claim_version v
      on v.organization_id = c.organization_id and v.claim_id = c.id and v.version_number = c.current_version
    where c.id = any(${claimIds}::uuid[]) order by c.id`;
}

export interface PayerToEdit {
  id: string;
  payerCode: string;
  name: string;
  kind: PayerKind;
  preset: string | null;
  /** The practice's settings, oldest first as `resolveProfile` wants them. */
  practiceVersions: {
    effectiveFrom: string;
    parameters: Record<string, unknown>;
    verified: Record<string, unknown>;
  }[];
}

/** Every payer of the organization with the practice's own settings; a few hundred rows at most. */
export async function listPayersToEdit(tx: TenantTx): Promise<PayerToEdit[]> {
  return tx.$queryRaw<PayerToEdit[]>`
    select y.id, y.payer_code as "payerCode", y.name, y.kind, y.preset,
      coalesce((select jsonb_agg(jsonb_build_object('effectiveFrom', v.effective_from::text,
          'parameters', v.parameters, 'verified', v.verified) order by v.effective_from, v.created_at, v.id)
        from payer_profile_version v where v.organization_id = y.organization_id and v.payer_id = y.id),
        '[]'::jsonb) as "practiceVersions"
    from payer y`;
}

export interface FactRow {
  encounterId: string;
  fact: string;
  value: unknown;
  sourceKind: string;
  sourceText: string;
}

/** The answer that counts (the newest, withdrawals left out) of every fact of some encounters. */
export async function listCurrentFacts(tx: TenantTx, encounterIds: readonly string[]): Promise<FactRow[]> {
  return tx.$queryRaw<FactRow[]>`
    select * from (
      select distinct on (f.encounter_id, f.fact) f.encounter_id as "encounterId", f.fact, f.value,
        f.source_kind as "sourceKind", f.source_text as "sourceText"
      from clinical_fact f where f.encounter_id = any(${encounterIds}::uuid[])
      order by f.encounter_id, f.fact, f.recorded_at desc, f.id desc
    ) newest where newest.value is not null`;
}

export interface HistoryRow extends Omit<PriorService, "payer" | "responsibility"> {
  patientId: string;
  claimId: string;
  billingEntityId: string;
  status: ClaimStatus;
  payerId: string | null;
  payerName: string;
  responsibility: string;
  role: ClaimRole;
}

/**
 * Services of some patients between two days, oldest first. Only what has left the house can have been accepted; whether
 * it was is not known before the payer answers, and a replaced or voided cycle no longer counts.
 */
export async function listHistory(
  tx: TenantTx,
  patientIds: readonly string[],
  from: string,
  to: string,
): Promise<HistoryRow[]> {
  return tx.$queryRaw<HistoryRow[]>`
    select c.patient_id as "patientId", c.id as "claimId", c.billing_entity_id as "billingEntityId", c.status,
      c.claim_number as "claimNumber", c.claim_role as "role", b.npi as "billingNpi",
      l.rendering_npi as "renderingNpi", l.service_from::text as "serviceDate", l.code, l.modifiers,
      l.units::float8 as "units", s.stage,
      case when y.payer_code like 'name:%' then null else split_part(y.payer_code, '/', 1) end as "payerId", y.name as "payerName", c.responsibility,
      case when c.frequency = '8' or exists (select 1 from claim n where n.organization_id = c.organization_id
          and n.billing_entity_id = c.billing_entity_id and n.claim_number = c.claim_number and n.cycle > c.cycle
          and n.status in ('released', 'filed')) then false
        when c.status in ('released', 'filed', 'remittance_only') then null else false end as "accepted"
    from claim c
    join claim_line l on l.organization_id = c.organization_id and l.claim_id = c.id
    join billing_entity b on b.organization_id = c.organization_id and b.id = c.billing_entity_id
    join payer y on y.organization_id = c.organization_id and y.id = c.payer_id
    left join lateral (
      select f.value #>> '{}' as stage from clinical_fact f
      where f.organization_id = c.organization_id and f.encounter_id = c.encounter_id and f.fact = 'stage'
      order by f.recorded_at desc, f.id desc limit 1
    ) s on true
    where c.patient_id = any(${patientIds}::uuid[]) and c.service_from between ${from}::date and ${to}::date
      and l.service_from is not null
    order by l.service_from, c.id, l.line_number`;
}

export interface ActiveOverride {
  claimId: string;
  edit: string;
  evidenceHash: string;
  /** Who let it pass. */
  memberId: string;
}

/** Hashes of the evidence that somebody with the right decided to let pass, by claim and edit. */
export async function listActiveOverrides(
  tx: TenantTx,
  claimIds: readonly string[],
): Promise<ActiveOverride[]> {
  return tx.$queryRaw<ActiveOverride[]>`
    select o.claim_id as "claimId", o.edit, o.evidence_hash as "evidenceHash", o.member_id as "memberId"
    from finding_override o
    where o.claim_id = any(${claimIds}::uuid[]) and o.withdrawn_at is null`;
}

/** A finding as the row that publishing and re-editing write. */
export interface FindingRow {
  edit: string;
  rule: string;
  severity: string;
  lineNumber: number | null;
  occurrence: number;
  content: unknown;
  evidenceHash: string;
  status: "open" | "overridden";
}

export interface MissingFactRow {
  fact: string;
  rules: string[];
  required: boolean;
}

export interface EditedRow {
  claimId: string;
  versionNumber: number;
  filingDeadline: string | null;
  blockCount: number;
  reviewCount: number;
  infoCount: number;
  missingCount: number;
  findings: FindingRow[];
  missingFacts: MissingFactRow[];
}

/**
 * Replaces findings, missing facts and counters of claims by a new run. The claims' versions stay: callers hold the row
 * locks and raise them with their own update.
 */
export async function writeEditedRows(
  tx: TenantTx,
  organizationId: string,
  rows: readonly EditedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.claimId);
  const json = JSON.stringify(rows);
  await tx.$executeRaw`delete from claim_finding where claim_id = any(${ids}::uuid[])`;
  await tx.$executeRaw`delete from claim_missing_fact where claim_id = any(${ids}::uuid[])`;
  await tx.$executeRaw`
    insert into claim_finding (organization_id, id, claim_id, version_number, edit, rule, severity, line_number,
      occurrence, content, evidence_hash, status)
    select ${organizationId}::uuid, gen_random_uuid(), r."claimId", r."versionNumber", f.edit, f.rule, f.severity,
      f."lineNumber", f.occurrence, f.content, f."evidenceHash", f.status
    from jsonb_to_recordset(${json}::jsonb) as r("claimId" uuid, "versionNumber" int, findings jsonb),
      jsonb_to_recordset(r.findings) as f(edit text, rule text, severity text, "lineNumber" int, occurrence int,
        content jsonb, "evidenceHash" text, status text)`;
  await tx.$executeRaw`
    insert into claim_missing_fact (organization_id, claim_id, fact, rules, required)
    select ${organizationId}::uuid, r."claimId", m.fact, m.rules, m.required
    from jsonb_to_recordset(${json}::jsonb) as r("claimId" uuid, "missingFacts" jsonb),
      jsonb_to_recordset(r."missingFacts") as m(fact text, rules text[], required boolean)`;
  await tx.$executeRaw`
    update claim c set block_count = r."blockCount", review_count = r."reviewCount", info_count = r."infoCount",
      missing_count = r."missingCount", filing_deadline = r."filingDeadline"
    from jsonb_to_recordset(${json}::jsonb) as r("claimId" uuid, "blockCount" int, "reviewCount" int,
      "infoCount" int, "missingCount" int, "filingDeadline" date)
    where c.organization_id = ${organizationId}::uuid and c.id = r."claimId"`;
}
