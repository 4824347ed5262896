import { newId } from "../new-id";
import type { TenantTx } from "../tenant-transaction";
import { hasLineOf, isDeniedAsCopy, scopeJson, scoped, type KpiScope } from "./kpi-scope";

/** Marks claims to be counted anew by the worker; in the transaction of what changed them. */
export async function markToCount(
  tx: TenantTx,
  organizationId: string,
  claimIds: readonly string[],
): Promise<void> {
  if (claimIds.length === 0) return;
  const ids = [...new Set(claimIds)];
  await tx.$executeRawUnsafe(
    `insert into kpi_due (organization_id, id, claim_id)
     select $1::uuid, r.id, r.claim_id from unnest($2::uuid[], $3::uuid[]) as r(id, claim_id)`,
    organizationId,
    ids.map(() => newId()),
    ids,
  );
}

export interface DueMark {
  id: string;
  claimId: string;
}

/** Some of the marks. */
export async function listDueMarks(tx: TenantTx, limit: number): Promise<DueMark[]> {
  return tx.kpiDue.findMany({ select: { id: true, claimId: true }, orderBy: { id: "asc" }, take: limit });
}

/** Only the worker may. */
export async function deleteDueMarks(tx: TenantTx, ids: readonly string[]): Promise<void> {
  await tx.kpiDue.deleteMany({ where: { id: { in: [...ids] } } });
}

/** How many claims wait to be counted, read no further than `limit`. */
export async function countDueClaims(tx: TenantTx, limit: number): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    select count(distinct claim_id)::int as count from (select claim_id from kpi_due limit ${limit}) due`;
  return rows[0]!.count;
}

/**
 * These claims and what counts otherwise because of them: other claims with their number (a void takes them back), and of
 * the same patients programming (a first stimulator makes it spinal) and copies (of what, is known only with the other).
 */
export async function withRelatedClaims(
  tx: TenantTx,
  claimIds: readonly string[],
  scope: KpiScope,
): Promise<string[]> {
  if (claimIds.length === 0) return [];
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `with changed as materialized (select c.* from claim c where c.id = any($1::uuid[]))
     select id from changed
     union
     select o.id from changed c join claim o on o.organization_id = c.organization_id
       and o.billing_entity_id = c.billing_entity_id and o.claim_number = c.claim_number
     where o.cycle <> c.cycle
     union
     select o.id from changed c
     join claim o on o.organization_id = c.organization_id and o.patient_id = c.patient_id
     where c.has_scs and ${hasLineOf("o", "$2", "programmingCodes")}
     union
     select o.id from changed c
     join claim o on o.organization_id = c.organization_id and o.patient_id = c.patient_id and o.id <> c.id
     join determination d on d.organization_id = o.organization_id and d.claim_id = o.id
     where ${isDeniedAsCopy("d")}`,
    [...claimIds],
    scopeJson(scope),
  );
  return rows.map((row) => row.id);
}

/** Marks the claims of the import being published that left. Reads the import's temporary tables. */
export async function markArrivals(tx: TenantTx, organizationId: string, scope: KpiScope): Promise<void> {
  await tx.$executeRawUnsafe(
    `insert into kpi_due (organization_id, id, claim_id)
     select $1::uuid, gen_random_uuid(), c.id from arriving a join claim c on c.id = a.claim_id
     where c.status = any(${scoped("$2", "left")})`,
    organizationId,
    scopeJson(scope),
  );
}

/** Claims of the import being published that can change what other claims, or they themselves, counted as before. */
export async function listArrivalsThatMatter(tx: TenantTx): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `select a.claim_id as id from arriving a where a.outcome <> 'new' or a."hasScs"`,
  );
  return rows.map((row) => row.id);
}

/** Those of some claims that a payer decided on. */
export async function listDecidedClaims(tx: TenantTx, claimIds: readonly string[]): Promise<string[]> {
  if (claimIds.length === 0) return [];
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `select distinct d.claim_id as id from determination d where d.claim_id = any($1::uuid[])`,
    [...claimIds],
  );
  return rows.map((row) => row.id);
}
