import type { TestTenant } from "../integration/bench/a-tenant";
import { withLogin } from "../integration/bench/with-login";

const CODES = `(array['63650','63655','63661','63663','63664','63685','63688','0784T','0785T','95972'])`;

/**
 * Fills an organization by SQL with what so many claims of three years count as: one in seven a stimulator claim, one in
 * nine of these first denied, seven in ten of those paid later. The sums are what the worker has put together.
 */
export async function fillFigures(tenant: TestTenant, claims: number): Promise<void> {
  const { organizationId, actors } = tenant;
  await withLogin("super", async (client) => {
    const run = (sql: string, ...values: unknown[]) => client.query(sql, [organizationId, ...values]);
    // Keys and triggers are not what is measured.
    await client.query("set session_replication_role = replica");
    await client.query("set enable_nestloop = off");
    await run(`insert into payer (organization_id, id, payer_code, name, kind)
      select $1::uuid, gen_random_uuid(), 'P' || n, 'PAYER ' || n, 'commercial' from generate_series(1, 12) n`);
    await run(`insert into billing_entity (organization_id, id, name, tax_id, npi)
      values ($1::uuid, gen_random_uuid(), 'HARBOR PAIN GROUP', '123456789', '1234567893')`);
    await run(
      `insert into patient (organization_id, id, last_name, first_name, search_name, search_member_id, member_id, match_key)
       select $1::uuid, gen_random_uuid(), 'LAST' || n, 'FIRST' || n, 'last' || n || ' first' || n, 'W' || n, 'W' || n, 'k' || n
       from generate_series(1, $2::int / 4) n`,
      claims,
    );
    await run(`insert into encounter (organization_id, id, patient_id, service_date)
      select organization_id, gen_random_uuid(), id, date '2026-01-01' from patient where organization_id = $1::uuid`);
    await run(
      `insert into claim (organization_id, id, billing_entity_id, claim_number, patient_id, encounter_id, payer_id,
         claim_role, frequency, responsibility, status, has_scs, queue, charge_cents, service_from, service_to,
         line_summary, signed_by_id)
       select $1::uuid, gen_random_uuid(), (select id from billing_entity where organization_id = $1::uuid),
         'HP-' || n, e.patient_id, e.id, y.id, 'surgeon', '1', 'P',
         case when n % 200 = 3 then 'needs_coding' else 'filed' end, n % 7 = 0, 'specialty', 950000,
         date '2023-07-01' + n % 1096, date '2023-07-01' + n % 1096, '63650×2', case when n % 35 = 0 then $3::uuid end
       from generate_series(1, $2::int) n
       join (select *, row_number() over () as r from encounter where organization_id = $1::uuid) e on e.r = 1 + n % ($2::int / 4)
       join (select *, row_number() over () as r from payer where organization_id = $1::uuid) y on y.r = 1 + n % 12`,
      claims,
      actors.coder.memberId,
    );
    await client.query(`create temporary table numbered as
      select organization_id, id, payer_id, service_from, has_scs, substr(claim_number, 4)::int as n from claim
      where organization_id = '${organizationId}' and status = 'filed'`);
    await client.query("analyze numbered");
    await run(`insert into kpi_first_decision (organization_id, claim_id, line_number, day, payer_id, code, category,
        denied, passed, charge_cents, denied_cents)
      select $1::uuid, id, l, service_from + 20 + n % 40, payer_id, case when l = 0 then '' else ${CODES}[1 + n % 10] end,
        case when l > 0 and n % 9 = 0 then (array['AUTH','INCLUSIVE','MEDNEC','DOC','TIMELY','DUP'])[1 + n % 6] else '' end,
        (n % 9 = 0)::int, (l = 0 and n % 9 <> 0)::int, 950000, case when n % 9 = 0 then 950000 else 0 end
      from numbered, generate_series(0, 2) l where has_scs`);
    await run(`insert into kpi_month (organization_id, id, month, payer_id, code, category, lines, denied_lines,
        charge_cents, denied_cents, claims, denied_claims, passed_claims)
      select $1::uuid, gen_random_uuid(), date_trunc('month', day)::date, payer_id, code, category,
        count(*) filter (where line_number > 0), coalesce(sum(denied) filter (where line_number > 0), 0),
        coalesce(sum(charge_cents) filter (where line_number > 0), 0),
        coalesce(sum(denied_cents) filter (where line_number > 0), 0), count(*) filter (where line_number = 0),
        coalesce(sum(denied) filter (where line_number = 0), 0), sum(passed)
      from kpi_first_decision where organization_id = $1::uuid group by 3, 4, 5, 6`);
    await run(`insert into kpi_balance (organization_id, claim_id, service_day, month, payer_id, open_cents, credit_cents,
        patient_cents, open_claims)
      select $1::uuid, id, service_from, date_trunc('month', service_from)::date, payer_id, 1900000, 0, 0, 1
      from numbered where has_scs
      union all
      select $1::uuid, id, service_from, date_trunc('month', service_from + 70 + case when n % 9 = 0 then 120 else n % 40 end)::date,
        payer_id, -1900000, 0, 80000, -1
      from numbered where has_scs and (n % 9 <> 0 or n % 10 < 7)`);
    await run(`insert into kpi_receivable (organization_id, id, month, service_day, payer_id, open_cents, credit_cents,
        patient_cents, open_claims)
      select $1::uuid, gen_random_uuid(), month, service_day, payer_id, sum(open_cents), 0, sum(patient_cents), sum(open_claims)
      from kpi_balance where organization_id = $1::uuid group by 3, 4, 5`);
    await run(`insert into kpi_collected_line (organization_id, claim_id, line_number, service_day, payer_id, code,
        unit_rank, claim_role, is_scs, state, allowed_cents, due_cents, paid_cents, patient_cents)
      select $1::uuid, id, l, service_from, payer_id, code, '1', 'surgeon', has_scs,
        case when n % 9 = 0 then 'expected' else 'paid' end, case when n % 9 = 0 then 0 else allowed end,
        case when n % 9 = 0 then 0 else allowed - 8000 end, case when n % 9 = 0 then 0 else allowed - 8000 end, 8000
      from (select *, case when has_scs then ${CODES}[1 + n % 10] else '99' || (200 + n % 60) end as code,
          100000 + (n % 12) * 1000 + (n % 60) * 100 + extract(year from service_from)::int + n % 4 as allowed
        from numbered) c, generate_series(1, 2) l
      where has_scs or l = 1`);
    await run(`insert into kpi_collection (organization_id, id, month, payer_id, code, unit_rank, claim_role, is_scs, state,
        allowed_cents, lines, due_cents, paid_cents, patient_cents)
      select $1::uuid, gen_random_uuid(), date_trunc('month', service_day)::date, payer_id, code, unit_rank, claim_role,
        is_scs, state, allowed_cents, count(*), sum(due_cents), sum(paid_cents), sum(patient_cents)
      from kpi_collected_line where organization_id = $1::uuid group by 3, 4, 5, 6, 7, 8, 9, 10`);
    // What counting reads: lines and entries of the stimulator claims.
    await run(`insert into claim_line (organization_id, claim_id, line_number, code, units, charge_cents,
        place_of_service, service_from)
      select $1::uuid, id, l, ${CODES}[1 + n % 10], 1, 950000, '24', service_from
      from numbered, generate_series(1, 2) l where has_scs`);
    await run(`insert into ledger_entry (organization_id, id, claim_id, line_number, kind, cents, posted_on)
      select $1::uuid, gen_random_uuid(), id, l, e.kind, e.cents, service_from + 30
      from numbered, generate_series(1, 2) l,
        (values ('charge', 950000), ('payment', -320000), ('contractual', -550000), ('patient_responsibility', -80000))
          as e(kind, cents)
      where has_scs`);
    await fillDenials(run, [actors.denial_specialist.memberId!, actors.denial_lead.memberId!]);
    for (const table of [
      ...["payer", "patient", "claim", "kpi_first_decision", "kpi_month", "kpi_balance", "kpi_receivable"],
      ...[
        "kpi_collected_line",
        "kpi_collection",
        "denial_item",
        "denial_action",
        "denial_step",
        "determination",
      ],
    ])
      await client.query(`vacuum analyze ${table}`);
  });
}

type Run = (sql: string, ...values: unknown[]) => Promise<unknown>;

/** Each denied claim with its decision, its work item and one act; half of the items are the two people's. */
async function fillDenials(run: Run, owners: readonly string[]): Promise<void> {
  await run(`insert into determination (organization_id, claim_id, responsibility, line_number, payer_id, code,
      initial_outcome, initial_category, initial_denied, initial_charge_cents, initial_denied_cents, initial_on)
    select $1::uuid, claim_id, 'P', line_number, payer_id, code, 'DENIED', category, true, 950000, 950000, day
    from kpi_first_decision where organization_id = $1::uuid and line_number > 0 and denied = 1`);
  await run(
    `insert into denial_item (organization_id, id, claim_id, responsibility, status, category, amount_cents, tier, score,
       deadline, owner_id, opened_on, remittance_claim_id)
     select $1::uuid, gen_random_uuid(), claim_id, 'P', case when charge % 10 < 7 then 'closed' else 'open' end, category,
       1900000, (array['high','moderate','low'])[1 + charge % 3], charge, day + 90,
       case when charge % 2 = 0 then ($2::uuid[])[1 + charge % 4 / 2] end, day, gen_random_uuid()
     from (select claim_id, category, day, row_number() over (order by day) as charge from kpi_first_decision
       where organization_id = $1::uuid and line_number = 1 and denied = 1) d`,
    [...owners],
  );
  await run(
    `insert into denial_action (organization_id, id, item_id, kind, acted_on, member_id, actor_name)
     select $1::uuid, gen_random_uuid(), id, 'appeal_sent', opened_on + 15, ($2::uuid[])[1], 'Test' from denial_item
     where organization_id = $1::uuid`,
    [...owners],
  );
  await run(`insert into denial_step (organization_id, id, item_id, event, from_status, to_status, by, item_version,
      remittance_claim_id, action_id, actor_name)
    select $1::uuid, gen_random_uuid(), item_id, 'appeal_sent', 'open', 'appealed', 'person', 2, gen_random_uuid(), id, 'Test'
    from denial_action where organization_id = $1::uuid`);
}

/** Marks so many stimulator claims to be counted. */
export async function markSome({ organizationId }: TestTenant, claims: number): Promise<void> {
  await withLogin("super", (client) =>
    client.query(
      `insert into kpi_due (organization_id, id, claim_id)
       select organization_id, gen_random_uuid(), claim_id from kpi_first_decision
       where organization_id = $1::uuid and line_number = 0 order by md5(claim_id::text || clock_timestamp()) limit $2`,
      [organizationId, claims],
    ),
  );
}
