import { Prisma } from "../generated/client";
import { lockJob } from "../jobs/job-records";
import type { TenantTx } from "../tenant-transaction";
import { OPEN_STATUSES } from "./claim-records";

/** Which claims a re-edit looks at; null is any. */
export interface ReEditSelection {
  payerId: string | null;
  /** First date of service on or after this day; claims without a date are always in. */
  fromDate: string | null;
  /** Patients of this import's claims, whose other claims now have more history; its own claims were checked by it. */
  importId: string | null;
}

/** How far a re-edit is, kept in the job's own row so that a killed worker goes on where it stopped. */
export interface ReEditProgress extends ReEditSelection {
  status: string;
  done: number;
  total: number;
  /** Claims are taken in the order of their ids; the last one that is done. */
  afterId: string | null;
  changedCount: number;
  sentBackCount: number;
}

/** The re-edit under its row lock; null where there is none. */
export async function lockReEditJob(tx: TenantTx, jobId: string): Promise<ReEditProgress | null> {
  const job = await lockJob(tx, jobId, "re_edit_claims");
  if (job === null) return null;
  const { payload, ...progress } = job;
  const text = (name: string) => (payload[name] as string | null | undefined) ?? null;
  return {
    ...progress,
    ...{
      payerId: text("payerId"),
      fromDate: text("fromDate"),
      importId: text("importId"),
      afterId: text("afterId"),
    },
    ...{ changedCount: Number(payload.changedCount ?? 0), sentBackCount: Number(payload.sentBackCount ?? 0) },
  };
}

/** The next ids of the selection behind `afterId`. */
export async function listClaimIdsToReEdit(
  tx: TenantTx,
  selection: ReEditSelection,
  afterId: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select c.id from claim c
    where ${selected(selection)} and (${afterId}::uuid is null or c.id > ${afterId}::uuid)
    order by c.id limit ${limit}`;
  return rows.map((row) => row.id);
}

/** How many claims the selection has. */
export async function countClaimsToReEdit(tx: TenantTx, selection: ReEditSelection): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from claim c where ${selected(selection)}`;
  return rows[0]?.count ?? 0;
}

/**
 * The version is looked up by its key. As `not exists` with the import among its conditions, a planner without statistics
 * (right after the first import) goes through all versions of the import for every claim.
 */
function selected({ payerId, fromDate, importId }: ReEditSelection): Prisma.Sql {
  const base = Prisma.sql`c.status = any(${OPEN_STATUSES}) and (${payerId}::uuid is null or c.payer_id = ${payerId}::uuid)
    and (${fromDate}::date is null or c.service_from is null or c.service_from >= ${fromDate}::date)`;
  if (importId === null) return base;
  return Prisma.sql`${base} and c.patient_id in (
      select o.patient_id from claim_version v
      join claim o on o.organization_id = v.organization_id and o.id = v.claim_id
      where v.import_id = ${importId}::uuid)
    and (select v.import_id from claim_version v where v.organization_id = c.organization_id and v.claim_id = c.id
      and v.version_number = c.current_version) is distinct from ${importId}::uuid`;
}
