import {
  HAS_FIRST_PAYER,
  IS_TRUE_DUPLICATE,
  isLineSuperseded,
  isScs,
  isSuperseded,
  isVoided,
  scoped,
} from "./kpi-scope";
import type { DenialEvent } from "@/lib/domain/denials/lifecycle";
import { LINE_ENTRIES } from "./line-entries";
import type { Counted } from "./recount";

const MOVED: DenialEvent = "moved_to_patient";

/**
 * Open balances of stimulator lines of claims that left, as changes by month. A charge is open from the month of service;
 * entries settle it in the month of their posting. The ledger's signs: a charge is positive, what settles it negative. A
 * line's balance is taken apart into what is open and what is overpaid, so that one line's credit pays no other's debt.
 */
const NOW = `${LINE_ENTRIES},
  scs_lines as materialized (
    select l.claim_id, l.line_number, coalesce(l.service_from, c.service_from) as service_day, c.payer_id,
      date_trunc('month', coalesce(l.service_from, c.service_from))::date as service_month, l.charge_cents
    from claim c
    join claim_line l on l.organization_id = c.organization_id and l.claim_id = c.id
    where c.id = any($1::uuid[]) and c.status = any(${scoped("$2", "left")})
      and coalesce(l.service_from, c.service_from) is not null
      and ${isScs("l.code", "$2")} and not ${isVoided("$2")}
      and not ${isSuperseded("$2")} and not ${isLineSuperseded("$2")} and ${HAS_FIRST_PAYER}
      and not exists (select from determination d where d.organization_id = l.organization_id
        and d.claim_id = l.claim_id and d.line_number = l.line_number and ${IS_TRUE_DUPLICATE})
  ),
  entries as (
    select l.claim_id, l.line_number, l.service_day, l.payer_id,
      greatest(date_trunc('month', e.posted_on)::date, l.service_month) as month, l.charge_cents,
      sum(e.cents) filter (where e.kind = 'charge') as charged,
      sum(e.cents) filter (where e.kind = any(${scoped("$2", "settling")})) as settled,
      sum(e.cents) filter (where e.kind = 'patient_responsibility') as patient
    from scs_lines l
    join line_entries e on e.claim_id = l.claim_id and e.line_number = l.line_number
    group by 1, 2, 3, 4, 5, 6
  ),
  -- What a person gave up is owed by nobody from that month on; the ledger goes on saying that it was denied.
  given_up as (
    select l.claim_id, l.line_number, l.service_day, l.payer_id,
      greatest(date_trunc('month', i.closed_on)::date, l.service_month) as month,
      -least(-sum(e.cents), case when d.current_denied then d.current_denied_cents else -sum(e.cents) end) as cents,
      i.status = any(${scoped("$2", "movedToPatient")}) as is_patients
    from scs_lines l
    join denial_item i on i.claim_id = l.claim_id
    join determination d on d.organization_id = i.organization_id and d.claim_id = l.claim_id
      and d.line_number = l.line_number and d.responsibility = i.responsibility
      and (d.current_denied or d.current_outcome = any(${scoped("$2", "unprocessed")}))
    join line_entries e on e.claim_id = l.claim_id and e.line_number = l.line_number and e.kind = 'denied'
    where i.claim_id = any($1::uuid[]) and i.closed_on is not null and i.status = any(${scoped("$2", "givenUp")})
      -- Others were closed by an answer, or go on under the claim sent in their place.
      and (i.status <> all(${scoped("$2", "movedToPatient")}) or (select s.event from denial_step s
        where s.organization_id = i.organization_id and s.item_id = i.id
        order by s.item_version desc limit 1) = '${MOVED}')
    group by 1, 2, 3, 4, 5, 7, d.current_denied, d.current_denied_cents having sum(e.cents) < 0
  ),
  changes as (
    select claim_id, line_number, service_day, payer_id, service_month as month, charge_cents as cents, 0 as patient
    from scs_lines
    union all
    select claim_id, line_number, service_day, payer_id, month, coalesce(charged, 0) + coalesce(settled, 0),
      -coalesce(patient, 0) from entries
    union all
    select claim_id, line_number, service_day, payer_id, month, cents, case when is_patients then -cents else 0 end
    from given_up
    union all
    -- From its first answer on the ledger says what the charge is.
    select claim_id, line_number, service_day, payer_id, min(month), -min(charge_cents), 0
    from entries where charged is not null group by 1, 2, 3, 4
  ),
  of_month as (
    select claim_id, line_number, service_day, payer_id, month, sum(cents) as cents, sum(patient) as patient
    from changes group by 1, 2, 3, 4, 5
  ),
  standing as (
    select *, sum(cents) over (partition by claim_id, line_number order by month) as balance from of_month
  ),
  steps as (
    select *, coalesce(lag(balance) over (partition by claim_id, line_number order by month), 0) as before
    from standing
  ),
  of_claim as (
    select claim_id, service_day, payer_id, month,
      sum(greatest(balance, 0) - greatest(before, 0))::bigint as open_cents,
      sum(least(balance, 0) - least(before, 0))::bigint as credit_cents, sum(patient)::bigint as patient_cents
    from steps group by 1, 2, 3, 4
  ),
  of_claim_open as (
    select *, sum(open_cents) over (partition by claim_id, service_day order by month) as open_now from of_claim
  ),
  now as materialized (
    select claim_id, service_day, month, payer_id, open_cents, credit_cents, patient_cents,
      (open_now > 0)::int - (open_now - open_cents > 0)::int as open_claims
    from of_claim_open where open_cents <> 0 or credit_cents <> 0 or patient_cents <> 0
  )`;

export const BALANCES: Counted = {
  rows: "kpi_balance",
  key: ["service_day", "month"],
  columns: [
    ...["claim_id", "service_day", "month", "payer_id", "open_cents", "credit_cents", "patient_cents"],
    "open_claims",
  ],
  sums: "kpi_receivable",
  dimensions: { month: "month", service_day: "service_day", payer_id: "payer_id" },
  measures: {
    open_cents: "open_cents",
    credit_cents: "credit_cents",
    patient_cents: "patient_cents",
    open_claims: "open_claims",
  },
  now: NOW,
};
