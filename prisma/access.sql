-- Who may see and do what. Run by dorsal_owner after the migrations, each time: it changes nothing that is right.
-- One place for the policy text and one table of grants; lib/data/catalog-check.ts proves the result in the catalog.
-- Locks: a new table's policy takes its exclusive lock for a moment; tables already protected are left alone.
-- Rollback: none needed, the rules of the version that starts next are stated anew.
SELECT pg_advisory_xact_lock(hashtext('dorsal access rules'));

-- 1. Row-level security, forced: also the owner sees nothing unless it says that it acts for the system.
CREATE OR REPLACE FUNCTION protect_table(wanted_table regclass, policy_name text, definition text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = wanted_table AND polname = policy_name) THEN
    EXECUTE format('CREATE POLICY %I ON %s %s', policy_name, wanted_table, definition);
  END IF;
END
$$;

DO $$
DECLARE
  -- (select …) is evaluated once a statement, not once a row; after a reset the setting is '' and not NULL.
  tenant CONSTANT text := '(select nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
  system CONSTANT text := '(select current_setting(''app.system_scope'', true)) = ''on''';
  found record;
  rule text;
BEGIN
  FOR found IN
    SELECT c.oid::regclass AS name, c.relname, c.relrowsecurity, c.relforcerowsecurity,
      EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organization_id' AND NOT a.attisdropped) AS of_tenant
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
  LOOP
    IF NOT (found.relrowsecurity AND found.relforcerowsecurity) THEN
      EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', found.name);
    END IF;
    PERFORM protect_table(found.name, 'owner_system_scope',
      format('TO dorsal_owner USING (%s) WITH CHECK (%s)', system, system));
    IF found.of_tenant THEN
      rule := 'organization_id = ' || tenant;
    ELSIF found.relname = 'organization' THEN
      rule := 'id = ' || tenant;
    ELSE
      CONTINUE;
    END IF;
    PERFORM protect_table(found.name, 'tenant_isolation', format('USING (%s) WITH CHECK (%s)', rule, rule));
  END LOOP;
  -- Sign-in looks for the person before a tenant is known.
  PERFORM protect_table('user_account', 'sign_in', 'TO dorsal_auth USING (true) WITH CHECK (true)');
  PERFORM protect_table('member', 'sign_in', 'TO dorsal_auth USING (true) WITH CHECK (true)');
  PERFORM protect_table('session', 'sign_in', 'TO dorsal_auth USING (true) WITH CHECK (true)');
  PERFORM protect_table('organization', 'sign_in', 'FOR SELECT TO dorsal_auth USING (true)');
  -- The worker lists organizations to seal their audit rows, but only while it acts for none of them.
  PERFORM protect_table('organization', 'worker_list',
    'FOR SELECT TO dorsal_worker USING ((select nullif(current_setting(''app.organization_id'', true), '''')) IS NULL)');
  PERFORM protect_table('worker_heartbeat', 'worker_beat', 'TO dorsal_worker USING (true) WITH CHECK (true)');
END
$$;
DROP FUNCTION protect_table(regclass, text, text);

-- 2. The job queue belongs to the worker; everybody else enters by one function.
GRANT USAGE ON SCHEMA graphile_worker TO dorsal_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO dorsal_worker;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO dorsal_worker;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA graphile_worker FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO dorsal_worker;
DO $$
DECLARE
  queue_table regclass;
BEGIN
  FOR queue_table IN
    SELECT oid FROM pg_class WHERE relnamespace = 'graphile_worker'::regnamespace AND relkind = 'r' AND relrowsecurity
  LOOP
    IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = queue_table AND polname = 'worker_all') THEN
      EXECUTE format('CREATE POLICY worker_all ON %s TO dorsal_worker USING (true) WITH CHECK (true)', queue_table);
    END IF;
  END LOOP;
END
$$;

-- The only SECURITY DEFINER function: the tenant comes from the setting and not from the caller, the task from this list.
CREATE OR REPLACE FUNCTION enqueue_job(task text, payload jsonb, job_key text DEFAULT NULL, queue_name text DEFAULT NULL)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  tenant text := nullif(current_setting('app.organization_id', true), '');
BEGIN
  IF tenant IS NULL THEN
    RAISE EXCEPTION 'a job belongs to an organization' USING ERRCODE = '42501';
  END IF;
  IF task NOT IN ('import_claims', 'judge_denials', 're_edit_claims', 'rotate_key') THEN
    RAISE EXCEPTION 'unknown task' USING ERRCODE = '42501';
  END IF;
  IF jsonb_typeof(payload) <> 'object' OR length(payload::text) > 10000 THEN
    RAISE EXCEPTION 'a job carries a small object' USING ERRCODE = '22023';
  END IF;
  RETURN (graphile_worker.add_job(
    identifier => task,
    payload => (payload || jsonb_build_object('organizationId', tenant))::json,
    -- The day's rounds of all organizations wait in one line, so that a person's import always finds a free hand.
    queue_name => CASE WHEN payload ? 'day' THEN 'day' ELSE queue_name || ':' || tenant END,
    job_key => tenant || ':' || job_key
  )).id;
END
$$;
REVOKE ALL ON FUNCTION enqueue_job(text, jsonb, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_job(text, jsonb, text, text) TO dorsal_app, dorsal_worker;

-- 3. Grants: nothing by default, then exactly this. No row here names UPDATE or DELETE for a record of what happened.
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, dorsal_app, dorsal_auth, dorsal_worker;
DO $$
DECLARE
  tenant_roles CONSTANT text := 'dorsal_app, dorsal_worker';
  granted record;
BEGIN
  FOR granted IN
    SELECT * FROM (VALUES
      ('organization', tenant_roles, 'SELECT, INSERT, UPDATE'),
      ('organization', 'dorsal_auth', 'SELECT'),
      ('user_account', 'dorsal_auth', 'SELECT, INSERT, UPDATE'),
      ('member', tenant_roles, 'SELECT, INSERT, UPDATE'),
      ('member', 'dorsal_auth', 'SELECT, UPDATE'),
      ('session', tenant_roles, 'SELECT, UPDATE (revoked_at)'),
      ('session', 'dorsal_auth', 'SELECT, INSERT, UPDATE (assurance, last_seen_at, revoked_at)'),
      ('billing_entity', tenant_roles, 'SELECT, INSERT, UPDATE'),
      ('organization_key', tenant_roles, 'SELECT, INSERT, UPDATE (retired_at)'),
      ('idempotency_key', tenant_roles, 'SELECT, INSERT'),
      ('audit_event', tenant_roles, 'SELECT'),
      ('audit_seal', tenant_roles, 'SELECT'),
      ('audit_seal', 'dorsal_worker', 'INSERT'),
      ('patient', tenant_roles, 'SELECT, INSERT, UPDATE'),
      ('encounter', tenant_roles, 'SELECT, INSERT'),
      ('claim', tenant_roles, 'SELECT, INSERT, UPDATE'),
      ('claim_version', tenant_roles, 'SELECT, INSERT'),
      ('claim_line', tenant_roles, 'SELECT, INSERT, UPDATE, DELETE'),
      ('claim_finding', tenant_roles, 'SELECT, INSERT, UPDATE, DELETE'),
      ('claim_missing_fact', tenant_roles, 'SELECT, INSERT, UPDATE, DELETE'),
      ('clinical_fact', tenant_roles, 'SELECT, INSERT'),
      ('finding_override', tenant_roles, 'SELECT, INSERT, UPDATE (withdrawn_at)'),
      ('claim_signoff', tenant_roles, 'SELECT, INSERT, UPDATE (withdrawn_at)'),
      ('work_back_row', tenant_roles, 'SELECT, INSERT, UPDATE (status, closed_at, closed_by_import_id)'),
      ('release_batch', tenant_roles, 'SELECT, INSERT, UPDATE (status, handed_over_at, version)'),
      ('release_batch_claim', tenant_roles, 'SELECT, INSERT'),
      ('stored_file', tenant_roles, 'SELECT, INSERT, UPDATE (storage_key, key_version)'),
      ('import_file', tenant_roles, 'SELECT, INSERT, UPDATE'),
      ('staged_claim', tenant_roles, 'SELECT, INSERT, DELETE'),
      ('quarantined_claim', tenant_roles, 'SELECT, INSERT'),
      ('background_job', tenant_roles, 'SELECT, INSERT, UPDATE'),
      ('worker_heartbeat', 'dorsal_worker', 'SELECT, INSERT, UPDATE, DELETE'),
      ('payer', tenant_roles, 'SELECT, INSERT, UPDATE'),
      ('payer_profile_version', tenant_roles, 'SELECT, INSERT'),
      ('remittance_payment', tenant_roles, 'SELECT, INSERT, UPDATE (payer_id, born_count, unapplied_count, denied_count, version, status, payment_key, billing_entity_id, posted_at, post_reason, posted_by_id, posted_by_name)'),
      ('remittance_claim', tenant_roles, 'SELECT, INSERT, UPDATE (claim_id, match_kind, responsibility, allowed_cents, patient_cents, denied_cents, outcome, category, classified, reverses_id, corrects_id)'),
      ('remittance_line', tenant_roles, 'SELECT, INSERT, UPDATE (claim_line, match_kind)'),
      ('provider_adjustment', tenant_roles, 'SELECT, INSERT, UPDATE (claim_id)'),
      ('staged_payment', tenant_roles, 'SELECT, INSERT, DELETE'),
      ('staged_remittance', tenant_roles, 'SELECT, INSERT, DELETE'),
      ('ledger_entry', tenant_roles, 'SELECT, INSERT'),
      ('kpi_first_decision', tenant_roles, 'SELECT, INSERT, DELETE'),
      ('kpi_month', tenant_roles, 'SELECT, INSERT'),
      ('kpi_due', tenant_roles, 'SELECT, INSERT'),
      ('kpi_due', 'dorsal_worker', 'DELETE'),
      ('kpi_balance', tenant_roles, 'SELECT'),
      ('kpi_balance', 'dorsal_worker', 'INSERT, DELETE'),
      ('kpi_receivable', tenant_roles, 'SELECT'),
      ('kpi_receivable', 'dorsal_worker', 'INSERT, DELETE'),
      ('kpi_collected_line', tenant_roles, 'SELECT'),
      ('kpi_collected_line', 'dorsal_worker', 'INSERT, DELETE'),
      ('kpi_collection', tenant_roles, 'SELECT'),
      ('kpi_collection', 'dorsal_worker', 'INSERT, DELETE'),
      ('kpi_month', 'dorsal_worker', 'DELETE'),
      ('determination', tenant_roles, 'SELECT, INSERT, UPDATE'),
      ('denial_item', tenant_roles, 'SELECT, INSERT, UPDATE'),
      ('denial_note', tenant_roles, 'SELECT, INSERT'),
      ('denial_action', tenant_roles, 'SELECT, INSERT'),
      ('denial_step', tenant_roles, 'SELECT, INSERT')
    ) AS rows (table_name, roles, privileges)
  LOOP
    EXECUTE format('GRANT %s ON %I TO %s', granted.privileges, granted.table_name, granted.roles);
  END LOOP;
  -- The database alone says which transaction wrote an audit row: a forged number could hide it from the sealing job.
  EXECUTE format(
    'GRANT INSERT (%s) ON audit_event TO dorsal_app, dorsal_auth, dorsal_worker',
    (SELECT string_agg(quote_ident(attname), ', ')
     FROM pg_attribute
     WHERE attrelid = 'audit_event'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'inserted_xid')
  );
END
$$;
