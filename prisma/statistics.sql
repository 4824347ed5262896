-- What the planner may assume of tables that nobody has analysed yet. A first import fills empty tables in one transaction:
-- without this, every index whose key begins with the organization looks as good as any other, and the planner walks
-- through all rows of the organization where it should look one up by its key. Rows of one organization are taken to be
-- all of them: the worst case, so that the other columns of a key decide. The first ANALYZE (autovacuum) puts the truth in
-- its place; a database before PostgreSQL 18 cannot be told and learns by that alone.
DO $$
DECLARE
  unknown record;
BEGIN
  IF current_setting('server_version_num')::int < 180000 THEN
    RETURN;
  END IF;
  FOR unknown IN
    SELECT c.relname AS table_name, a.attname AS column_name
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname IN ('organization_id', 'import_id')
      AND a.atttypid = 'uuid'::regtype AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND NOT EXISTS (
        SELECT FROM pg_stats s
        WHERE s.schemaname = 'public' AND s.tablename = c.relname AND s.attname = a.attname
      )
  LOOP
    PERFORM pg_restore_attribute_stats(
      'schemaname', 'public', 'relname', unknown.table_name::text, 'attname', unknown.column_name::text,
      'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', 1::real
    );
  END LOOP;
END
$$;
