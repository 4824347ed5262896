import type pg from "pg";
import { ROLE_RIGHTS, TENANT_RIGHTS } from "./catalog-rights";
import { connectionOf } from "./database-connection";

/** Tables that belong to no tenant, each for its reason: its rows are all tenants', a person's, or the program's. */
const WITHOUT_TENANT = ["organization", "user_account", "worker_heartbeat", "_prisma_migrations"];
/** Unique across tenants on purpose: whoever can ask already holds 32 random bytes. */
const GLOBAL_UNIQUE = ["session_token_hash_key"];
const DEFINER_FUNCTIONS = ["enqueue_job"];
const ROLES = ["dorsal_app", "dorsal_auth", "dorsal_worker", "dorsal_owner"];
const APPLICATION_ROLES = ["dorsal_app", "dorsal_auth", "dorsal_worker"];

const SETTING = `NULLIF(current_setting('app.organization_id'::text, true), ''::text)`;
const tenantRule = (column: string): string => `(${column} = ( SELECT (${SETTING})::uuid AS "nullif"))`;
const OWNER_RULE = `(( SELECT current_setting('app.system_scope'::text, true) AS current_setting) = 'on'::text)`;

/** Every policy there may be: table ("*" is any), name, command, role, condition to see, condition to write. */
const POLICIES: readonly (string | null)[][] = [
  ["*", "owner_system_scope", "ALL", "dorsal_owner", OWNER_RULE, OWNER_RULE],
  ["*", "tenant_isolation", "ALL", "public", tenantRule("organization_id"), tenantRule("organization_id")],
  ["organization", "tenant_isolation", "ALL", "public", tenantRule("id"), tenantRule("id")],
  ["user_account", "sign_in", "ALL", "dorsal_auth", "true", "true"],
  ["member", "sign_in", "ALL", "dorsal_auth", "true", "true"],
  ["session", "sign_in", "ALL", "dorsal_auth", "true", "true"],
  ["organization", "sign_in", "SELECT", "dorsal_auth", "true", null],
  [
    "organization",
    "worker_list",
    "SELECT",
    "dorsal_worker",
    `(( SELECT ${SETTING} AS "nullif") IS NULL)`,
    null,
  ],
  ["worker_heartbeat", "worker_beat", "ALL", "dorsal_worker", "true", "true"],
];

function allowedRights(): string[] {
  const allowed: string[] = [];
  const allow = (role: string, table: string, rights: string): void => {
    for (const [, right, columns] of rights.matchAll(/(\w+)(?: \(([^)]*)\))?/g)) {
      if (columns === undefined) allowed.push(`${role} ${table} ${right}`);
      else allowed.push(...columns.split(", ").map((column) => `${role} ${table} ${right} ${column}`));
    }
  };
  for (const [table, rights] of Object.entries(TENANT_RIGHTS)) {
    for (const role of ["dorsal_app", "dorsal_worker"]) allow(role, table, rights);
  }
  for (const { role, table, rights } of ROLE_RIGHTS) allow(role, table, rights);
  return allowed;
}

const QUERY = `
with tables as (
  select c.oid, c.relname as name, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.reloptions, c.relacl, c.relowner,
    exists (select from pg_attribute a
      where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped and a.attnotnull) as of_tenant
  from pg_class c where c.relnamespace = 'public'::regnamespace
), rights as (
  select coalesce(r.rolname, 'public') as role, t.name as table_name, a.privilege_type as privilege, null as column_name
  from tables t cross join lateral aclexplode(t.relacl) a left join pg_roles r on r.oid = a.grantee
  where t.relkind in ('r', 'p', 'v', 'm', 'f') and a.grantee <> t.relowner
  union all
  select coalesce(r.rolname, 'public'), t.name, a.privilege_type, c.attname
  from tables t join pg_attribute c on c.attrelid = t.oid and not c.attisdropped
  cross join lateral aclexplode(c.attacl) a left join pg_roles r on r.oid = a.grantee
  where a.grantee <> t.relowner
)
select 'row-level security is not forced' as problem, name as subject
from tables where relkind in ('r', 'p') and name <> '_prisma_migrations' and not (relrowsecurity and relforcerowsecurity)
union all
select 'a table without organization_id', name
from tables where relkind in ('r', 'p') and not of_tenant and name <> all ($1)
union all
select 'no tenant policy', t.name
from tables t where relkind in ('r', 'p') and (of_tenant or name = 'organization')
  and not exists (select from pg_policy p where p.polrelid = t.oid and p.polname = 'tenant_isolation')
union all
select 'a policy that is not on the list', p.tablename || '.' || p.policyname
from pg_policies p where p.schemaname = 'public' and not exists (
  select from jsonb_array_elements($2::jsonb) w
  where w->>0 in ('*', p.tablename) and w->>1 = p.policyname and w->>2 = p.cmd and array[w->>3]::name[] = p.roles
    and p.permissive = 'PERMISSIVE'
    and w->>4 is not distinct from p.qual and w->>5 is not distinct from p.with_check
    and not (w->>0 = '*' and p.policyname = 'tenant_isolation' and p.tablename = 'organization'))
union all
select 'a unique index that is not the tenant''s own', i.indexrelid::regclass::text
from pg_index i join tables t on t.oid = i.indrelid
where i.indisunique and t.of_tenant and pg_get_indexdef(i.indexrelid, 1, true) <> 'organization_id'
  and i.indexrelid::regclass::text <> all ($3)
union all
select 'a foreign key that can point into another tenant', k.conrelid::regclass || '.' || k.conname
from pg_constraint k join tables t on t.oid = k.conrelid join tables target on target.oid = k.confrelid
where k.contype = 'f' and t.of_tenant and not exists (
  select from unnest(k.conkey, k.confkey) as pair (here, there)
  join pg_attribute h on h.attrelid = k.conrelid and h.attnum = pair.here
  join pg_attribute o on o.attrelid = k.confrelid and o.attnum = pair.there
  where h.attname = 'organization_id'
    and o.attname = case when target.name = 'organization' then 'id' else 'organization_id' end)
union all
select 'a view that runs as its owner', name
from tables where relkind = 'm'
  or (relkind = 'v' and not coalesce(reloptions @> array['security_invoker=true'] or reloptions @> array['security_invoker=on'], false))
union all
select 'a function that runs as its owner', p.oid::regprocedure::text
from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where p.prosecdef and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not (n.nspname = 'public' and p.proname = any ($4)
    and coalesce(p.proconfig @> array['search_path=pg_catalog, pg_temp'], false))
union all
select 'a right that is not on the list', concat_ws(' ', role, privilege, 'on', table_name, column_name)
from rights
where role <> 'dorsal_owner' and concat_ws(' ', role, table_name, privilege, column_name) <> all ($5)
  -- Whoever writes an audit row says everything in it except which transaction it came from.
  and not (table_name = 'audit_event' and privilege = 'INSERT' and role = any ($6)
    and column_name is not null and column_name <> 'inserted_xid')
union all
select 'a role with more power than it needs', rolname
from pg_roles where rolname = any ($7)
  and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
union all
select 'a role that may become another', m.rolname || ' -> ' || r.rolname
from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles r on r.oid = a.roleid
where m.rolname = any ($6)
union all
select 'a role that may make tables', r from unnest($6::text[]) r where has_schema_privilege(r, 'public', 'CREATE')
union all
select 'the queue is open to', r from unnest($6::text[]) r
where r <> 'dorsal_worker' and has_schema_privilege(r, 'graphile_worker', 'USAGE')
union all
select 'the application owns', name from tables where pg_get_userbyid(relowner) = any ($6)
order by 1, 2`;

export interface CatalogProblem {
  problem: string;
  /** The table, policy, index, function or role. */
  subject: string;
}

/** Every side door that row-level security would not close and that stands open in this database; none is right. */
export async function findCatalogProblems(client: Pick<pg.ClientBase, "query">): Promise<CatalogProblem[]> {
  const { rows } = await client.query<CatalogProblem>(QUERY, [
    WITHOUT_TENANT,
    JSON.stringify(POLICIES),
    GLOBAL_UNIQUE,
    DEFINER_FUNCTIONS,
    allowedRights(),
    APPLICATION_ROLES,
    ROLES,
  ]);
  return rows;
}

/** Refuses to go on with a database that has a side door open. Throws a sentence for the operator. */
export async function assertSafeCatalog(): Promise<void> {
  const client = await connectionOf("tenant").pool.connect();
  try {
    const problems = await findCatalogProblems(client);
    if (problems.length === 0) return;
    const shown = problems.slice(0, 5).map(({ problem, subject }) => `${problem}: ${subject}`);
    throw new Error(
      `The database does not keep organizations apart (${shown.join("; ")}); nothing was started.`,
    );
  } finally {
    client.release();
  }
}
