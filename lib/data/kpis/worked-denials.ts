import type { TenantTx } from "../tenant-transaction";
import type { ClaimSource } from "./behind-figure";
import { IS_TRUE_DUPLICATE, isScs, isVoided, scopeJson, type KpiScope } from "./kpi-scope";

/** Acts of substance of a period by whoever did them. */
export interface WorkedFilter {
  from: string;
  to: string;
  /** Events of substance: lib/domain/denials/lifecycle.ts */
  events: readonly string[];
  /** One member's own; null: everybody's. */
  memberId: string | null;
  /** The lines that the key figures count; null: of whatever was worked. */
  scope: KpiScope | null;
}

/**
 * Acts of substance that stand. Each undo takes back the newest step that stands before it, like a stack: a step was undone
 * where the count of steps less undos falls below its own later on (lib/domain/denials/undo-step.ts).
 */
const ACTS = `acted as materialized (
    select a.* from denial_action a
    where a.acted_on between $3::date and $4::date and a.kind = any($5::text[])
      and ($6::uuid is null or a.member_id = $6::uuid)),
  heights as (
    select s.organization_id, s.item_id, s.action_id, s.item_version,
      sum(case when s.event = 'undone' then -1 else 1 end) over (partition by s.item_id order by s.item_version)
        as height
    from denial_step s where s.item_id in (select item_id from acted)),
  lows as (
    select *, min(height) over (partition by item_id order by item_version
      rows between 1 following and unbounded following) as low
    from heights),
  acts as (
    select i.organization_id, i.claim_id, i.responsibility, a.acted_on
    from acted a
    join lows s on s.organization_id = a.organization_id and s.action_id = a.id and coalesce(s.low >= s.height, true)
    join denial_item i on i.organization_id = a.organization_id and i.id = a.item_id)`;

/** `d`: determination, `c`: its claim. */
const DENIED_LINE = `d.line_number > 0 and (d.initial_denied or d.current_denied)
  and ($7::jsonb is null or d.responsibility = 'P' and not ${IS_TRUE_DUPLICATE}
    and ${isScs("d.code", "$7")} and not ${isVoided("$7")})`;
/** What was denied of a line at first; of one that was paid first, what is denied now. */
const DENIED_CENTS = `(case when d.initial_denied and d.initial_outcome <> 'PARTIAL' then d.initial_charge_cents
  when d.initial_denied then d.initial_denied_cents else d.current_denied_cents end)`;

/** Claims worked; numerator and denominator are their denied lines, cents what was denied of them. */
export function workedClaims({ from, to, events, memberId, scope }: WorkedFilter): ClaimSource {
  return {
    sql: `${ACTS},
    worked as (
      select organization_id, claim_id, responsibility, min(acted_on) as day from acts group by 1, 2, 3),
    shown as (
      select d.organization_id, d.claim_id, min(w.day) as day, null::date as service_day, count(*) as numerator,
        count(*) as denominator, sum(${DENIED_CENTS}) as cents, count(*) as lines, 0 as unknown,
        array_agg(distinct coalesce(d.initial_category, d.current_category))
          filter (where coalesce(d.initial_category, d.current_category) is not null) as categories
      from worked w
      join determination d on d.organization_id = w.organization_id and d.claim_id = w.claim_id
        and d.responsibility = w.responsibility
      join claim c on c.organization_id = d.organization_id and c.id = d.claim_id
      where ${DENIED_LINE}
      group by d.organization_id, d.claim_id)`,
    values: [from, to, [...events], memberId, scope && scopeJson(scope)],
  };
}

/** Denied lines worked by month (YYYY-MM); a line that was worked in two months counts in each. */
export async function listWorkedLines(
  tx: TenantTx,
  filter: WorkedFilter,
): Promise<{ month: string; lines: number }[]> {
  return tx.$queryRawUnsafe<{ month: string; lines: number }[]>(
    `with ${ACTS},
     worked as (
       select distinct organization_id, claim_id, responsibility, date_trunc('month', acted_on)::date as month from acts)
     select to_char(w.month, 'YYYY-MM') as month, count(*)::int as lines
     from worked w
     join determination d on d.organization_id = w.organization_id and d.claim_id = w.claim_id
       and d.responsibility = w.responsibility
     join claim c on c.organization_id = d.organization_id and c.id = d.claim_id
     where $1::int is null and $2::int is null and ${DENIED_LINE}
     group by w.month order by w.month`,
    ...[null, null, filter.from, filter.to, [...filter.events], filter.memberId],
    filter.scope && scopeJson(filter.scope),
  );
}
