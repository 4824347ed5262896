import { PrismaPg } from "@prisma/adapter-pg";
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from "@prisma/driver-adapter-utils";
import type { Pool } from "pg";
import { createStatementFence, FenceError, isCommit } from "./statement-fence";

const ROLLBACK: SqlQuery = { sql: "ROLLBACK", args: [], argTypes: [] };

function outside(): never {
  throw new FenceError("a query outside a transaction: use withTenant");
}

function fenceTransaction(inner: Transaction): Transaction {
  const fence = createStatementFence();

  async function guarded<T>(query: SqlQuery, run: () => Promise<T>): Promise<T> {
    fence.before(query.sql, query.args);
    if (isCommit(query.sql) && !fence.mayCommit) {
      await inner.executeRaw(ROLLBACK);
      throw new FenceError("a failed statement was swallowed; its transaction is rolled back");
    }
    try {
      const result = await run();
      fence.succeeded(query.sql);
      return result;
    } catch (error) {
      fence.failed();
      throw error;
    }
  }

  const run = (sql: string): Promise<number> => {
    const query = { sql, args: [], argTypes: [] };
    return guarded(query, () => inner.executeRaw(query));
  };

  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    options: inner.options,
    queryRaw: (query) => guarded(query, () => inner.queryRaw(query)),
    executeRaw: (query) => guarded(query, () => inner.executeRaw(query)),
    async createSavepoint(name) {
      await run(`SAVEPOINT ${name}`);
    },
    async rollbackToSavepoint(name) {
      await run(`ROLLBACK TO SAVEPOINT ${name}`);
    },
    async releaseSavepoint(name) {
      await run(`RELEASE SAVEPOINT ${name}`);
    },
    commit() {
      fence.close();
      return inner.commit();
    },
    rollback() {
      fence.close();
      return inner.rollback();
    },
  };
}

function fenceConnection(inner: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: outside,
    executeRaw: outside,
    executeScript: outside,
    startTransaction: async (isolationLevel) =>
      fenceTransaction(await inner.startTransaction(isolationLevel)),
    getConnectionInfo: () => inner.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => inner.dispose(),
  };
}

/** Prisma's PostgreSQL adapter in which nothing runs outside a transaction and nothing after its end. */
export function createFencedAdapter(pool: Pool): SqlDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => fenceConnection(await factory.connect()),
  };
}
