import {
  HAS_FIRST_PAYER,
  IS_TRUE_DUPLICATE,
  isLineSuperseded,
  isScs,
  isSuperseded,
  isVoided,
  scoped,
} from "./kpi-scope";
import { LINE_ENTRIES } from "./line-entries";
import type { Counted } from "./recount";

/**
 * What came in and was to come in for each line of claims that left, from their first payer and insurance only: no feed of
 * patient payments is connected, so the patient's share is on neither side. What is due for a denied or unpaid line only a
 * reader can say: the median of like lines moves with every posting.
 */
const NOW = `${LINE_ENTRIES},
  ranked as (
    select l.claim_id, l.line_number, l.code, l.service_from, l.units, 1 + coalesce(sum(l.units) over (
      partition by l.claim_id, l.code order by l.line_number rows between unbounded preceding and 1 preceding), 0)::int
      as rank
    from claim_line l where l.claim_id = any($1::uuid[])
  ),
  money as (
    select e.claim_id, e.line_number, coalesce(-sum(e.cents) filter (where e.kind = 'payment'), 0) as paid,
      coalesce(-sum(e.cents) filter (where e.kind = 'patient_responsibility' and e.effect <> 'transfer'), 0) as patient
    from line_entries e
    join remittance_claim r on r.organization_id = e.organization_id and r.id = e.remittance_claim_id
    where r.responsibility = 'P'
    group by 1, 2
  ),
  judged as (
    select l.claim_id, l.line_number, coalesce(l.service_from, c.service_from) as service_day, c.payer_id, l.code,
      case when l.units <= 1 then l.rank::text else l.rank || '-' || (l.rank + l.units::int - 1) end as unit_rank,
      c.claim_role, ${isScs("l.code", "$2")} as is_scs,
      case when ${isSuperseded("$2")} or ${isLineSuperseded("$2")} then 'nothing'
        when coalesce(d.current_outcome, w.current_outcome, 'PEND') = 'PEND' then 'pending'
        when d.current_outcome = 'PAID' then 'paid'
        when coalesce(d.current_outcome, w.current_outcome) = any(${scoped("$2", "allowedAsDecided")}) then 'settled'
        when d.current_outcome = any(${scoped("$2", "nothingOfItsOwn")}) and not d.current_denied then 'nothing'
        else 'expected' end as state,
      coalesce(d.current_allowed_cents, case when w.claim_id is not null then m.paid + m.patient end, 0) as allowed, coalesce(m.paid, 0) as paid, coalesce(m.patient, 0) as patient
    from claim c
    join ranked l on l.claim_id = c.id
    left join determination d on d.organization_id = c.organization_id and d.claim_id = c.id
      and d.responsibility = 'P' and d.line_number = l.line_number
    -- An answer without lines speaks for all of them; it teaches no median.
    left join determination w on d.claim_id is null and w.organization_id = c.organization_id and w.claim_id = c.id
      and w.responsibility = 'P' and w.line_number = 0
      and not exists (select from determination x where x.organization_id = c.organization_id and x.claim_id = c.id
        and x.responsibility = 'P' and x.line_number > 0)
    left join money m on m.claim_id = l.claim_id and m.line_number = l.line_number
    where c.id = any($1::uuid[]) and c.status = any(${scoped("$2", "left")})
      and ${HAS_FIRST_PAYER} and not (m.claim_id is null and ${isSuperseded("$2")})
      and coalesce(l.service_from, c.service_from) is not null
      and not coalesce(${IS_TRUE_DUPLICATE}, false) and not ${isVoided("$2")}
  ),
  now as materialized (
    select claim_id, line_number, service_day, payer_id, code, unit_rank, claim_role, is_scs, state,
      (case when state in ('settled', 'nothing') then 0 else allowed end)::bigint as allowed_cents,
      (case when state in ('paid', 'settled') then allowed - patient else 0 end)::bigint as due_cents,
      paid::bigint as paid_cents, patient::bigint as patient_cents
    from judged
  )`;

export const COLLECTED_LINES: Counted = {
  rows: "kpi_collected_line",
  key: ["line_number"],
  columns: [
    ...["claim_id", "line_number", "service_day", "payer_id", "code", "unit_rank", "claim_role", "is_scs"],
    ...["state", "allowed_cents", "due_cents", "paid_cents", "patient_cents"],
  ],
  sums: "kpi_collection",
  dimensions: {
    month: "date_trunc('month', service_day)::date",
    payer_id: "payer_id",
    code: "code",
    unit_rank: "unit_rank",
    claim_role: "claim_role",
    is_scs: "is_scs",
    state: "state",
    allowed_cents: "allowed_cents",
  },
  measures: {
    lines: "1",
    due_cents: "due_cents",
    paid_cents: "paid_cents",
    patient_cents: "patient_cents",
  },
  now: NOW,
};
