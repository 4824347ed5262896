-- The four roles of Dorsal. Run once by a superuser, again at any time: it changes nothing that is right.
-- None of them may bypass row-level security, create roles or databases. Passwords are the operator's business:
--   ALTER ROLE dorsal_app PASSWORD '…';
-- Rollback: REASSIGN OWNED / DROP OWNED for each role, then DROP ROLE.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['dorsal_owner', 'dorsal_app', 'dorsal_auth', 'dorsal_worker'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      EXECUTE format('CREATE ROLE %I LOGIN', wanted);
    END IF;
    EXECUTE format('ALTER ROLE %I LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION NOINHERIT', wanted);
  END LOOP;
END
$$;

-- The owner makes tables and the job queue's schema; nobody else makes anything. TEMPORARY is for bulk loads.
DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO dorsal_owner', current_database());
  EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO dorsal_app, dorsal_worker', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO dorsal_auth', current_database());
END
$$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO dorsal_owner;
GRANT USAGE ON SCHEMA public TO dorsal_app, dorsal_auth, dorsal_worker;
