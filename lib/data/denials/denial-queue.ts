import type { WorkKind } from "@/lib/domain/denials/open-work";
import type { DenialCategory } from "@/lib/domain/denials/outcome";
import type { DenialStatus } from "@/lib/domain/denials/lifecycle";
import type { RecoveryTier } from "@/lib/domain/denials/recovery";
import { prefix } from "../claims/worklist";
import { Prisma } from "../generated/client";
import type { TenantTx } from "../tenant-transaction";

export type DenialSort = "score" | "deadline" | "amount" | "age";

/** What the queue is narrowed to; null means "any". Texts are normalised by the caller. */
export interface DenialFilter {
  statuses: readonly DenialStatus[];
  category: string | null;
  tier: string | null;
  /** Those without a tier. */
  isUnrated: boolean;
  /** Those without a deadline. */
  hasNoDeadline: boolean;
  payerId: string | null;
  /** A member id, or "unassigned". */
  owner: string | null;
  /** With a member id: also what nobody has. */
  orUnassigned: boolean;
  deadlineFrom: string | null;
  deadlineTo: string | null;
  amountFromCents: number | null;
  amountToCents: number | null;
  text: { claimNumber: string; name: string; memberId: string } | null;
}

export interface DenialRow {
  id: string;
  claimId: string;
  claimNumber: string;
  patientName: string;
  payerName: string;
  lineSummary: string;
  status: DenialStatus;
  kind: WorkKind;
  category: DenialCategory;
  amountCents: number;
  tier: RecoveryTier | null;
  deadline: string | null;
  deadlineSource: string | null;
  ownerId: string | null;
  ownerName: string | null;
  openedOn: string;
  version: number;
}

/** A count that stops: above `DENIAL_COUNT_CAP` it says so instead of reading on. */
export const DENIAL_COUNT_CAP = 10_000;
const PATIENT_MATCHES = 500;

/** A denial whose score nobody has worked out stands first, so that it is looked at; the indexes have this order. */
const ORDERS: Record<DenialSort, Prisma.Sql> = {
  score: Prisma.sql`d.score desc, d.deadline asc nulls last, d.id asc`,
  deadline: Prisma.sql`d.deadline asc nulls last, d.id asc`,
  amount: Prisma.sql`d.amount_cents desc, d.id asc`,
  age: Prisma.sql`d.opened_on asc, d.id asc`,
};

/** One page of the queue in the asked order. `offset` and `limit` count denials. */
export async function listDenialRows(
  tx: TenantTx,
  filter: DenialFilter,
  sort: DenialSort,
  limit: number,
  offset: number,
): Promise<DenialRow[]> {
  // Each status is read in the order of its index; the page is cut before names are looked up.
  return tx.$queryRaw<DenialRow[]>`
    with page as materialized (
      select d.* from unnest(${[...filter.statuses]}::text[]) as wanted(status)
      cross join lateral (
        select d.* from denial_item d where d.status = wanted.status and ${conditions(filter)}
        order by ${ORDERS[sort]} limit ${limit + offset}
      ) d
      order by ${ORDERS[sort]} limit ${limit} offset ${offset}
    )
    select d.id, d.claim_id as "claimId", c.claim_number as "claimNumber",
      p.last_name || coalesce(', ' || p.first_name, '') as "patientName", y.name as "payerName",
      c.line_summary as "lineSummary", d.status, d.kind, d.category, d.amount_cents::float8 as "amountCents", d.tier,
      d.deadline::text as "deadline", d.deadline_source as "deadlineSource", d.owner_id as "ownerId",
      o.display_name as "ownerName", d.opened_on::text as "openedOn", d.version
    from page d
    join claim c on c.organization_id = d.organization_id and c.id = d.claim_id
    join patient p on p.organization_id = c.organization_id and p.id = c.patient_id
    join payer y on y.organization_id = c.organization_id and y.id = c.payer_id
    left join member o on o.organization_id = d.organization_id and o.id = d.owner_id
    order by ${ORDERS[sort]}`;
}

/** How many denials match, read no further than `DENIAL_COUNT_CAP` + 1. */
export async function countDenialRows(tx: TenantTx, filter: DenialFilter): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select 1 from denial_item d where d.status = any(${[...filter.statuses]}) and ${conditions(filter)}
      limit ${DENIAL_COUNT_CAP + 1}
    ) matching`;
  return rows[0]?.count ?? 0;
}

/** Ids of all matching denials up to `limit`, most rewarding first, for "select all matching". */
export async function listDenialIds(tx: TenantTx, filter: DenialFilter, limit: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select d.id from denial_item d where d.status = any(${[...filter.statuses]}) and ${conditions(filter)}
    order by ${ORDERS.score} limit ${limit}`;
  return rows.map((row) => row.id);
}

/** Size and nearest deadline of some statuses. */
export async function countDenialQueue(
  tx: TenantTx,
  statuses: readonly DenialStatus[],
): Promise<{ count: number; nearestDeadline: string | null }> {
  const rows = await tx.$queryRaw<{ count: number; nearestDeadline: string | null }[]>`
    select
      (select count(*)::int from (
        select 1 from denial_item d where d.status = any(${[...statuses]}) limit ${DENIAL_COUNT_CAP + 1}
      ) counted) as count,
      (select min(first.deadline)::text from unnest(${[...statuses]}::text[]) as wanted(status)
       cross join lateral (
         select d.deadline from denial_item d where d.status = wanted.status and d.deadline is not null
         order by d.deadline limit 1
       ) first) as "nearestDeadline"`;
  return rows[0] ?? { count: 0, nearestDeadline: null };
}

/**
 * Finds the most rewarding denial that nobody has, or that is the member's own, and locks it. Rows that a colleague is
 * taking in the same instant are skipped, so two people never get the same one; null when nothing is left.
 */
export async function takeNextDenial(
  tx: TenantTx,
  statuses: readonly DenialStatus[],
  memberId: string,
  skip: readonly string[],
): Promise<{ id: string; version: number; ownerId: string | null } | null> {
  const rows = await tx.$queryRaw<{ id: string; version: number; ownerId: string | null }[]>`
    select d.id, d.version, d.owner_id as "ownerId" from denial_item d
    where d.status = any(${[...statuses]}) and (d.owner_id is null or d.owner_id = ${memberId}::uuid)
      and d.id <> all(${[...skip]}::uuid[])
    order by ${ORDERS.score}
    limit 1 for update skip locked`;
  return rows[0] ?? null;
}

function conditions(filter: DenialFilter): Prisma.Sql {
  const parts: Prisma.Sql[] = [Prisma.sql`true`];
  if (filter.category !== null) parts.push(Prisma.sql`d.category = ${filter.category}`);
  if (filter.isUnrated) parts.push(Prisma.sql`d.tier is null`);
  else if (filter.tier !== null) parts.push(Prisma.sql`d.tier = ${filter.tier}`);
  if (filter.hasNoDeadline) parts.push(Prisma.sql`d.deadline is null`);
  if (filter.owner === "unassigned") parts.push(Prisma.sql`d.owner_id is null`);
  else if (filter.owner !== null && filter.orUnassigned)
    parts.push(Prisma.sql`(d.owner_id is null or d.owner_id = ${filter.owner}::uuid)`);
  else if (filter.owner !== null) parts.push(Prisma.sql`d.owner_id = ${filter.owner}::uuid`);
  if (filter.deadlineFrom !== null) parts.push(Prisma.sql`d.deadline >= ${filter.deadlineFrom}::date`);
  if (filter.deadlineTo !== null) parts.push(Prisma.sql`d.deadline <= ${filter.deadlineTo}::date`);
  if (filter.amountFromCents !== null)
    parts.push(Prisma.sql`d.amount_cents >= ${filter.amountFromCents}::bigint`);
  if (filter.amountToCents !== null)
    parts.push(Prisma.sql`d.amount_cents <= ${filter.amountToCents}::bigint`);
  if (filter.payerId !== null)
    parts.push(Prisma.sql`exists (select 1 from claim c where c.organization_id = d.organization_id
      and c.id = d.claim_id and c.payer_id = ${filter.payerId}::uuid)`);
  if (filter.text !== null) parts.push(textCondition(filter.text));
  return Prisma.join(parts, " and ");
}

function textCondition(text: { claimNumber: string; name: string; memberId: string }): Prisma.Sql {
  const claims: Prisma.Sql[] = [prefix(Prisma.sql`c.claim_number`, text.claimNumber)];
  const people: Prisma.Sql[] = [];
  if (text.name !== "") people.push(prefix(Prisma.sql`p.search_name`, text.name));
  if (text.memberId !== "") people.push(prefix(Prisma.sql`p.search_member_id`, text.memberId));
  if (people.length > 0)
    claims.push(Prisma.sql`c.patient_id in (
      select p.id from patient p where ${Prisma.join(people, " or ")} limit ${PATIENT_MATCHES})`);
  return Prisma.sql`d.claim_id in (select c.id from claim c where ${Prisma.join(claims, " or ")})`;
}
