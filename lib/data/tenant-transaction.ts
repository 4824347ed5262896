import type { Writable } from "node:stream";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { connectionOf, type Login } from "./database-connection";
import type { PrismaClient } from "./generated/client";
import { createStatementFence, FenceError, type StatementFence } from "./statement-fence";

/** The everyday handle: Prisma's models and raw queries inside one organization's transaction. */
export type TenantTx = Omit<
  PrismaClient,
  "$connect" | "$disconnect" | "$on" | "$use" | "$extends" | "$transaction"
>;

export interface TenantScope {
  organizationId: string;
}

/** Real limits, kept by PostgreSQL; Prisma's own timer only lets go of the connection long afterwards. */
export interface TransactionLimits {
  statementMs: number;
  idleMs: number;
  totalMs: number;
}

export const REQUEST_LIMITS: TransactionLimits = { statementMs: 15_000, idleMs: 30_000, totalMs: 60_000 };
/** For the worker's long work. */
export const JOB_LIMITS: TransactionLimits = { statementMs: 300_000, idleMs: 120_000, totalMs: 900_000 };

const PRISMA_TIMEOUT_MS = 20 * 60_000;
const PRISMA_MAX_WAIT_MS = 20_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const SET_SCOPE = `select set_config('app.organization_id', $1, true), set_config('statement_timeout', $2, true),
  set_config('idle_in_transaction_session_timeout', $3, true), set_config('transaction_timeout', $4, true)`;

function scopeValues(organizationId: string, limits: TransactionLimits): [string, string, string, string] {
  return [organizationId, String(limits.statementMs), String(limits.idleMs), String(limits.totalMs)];
}

function checkedId(scope: TenantScope): string {
  if (!UUID.test(scope.organizationId)) throw new FenceError("a tenant transaction needs an organization");
  return scope.organizationId;
}

function inTransaction<T>(
  login: Login,
  organizationId: string,
  limits: TransactionLimits,
  run: (tx: TenantTx) => Promise<T>,
): Promise<T> {
  return connectionOf(login).prisma.$transaction(
    async (tx) => {
      await tx.$queryRawUnsafe(SET_SCOPE, ...scopeValues(organizationId, limits));
      return run(tx as unknown as TenantTx);
    },
    { timeout: PRISMA_TIMEOUT_MS, maxWait: PRISMA_MAX_WAIT_MS },
  );
}

/**
 * The one door to an organization's rows: a transaction whose first statement names the organization.
 * Commits when `run` returns; rolls back when it throws. A caught database error makes the commit fail (FenceError).
 */
export async function withTenant<T>(
  scope: TenantScope,
  run: (tx: TenantTx) => Promise<T>,
  limits: TransactionLimits = REQUEST_LIMITS,
): Promise<T> {
  return inTransaction("tenant", checkedId(scope), limits, run);
}

/** Sign-in and session look-ups, before an organization is known: logs in as dorsal_auth. Only lib/auth uses it. */
export async function withAuth<T>(run: (tx: TenantTx) => Promise<T>): Promise<T> {
  return inTransaction("auth", "", REQUEST_LIMITS, run);
}

/** As `withAuth`, once the person's organization is known: may also write that organization's audit rows. */
export async function withAuthOf<T>(scope: TenantScope, run: (tx: TenantTx) => Promise<T>): Promise<T> {
  return inTransaction("auth", checkedId(scope), REQUEST_LIMITS, run);
}

/** What the worker does for no organization: its heartbeat, the list of organizations. Sees no tenant's rows. */
export async function asWorker<T>(run: (tx: TenantTx) => Promise<T>): Promise<T> {
  return inTransaction("tenant", "", REQUEST_LIMITS, run);
}

/** Set-based work in SQL under the guards of `withTenant`. */
export interface TenantSql {
  query<Row extends pg.QueryResultRow>(
    sql: string,
    values?: readonly unknown[],
  ): Promise<pg.QueryResult<Row>>;
  /** A stream into `COPY <temporary table> FROM STDIN`; row-level security refuses COPY into tenant tables. */
  copyInto(sql: string): Writable;
}

function fencedSql(client: pg.PoolClient, fence: StatementFence): TenantSql {
  return {
    async query<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) {
      if (/^\s*(begin|commit|end|abort|start)\b|^\s*rollback\s*;?\s*$/i.test(sql)) {
        throw new FenceError("withTenantSql begins and ends its transaction itself");
      }
      fence.before(sql, values);
      try {
        const result = await client.query<Row>(sql, [...values]);
        fence.succeeded(sql);
        return result;
      } catch (error) {
        fence.failed();
        throw error;
      }
    },
    copyInto(sql) {
      fence.before(sql);
      const stream = client.query(copyFrom(sql));
      stream.on("error", () => fence.failed());
      return stream;
    },
  };
}

/** `withTenant` for COPY and set-based SQL: same login, same first statement, same limits, same fence. */
export async function withTenantSql<T>(
  scope: TenantScope,
  run: (sql: TenantSql) => Promise<T>,
  limits: TransactionLimits = JOB_LIMITS,
): Promise<T> {
  const organizationId = checkedId(scope);
  const client = await connectionOf("tenant").pool.connect();
  const fence = createStatementFence();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    fence.before(SET_SCOPE);
    await client.query(SET_SCOPE, scopeValues(organizationId, limits));
    const result = await run(fencedSql(client, fence));
    if (!fence.mayCommit)
      throw new FenceError("a failed statement was swallowed; its transaction is rolled back");
    fence.close();
    // PostgreSQL answers ROLLBACK to the COMMIT of a transaction that failed without anybody waiting for it.
    const { command } = await client.query("COMMIT");
    if (command !== "COMMIT")
      throw new FenceError("a statement that nobody waited for failed; nothing was kept");
    return result;
  } catch (error) {
    fence.close();
    await client.query("ROLLBACK").catch((rollbackError: Error) => (broken = rollbackError));
    throw error;
  } finally {
    client.release(broken);
  }
}
