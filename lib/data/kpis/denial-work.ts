import type { DenialStatus } from "@/lib/domain/denials/lifecycle";
import type { TenantTx } from "../tenant-transaction";
import type { ClaimSource } from "./behind-figure";

export interface DenialsFilter {
  statuses: readonly DenialStatus[];
  /** A member's own and what nobody has; null: everybody's. */
  memberId: string | null;
}

export interface DenialCell {
  /** Null where nobody has worked it out. */
  tier: string | null;
  /** Number of the band of deadlines, from 0; null where the deadline is unknown. */
  band: number | null;
  count: number;
  cents: number;
}

/**
 * Denials by tier and by bands of deadlines: band n ends with the n-th of `lastDays` (ascending), the band behind the last
 * has no end.
 */
export async function listDenialCells(
  tx: TenantTx,
  { statuses, memberId }: DenialsFilter,
  lastDays: readonly string[],
): Promise<DenialCell[]> {
  return tx.$queryRaw<DenialCell[]>`
    select d.tier,
      case when d.deadline is not null then (
        select count(*) from unnest(${[...lastDays]}::date[]) as b(day) where b.day < d.deadline) end::int as band,
      count(*)::int as count, sum(d.amount_cents)::float8 as cents
    from denial_item d
    where d.status = any(${[...statuses]})
      and (${memberId}::uuid is null or d.owner_id is null or d.owner_id = ${memberId}::uuid)
    group by 1, 2`;
}

/** Nearest deadline of such denials; null where none is known. */
export async function findNearestDenialDeadline(
  tx: TenantTx,
  { statuses, memberId }: DenialsFilter,
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ deadline: string | null }[]>`
    select min(d.deadline)::text as deadline from denial_item d
    where d.status = any(${[...statuses]})
      and (${memberId}::uuid is null or d.owner_id is null or d.owner_id = ${memberId}::uuid)`;
  return rows[0]?.deadline ?? null;
}

export interface RecoveredFilter {
  /** First and last day of posting. */
  from: string;
  to: string;
  /** Denials that a member has; null: everybody's. */
  memberId: string | null;
}

/** Read from the side that is short: a member's denials, or the payments of the period. */
const ENTRIES = {
  mine: `select e.* from ledger_entry e
    where e.posted_on between $3::date and $4::date and e.claim_id in (
      select n.id from denial_item i
      join claim c on c.organization_id = i.organization_id and c.id = i.claim_id
      join claim n on n.organization_id = c.organization_id and n.billing_entity_id = c.billing_entity_id
        and n.claim_number = c.claim_number and n.cycle >= c.cycle
      where i.owner_id = $5::uuid)`,
  anyone: `select e.* from remittance_payment p
    join ledger_entry e on e.organization_id = p.organization_id and e.payment_id = p.id
    where p.posted_on between $3::date and $4::date and $5::uuid is null`,
};

/** Claims with money on lines that an earlier answer denied: payments less what was taken back. */
export function recoveredClaims({ from, to, memberId }: RecoveredFilter): ClaimSource {
  return {
    sql: `paid as materialized (
      select e.organization_id, e.claim_id, e.line_number, e.remittance_claim_id, e.posted_on, e.cents
      from (${memberId === null ? ENTRIES.anyone : ENTRIES.mine}) e where e.kind = 'payment' and e.line_number > 0),
    -- A line, and those of the claims before it in whose place a corrected or new claim was sent: the same line and code,
    -- else the same code.
    chain as (
      select p.claim_id, p.line_number, p.claim_id as denied_claim_id, p.line_number as denied_line
      from (select distinct claim_id, line_number from paid) p
      union all
      select p.claim_id, p.line_number, e.id, f.line_number
      from (select distinct organization_id, claim_id, line_number from paid) p
      join claim c on c.organization_id = p.organization_id and c.id = p.claim_id
      join claim_line l on l.organization_id = c.organization_id and l.claim_id = c.id and l.line_number = p.line_number
      join claim e on e.organization_id = c.organization_id and e.billing_entity_id = c.billing_entity_id
        and e.claim_number = c.claim_number and e.cycle < c.cycle
      join claim_line f on f.organization_id = e.organization_id and f.claim_id = e.id and f.code = l.code
        and (f.line_number = l.line_number or not exists (select from claim_line s where s.organization_id = c.organization_id
          and s.claim_id = c.id and s.line_number = f.line_number and s.code = f.code))
    ),
    denied as (
      select distinct on (h.claim_id, h.line_number) h.claim_id, h.line_number, d.initial_on, d.initial_remittance_id,
        coalesce(d.initial_category, 'ADMIN_OTHER') as category
      from chain h
      join determination d on d.claim_id = h.denied_claim_id and d.line_number = h.denied_line and d.initial_denied
      order by h.claim_id, h.line_number, d.initial_on),
    lines as (
      select p.organization_id, p.claim_id, p.line_number, d.category, min(p.posted_on) as day, -sum(p.cents) as cents
      from paid p join denied d on d.claim_id = p.claim_id and d.line_number = p.line_number
      where p.posted_on >= d.initial_on and p.remittance_claim_id is distinct from d.initial_remittance_id
      group by p.organization_id, p.claim_id, p.line_number, d.category having sum(p.cents) <> 0),
    shown as (
      select organization_id, claim_id, min(day) as day, null::date as service_day, sum(cents) as numerator,
        sum(cents) as denominator, sum(cents) as cents, count(*) as lines, 0 as unknown,
        array_agg(distinct category order by category) as categories
      from lines group by organization_id, claim_id)`,
    values: [from, to, memberId],
  };
}
