import { connectionOf, type Login } from "./database-connection";

const QUESTION = `
  select current_user as name, r.rolsuper or r.rolbypassrls or r.rolcreaterole as mighty,
    exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as owns,
    pg_has_role(r.oid, 'dorsal_owner', 'MEMBER') as may_own
  from pg_roles r where r.rolname = current_user`;

/**
 * Refuses to go on with a database login that row-level security would not hold: a superuser, an owner of tables, a
 * role that may bypass it or become the owner. Throws a sentence for the operator.
 */
export async function assertSafeRole(login: Login = "tenant"): Promise<void> {
  const { rows } = await connectionOf(login).pool.query<{
    name: string;
    mighty: boolean;
    owns: boolean;
    may_own: boolean;
  }>(QUESTION);
  const role = rows[0];
  if (!role || role.mighty || role.owns || role.may_own) {
    throw new Error(
      `The database login "${role?.name ?? "unknown"}" is a superuser, an owner or above row-level security; ` +
        "Dorsal runs only as dorsal_app, dorsal_auth or dorsal_worker (prisma/roles.sql).",
    );
  }
}
