import { Prisma } from "../generated/client";
import type { TenantTx } from "../tenant-transaction";

export type WorklistSort = "deadline" | "charge" | "age";

/** What the list is narrowed to; null means "any". Texts are normalised by the caller. */
export interface WorklistFilter {
  status: string;
  /** specialty | general */
  kind: string | null;
  severity: "block" | "review" | "missing" | null;
  rule: string | null;
  payerId: string | null;
  role: string | null;
  serviceFrom: string | null;
  serviceTo: string | null;
  /** A member id, or "unassigned". */
  assignee: string | null;
  /** With a member id: also what nobody has. */
  orUnassigned?: boolean;
  /** Signed by this member as the coder, or by anybody else. */
  signed?: { memberId: string; by: "member" | "others" } | null;
  text: { claimNumber: string; name: string; memberId: string } | null;
}

export interface WorklistRow {
  id: string;
  claimNumber: string;
  patientName: string;
  payerName: string;
  role: string;
  status: string;
  queue: string;
  lineSummary: string;
  chargeCents: number;
  serviceFrom: string | null;
  filingDeadline: string | null;
  blockCount: number;
  reviewCount: number;
  missingCount: number;
  assignedToId: string | null;
  assignedToName: string | null;
  lockedById: string | null;
  lockedByName: string | null;
  arrivedAt: Date;
  updatedAt: Date;
  version: number;
}

/** A count that stops: above `COUNT_CAP` it says so instead of reading on. */
export const COUNT_CAP = 10_000;

/** Matches found by text are narrowed to so many patients; a longer list is not one a person reads. */
const PATIENT_MATCHES = 500;

const ORDERS: Record<WorklistSort, Prisma.Sql> = {
  deadline: Prisma.sql`c.filing_deadline asc nulls last, c.id asc`,
  charge: Prisma.sql`c.charge_cents desc, c.id asc`,
  age: Prisma.sql`c.arrived_at asc, c.id asc`,
};

/** One page of the worklist in the asked order. `offset` and `limit` count claims. */
export async function listWorklistRows(
  tx: TenantTx,
  filter: WorklistFilter,
  sort: WorklistSort,
  limit: number,
  offset: number,
): Promise<WorklistRow[]> {
  // The page is cut before the joins: names are looked up for the claims shown, not for the queue.
  return tx.$queryRaw<WorklistRow[]>`
    with page as materialized (
      select c.* from claim c where ${conditions(filter)} order by ${ORDERS[sort]} limit ${limit} offset ${offset}
    )
    select c.id, c.claim_number as "claimNumber",
      p.last_name || coalesce(', ' || p.first_name, '') as "patientName", y.name as "payerName",
      c.claim_role as "role", c.status, c.queue, c.line_summary as "lineSummary",
      c.charge_cents::float8 as "chargeCents", c.service_from::text as "serviceFrom",
      c.filing_deadline::text as "filingDeadline", c.block_count as "blockCount",
      c.review_count as "reviewCount", c.missing_count as "missingCount",
      c.assigned_to_id as "assignedToId", a.display_name as "assignedToName",
      case when c.locked_until > now() then c.locked_by_id end as "lockedById",
      case when c.locked_until > now() then l.display_name end as "lockedByName",
      c.arrived_at as "arrivedAt", c.updated_at as "updatedAt", c.version
    from page c
    join patient p on p.organization_id = c.organization_id and p.id = c.patient_id
    join payer y on y.organization_id = c.organization_id and y.id = c.payer_id
    left join member a on a.organization_id = c.organization_id and a.id = c.assigned_to_id
    left join member l on l.organization_id = c.organization_id and l.id = c.locked_by_id
    order by ${ORDERS[sort]}`;
}

/** How many claims match, read no further than `COUNT_CAP` + 1. */
export async function countWorklistRows(tx: TenantTx, filter: WorklistFilter): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select 1 from claim c where ${conditions(filter)} limit ${COUNT_CAP + 1}
    ) matching`;
  return rows[0]?.count ?? 0;
}

/** Ids of all matching claims up to `limit`, for "select all matching". */
export async function listWorklistIds(
  tx: TenantTx,
  filter: WorklistFilter,
  limit: number,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select c.id from claim c where ${conditions(filter)} order by ${ORDERS.deadline} limit ${limit}`;
  return rows.map((row) => row.id);
}

export interface QueueCount {
  /** Up to `COUNT_CAP` + 1. */
  count: number;
  oldestDeadline: string | null;
}

/** Size and nearest deadline of one queue. */
export async function countQueue(tx: TenantTx, status: string, kind: string | null): Promise<QueueCount> {
  const where = queueCondition(status, kind);
  const rows = await tx.$queryRaw<QueueCount[]>`
    select
      (select count(*)::int from (select 1 from claim c where ${where} limit ${COUNT_CAP + 1}) counted) as count,
      (select c.filing_deadline::text from claim c where ${where} and c.filing_deadline is not null
       order by c.filing_deadline limit 1) as "oldestDeadline"`;
  return rows[0] ?? { count: 0, oldestDeadline: null };
}

export interface ClaimChip {
  claimId: string;
  edit: string;
  rule: string;
  severity: string;
  count: number;
}

/** Open findings of some claims, one row per claim and edit, blocking first: the reason chips of the list. */
export async function listClaimChips(tx: TenantTx, claimIds: string[]): Promise<ClaimChip[]> {
  if (claimIds.length === 0) return [];
  return tx.$queryRaw<ClaimChip[]>`
    select f.claim_id as "claimId", f.edit, f.rule, f.severity, count(*)::int as count
    from claim_finding f
    where f.claim_id = any(${claimIds}::uuid[]) and f.status = 'open' and f.severity <> 'info'
    group by f.claim_id, f.edit, f.rule, f.severity
    order by f.claim_id, f.severity = 'block' desc, f.rule`;
}

/**
 * Takes the most urgent claim of a queue that nobody has: unassigned or the member's own, not locked by another.
 * Rows that a colleague is taking in the same instant are skipped, so two people never get the same claim.
 */
export async function takeNextClaim(
  tx: TenantTx,
  status: string,
  kind: string | null,
  memberId: string,
  skip: string[],
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select c.id from claim c
    where ${queueCondition(status, kind)}
      and (c.assigned_to_id is null or c.assigned_to_id = ${memberId}::uuid)
      and (c.locked_until is null or c.locked_until <= now() or c.locked_by_id = ${memberId}::uuid)
      and c.id <> all(${skip}::uuid[])
    order by ${ORDERS.deadline}
    limit 1 for update skip locked`;
  return rows[0]?.id ?? null;
}

function queueCondition(status: string, kind: string | null): Prisma.Sql {
  return kind === null
    ? Prisma.sql`c.status = ${status}`
    : Prisma.sql`c.status = ${status} and c.queue = ${kind}`;
}

function conditions(filter: WorklistFilter): Prisma.Sql {
  const parts: Prisma.Sql[] = [queueCondition(filter.status, filter.kind)];
  if (filter.severity === "block") parts.push(Prisma.sql`c.block_count > 0`);
  if (filter.severity === "review") parts.push(Prisma.sql`c.review_count > 0`);
  if (filter.severity === "missing") parts.push(Prisma.sql`c.missing_count > 0`);
  if (filter.rule !== null) {
    parts.push(Prisma.sql`exists (select 1 from claim_finding f where f.organization_id = c.organization_id
      and f.claim_id = c.id and f.rule = ${filter.rule} and f.status = 'open')`);
  }
  if (filter.payerId !== null) parts.push(Prisma.sql`c.payer_id = ${filter.payerId}::uuid`);
  if (filter.role !== null) parts.push(Prisma.sql`c.claim_role = ${filter.role}`);
  if (filter.serviceFrom !== null) parts.push(Prisma.sql`c.service_from >= ${filter.serviceFrom}::date`);
  if (filter.serviceTo !== null) parts.push(Prisma.sql`c.service_from <= ${filter.serviceTo}::date`);
  if (filter.assignee === "unassigned") parts.push(Prisma.sql`c.assigned_to_id is null`);
  else if (filter.assignee !== null && filter.orUnassigned)
    parts.push(Prisma.sql`(c.assigned_to_id is null or c.assigned_to_id = ${filter.assignee}::uuid)`);
  else if (filter.assignee !== null) parts.push(Prisma.sql`c.assigned_to_id = ${filter.assignee}::uuid`);
  if (filter.signed?.by === "member")
    parts.push(Prisma.sql`c.signed_by_id = ${filter.signed.memberId}::uuid`);
  else if (filter.signed)
    parts.push(Prisma.sql`c.signed_by_id is distinct from ${filter.signed.memberId}::uuid`);
  if (filter.text !== null) parts.push(textCondition(filter.text));
  return Prisma.join(parts, " and ");
}

function textCondition(text: { claimNumber: string; name: string; memberId: string }): Prisma.Sql {
  const byNumber = prefix(Prisma.sql`c.claim_number`, text.claimNumber);
  const people: Prisma.Sql[] = [];
  if (text.name !== "") people.push(prefix(Prisma.sql`p.search_name`, text.name));
  if (text.memberId !== "") people.push(prefix(Prisma.sql`p.search_member_id`, text.memberId));
  if (people.length === 0) return byNumber;
  return Prisma.sql`(${byNumber} or c.patient_id in (
    select p.id from patient p where ${Prisma.join(people, " or ")} limit ${PATIENT_MATCHES}))`;
}

/** Prefix match by byte order, which the pattern indexes serve and row-level security lets through (no LIKE). */
export function prefix(column: Prisma.Sql, text: string): Prisma.Sql {
  return Prisma.sql`(${column} ~>=~ ${text} and ${column} ~<~ ${text + "\u{10ffff}"})`;
}

/** Status and owner of some claims, unlocked: what a preview of an assignment looks at. */
export async function listClaimsToAssign(
  tx: TenantTx,
  claimIds: string[],
): Promise<{ id: string; status: string; assignedToId: string | null }[]> {
  return tx.claim.findMany({
    where: { id: { in: claimIds } },
    select: { id: true, status: true, assignedToId: true },
  });
}
