import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import type { TestTenant } from "../integration/bench/a-tenant";
import { withLogin } from "../integration/bench/with-login";

export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

export const least = (times: number[]) => Math.min(...times);

/** The organization's rows of these tables, as COPY gives them. */
export function rowsOf(tenant: TestTenant, tables: readonly string[]): Promise<Map<string, Buffer>> {
  return withLogin("super", async (client) => {
    const rows = new Map<string, Buffer>();
    for (const table of tables) {
      const chunks: Buffer[] = [];
      const sink = new Writable({
        write(chunk: Buffer, _, done) {
          chunks.push(chunk);
          done();
        },
      });
      const sql = `copy (select * from ${table} where organization_id = '${tenant.organizationId}') to stdout`;
      await pipeline(client.query(copyTo(sql)), sink);
      rows.set(table, Buffer.concat(chunks));
    }
    return rows;
  });
}

/** COPY of these rows into tables without keys, indexes and policies, in one transaction. */
export function bareCopy(rows: Map<string, Buffer>): Promise<void> {
  return withLogin("super", async (client) => {
    await client.query("begin");
    for (const [table, content] of rows) {
      await client.query(`create table bare_${table} (like ${table})`);
      await pipeline(Readable.from([content]), client.query(copyFrom(`copy bare_${table} from stdin`)));
    }
    await client.query("commit");
    await client.query(`drop table ${[...rows.keys()].map((table) => `bare_${table}`).join(", ")}`);
  });
}
