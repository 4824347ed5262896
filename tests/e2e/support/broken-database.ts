import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";

/** Where the application under test keeps everything. */
export const DATA_DIR = path.resolve(
  import.meta.dirname,
  "../../..",
  process.env.E2E_DATA_DIR ?? ".data/e2e",
);

const read = (name: string): string => readFileSync(path.join(DATA_DIR, name), "utf8");

/** Asks the application's own database as its superuser, past row-level security. */
export async function asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { databasePasswords } = JSON.parse(read("secrets.json")) as {
    databasePasswords: { postgres: string };
  };
  const client = new pg.Client({
    host: "127.0.0.1",
    port: Number(read("postgres.port")),
    user: "postgres",
    password: databasePasswords.postgres,
    database: "dorsal",
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Breaks the database in a way that no code of ours expects, for as long as `work` takes. */
export async function whileBroken(breakIt: string, mendIt: string, work: () => Promise<void>): Promise<void> {
  await asSuperuser((client) => client.query(breakIt));
  try {
    await work();
  } finally {
    await asSuperuser((client) => client.query(mendIt));
  }
}
