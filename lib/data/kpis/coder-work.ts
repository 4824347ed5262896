import type { TenantTx } from "../tenant-transaction";
import type { ClaimSource } from "./behind-figure";

/** What stands behind a coder's home, of one member. */

/** Nearest filing deadline of a member's claims in a queue of the worklist; null where none is known. */
export async function findNearestDeadline(
  tx: TenantTx,
  queue: { status: string; kind: string | null },
  memberId: string,
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ deadline: string | null }[]>`
    select min(c.filing_deadline)::text as deadline from claim c
    where c.status = ${queue.status} and (${queue.kind}::text is null or c.queue = ${queue.kind})
      and c.assigned_to_id = ${memberId}::uuid`;
  return rows[0]?.deadline ?? null;
}

export interface OpenRule {
  /** specialty | general */
  queue: string;
  rule: string;
  /** The heaviest of its findings. */
  severity: string;
  claims: number;
}

/** Edits with open findings on claims of a status that a member has, by queue; most claims first, mere hints left out. */
export async function listOpenRules(
  tx: TenantTx,
  status: string,
  memberId: string,
  limit: number,
): Promise<OpenRule[]> {
  return tx.$queryRaw<OpenRule[]>`
    select c.queue, f.rule, case when bool_or(f.severity = 'block') then 'block' else 'review' end as severity,
      count(distinct c.id)::int as claims
    from claim c
    join claim_finding f on f.organization_id = c.organization_id and f.claim_id = c.id and f.status = 'open'
    where c.status = ${status} and c.assigned_to_id = ${memberId}::uuid
    group by c.queue, f.rule having bool_or(f.severity <> 'info')
    order by 4 desc, f.rule, c.queue limit ${limit}`;
}

export interface CodedFilter {
  memberId: string;
  /** First and last day of the first decision. */
  from: string;
  to: string;
}

export interface DecidedOfCoder {
  /** A denial category; null: the sum over all, each claim once. */
  category: string | null;
  /** Claims with a decision in the days. */
  decided: number;
  /** Claims with a denial, and what was denied. */
  claims: number;
  cents: number;
  /** The same of the days from `recentFrom` on. */
  recentClaims: number;
  recentCents: number;
}

/**
 * What payers first decided on the stimulator lines of claims that a member signed as their coder, and denied of it, by
 * category. One pass for two periods: the longer one costs what there is to read.
 */
export async function listDecidedOfCoder(
  tx: TenantTx,
  { memberId, from, to, recentFrom }: CodedFilter & { recentFrom: string },
): Promise<DecidedOfCoder[]> {
  return tx.$queryRaw<DecidedOfCoder[]>`
    select k.category, count(distinct k.claim_id)::int as decided,
      count(distinct k.claim_id) filter (where k.denied > 0)::int as claims,
      coalesce(sum(k.denied_cents) filter (where k.denied > 0), 0)::float8 as cents,
      count(distinct k.claim_id) filter (where k.denied > 0 and k.day >= ${recentFrom}::date)::int as "recentClaims",
      coalesce(sum(k.denied_cents) filter (where k.denied > 0 and k.day >= ${recentFrom}::date), 0)::float8
        as "recentCents"
    from kpi_first_decision k
    join claim c on c.organization_id = k.organization_id and c.id = k.claim_id
    where k.day between ${from}::date and ${to}::date and k.line_number > 0 and c.signed_by_id = ${memberId}::uuid
    group by grouping sets ((k.category), ())`;
}

/** The claims behind what `listDecidedOfCoder` says was denied. */
export function deniedOfCoder(filter: CodedFilter & { category: string | null }): ClaimSource {
  const { memberId, from, to, category } = filter;
  return {
    sql: `shown as (
      select k.organization_id, k.claim_id, min(k.day) as day, null::date as service_day,
        sum(k.denied_cents) as numerator, sum(k.denied_cents) as denominator, 0 as cents, count(*) as lines,
        0 as unknown, array_agg(distinct k.category order by k.category) as categories
      from kpi_first_decision k
      join claim c on c.organization_id = k.organization_id and c.id = k.claim_id
      where k.day between $3::date and $4::date and k.line_number > 0 and k.denied > 0
        and c.signed_by_id = $5::uuid and ($6::text is null or k.category = $6)
      group by k.organization_id, k.claim_id)`,
    values: [from, to, memberId, category],
  };
}
