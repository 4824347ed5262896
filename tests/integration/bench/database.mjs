// A real PostgreSQL for one test run: its own folder, its own port, gone afterwards.
import { chmodSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { migrate } from "../../../scripts/migrate.mjs";
import {
  freePort,
  initializeDataFolder,
  spawnServer,
  stopServer,
  waitUntilUp,
} from "../../../scripts/postgres-server.mjs";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");

/** Nothing here outlives the run, so nothing needs to reach the disk. */
const CARELESS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

/** Starts a fresh server in `dir`; answers the addresses of its roles and how to stop it. */
export async function startDatabase({ dir }) {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  chmodSync(dir, 0o700);
  initializeDataFolder(dir, ["-A", "trust", "--no-sync"]);
  const port = await freePort();
  const server = spawnServer({ dir, port, settings: CARELESS });
  const url = (role, database = "postgres") => `postgresql://${role}@127.0.0.1:${port}/${database}`;
  await waitUntilUp(server, url("postgres"));
  const stop = async () => {
    await stopServer(server);
    rmSync(dir, { recursive: true, force: true });
  };
  return { url, superUrl: url("postgres"), stop };
}

/** A database brought up to date under its own name; copies of it are cheap. */
export async function makeTemplate(server, name, root = ROOT) {
  const client = new pg.Client({ connectionString: server.superUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  await migrate({ superUrl: server.url("postgres", name), ownerUrl: server.url("dorsal_owner", name), root });
}
