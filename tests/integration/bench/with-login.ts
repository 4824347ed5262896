import pg from "pg";

export type BenchLogin = "app" | "auth" | "worker" | "owner" | "super";

const VARIABLE: Record<BenchLogin, string> = {
  app: "DATABASE_URL",
  auth: "DATABASE_AUTH_URL",
  worker: "DATABASE_WORKER_URL",
  owner: "DATABASE_OWNER_URL",
  super: "DATABASE_SUPER_URL",
};

/** A bare connection as one of the roles, past every fence of the application: for attacks and for tampering. */
export async function withLogin<T>(login: BenchLogin, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env[VARIABLE[login]] });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** Runs with DATABASE_URL pointing at the worker's login, as the worker process does. */
export async function asWorkerProcess<T>(run: () => Promise<T>): Promise<T> {
  const before = process.env.DATABASE_URL;
  process.env.DATABASE_URL = process.env.DATABASE_WORKER_URL;
  try {
    return await run();
  } finally {
    process.env.DATABASE_URL = before;
  }
}
