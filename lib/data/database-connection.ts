import pg from "pg";
import { createFencedAdapter } from "./fenced-adapter";
import { PrismaClient } from "./generated/client";

/** "tenant" logs in as dorsal_app (web) or dorsal_worker (worker): DATABASE_URL. "auth" as dorsal_auth: DATABASE_AUTH_URL. */
export type Login = "tenant" | "auth";

export interface Connection {
  pool: pg.Pool;
  prisma: PrismaClient;
}

const VARIABLE: Record<Login, string> = { tenant: "DATABASE_URL", auth: "DATABASE_AUTH_URL" };

// Next evaluates modules anew when they change; the pools stay one per address.
const kept = globalThis as typeof globalThis & { dorsalConnections?: Map<string, Connection> };

function open(url: string): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: Number(process.env.DATABASE_POOL_SIZE ?? 10),
    connectionTimeoutMillis: 20_000,
    application_name: "dorsal",
  });
  // An idle connection that the server closes is replaced at the next use; unheard, the event would end the process.
  pool.on("error", () => undefined);
  return {
    pool,
    prisma: new PrismaClient({ adapter: createFencedAdapter(pool), errorFormat: "minimal", log: [] }),
  };
}

/** The connection pool of a login, opened at first use. Only lib/data/tenant-transaction.ts and boot checks take it. */
export function connectionOf(login: Login): Connection {
  const url = process.env[VARIABLE[login]];
  if (!url) throw new Error(`${VARIABLE[login]} is not set`);
  const connections = (kept.dorsalConnections ??= new Map());
  let connection = connections.get(url);
  if (!connection) {
    connection = open(url);
    connections.set(url, connection);
  }
  return connection;
}

/** Closes every pool; at shutdown and between tests. */
export async function closeConnections(): Promise<void> {
  const connections = [...(kept.dorsalConnections?.values() ?? [])];
  kept.dorsalConnections?.clear();
  await Promise.all(
    connections.map(async ({ pool, prisma }) => {
      await prisma.$disconnect();
      await pool.end();
    }),
  );
}
