import type { TenantTx } from "../tenant-transaction";
import type { ClaimSource } from "./behind-figure";

export interface CollectionSums {
  /** Month of service, YYYY-MM. */
  month: string;
  isScs: boolean;
  lines: number;
  /** Lines with a decision that stands. */
  decidedLines: number;
  /** Insurers' payments less reversals. */
  paidCents: number;
  /** What was to come in from insurers. */
  dueCents: number;
  /** Lines of which nobody can say what was to come in; they add nothing to `dueCents`. */
  unknownLines: number;
}

/**
 * Medians of what like lines were allowed: by payer, code, rank of unit and role, within stimulator lines and within all
 * others. Of an even number the mean of the middle two, halves of a cent down (lib/domain/kpis/net-collection.ts).
 */
const medians = (fewestLines: string): string => `amounts as (
    select is_scs, payer_id, code, unit_rank, claim_role, allowed_cents, sum(lines) as lines
    from kpi_collection where state = 'paid' group by 1, 2, 3, 4, 5, 6 having sum(lines) > 0),
  placed as (
    select *, sum(lines) over like_lines as upto,
      sum(lines) over (partition by is_scs, payer_id, code, unit_rank, claim_role) as total
    from amounts
    window like_lines as (partition by is_scs, payer_id, code, unit_rank, claim_role order by allowed_cents)),
  medians as materialized (
    select is_scs, payer_id, code, unit_rank, claim_role,
      floor((min(allowed_cents) filter (where upto >= div(total + 1, 2))
        + min(allowed_cents) filter (where upto >= div(total, 2) + 1)) / 2.0)::bigint as cents
    from placed where total >= ${fewestLines} group by 1, 2, 3, 4, 5)`;

const isExpected = "state in ('expected', 'pending')";

/** One row for each month of service and kind of lines; both months are days, included. */
export async function listCollectionSums(
  tx: TenantTx,
  from: string,
  to: string,
  fewestPaidLines: number,
): Promise<CollectionSums[]> {
  return tx.$queryRawUnsafe<CollectionSums[]>(
    `with ${medians("$3::int")},
     groups as (
       select month, is_scs, payer_id, code, unit_rank, claim_role, state, allowed_cents, sum(lines) as lines,
         sum(due_cents) as due, sum(paid_cents) as paid, sum(patient_cents) as patient
       from kpi_collection where month between $1::date and $2::date
       group by 1, 2, 3, 4, 5, 6, 7, 8)
     select to_char(g.month, 'YYYY-MM') as month, g.is_scs as "isScs", sum(g.lines)::int as lines,
       coalesce(sum(g.lines) filter (where g.state <> 'pending'), 0)::int as "decidedLines",
       sum(g.paid)::float8 as "paidCents",
       sum(case when not ${isExpected} then g.due
         when m.cents is null then 0
         else g.lines * greatest(m.cents, g.allowed_cents) - g.patient end)::float8 as "dueCents",
       coalesce(sum(g.lines) filter (where ${isExpected} and m.cents is null), 0)::int as "unknownLines"
     from groups g left join medians m using (is_scs, payer_id, code, unit_rank, claim_role)
     group by g.month, g.is_scs having sum(g.lines) <> 0 order by g.month`,
    from,
    to,
    fewestPaidLines,
  );
}

export interface CollectionFilter {
  /** First and last day of service. */
  from: string;
  to: string;
  payerId: string | null;
  fewestPaidLines: number;
}

/** Stimulator claims served in the period: what came in of what was to come in. */
export function collectedClaims({ from, to, payerId, fewestPaidLines }: CollectionFilter): ClaimSource {
  return {
    sql: `${medians("$6::int")},
    due as (
      select k.organization_id, k.claim_id, k.service_day, k.paid_cents,
        case when not ${isExpected} then k.due_cents
          else greatest(m.cents, k.allowed_cents) - k.patient_cents end as due_cents,
        (${isExpected} and m.cents is null) as is_unknown
      from kpi_collected_line k left join medians m using (is_scs, payer_id, code, unit_rank, claim_role)
      where k.is_scs and k.service_day between $3::date and $4::date
        and ($5::uuid is null or k.payer_id = $5::uuid)),
    shown as (
      select organization_id, claim_id, min(service_day) as day, min(service_day) as service_day,
        sum(paid_cents) as numerator, coalesce(sum(due_cents) filter (where not is_unknown), 0) as denominator,
        0 as cents, count(*) as lines, count(*) filter (where is_unknown) as unknown, null::text[] as categories
      from due group by organization_id, claim_id)`,
    values: [from, to, payerId, fewestPaidLines],
  };
}
