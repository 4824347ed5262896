import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closeConnections } from "@/lib/data/database-connection";
import { TEMPLATE } from "./global-setup";

// Each test file works in its own copy of the migrated database and in its own data folder.
const superUrl = inject("databaseSuperUrl");
const database = `dorsal_${randomBytes(6).toString("hex")}`;

function urlOf(role: string): string {
  const url = new URL(superUrl);
  url.username = role;
  url.pathname = `/${database}`;
  return url.href;
}

async function asSuper(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

const dataDir = mkdtempSync(path.join(tmpdir(), "dorsal-files-"));
Object.assign(process.env, {
  DATABASE_URL: urlOf("dorsal_app"),
  DATABASE_AUTH_URL: urlOf("dorsal_auth"),
  DATABASE_WORKER_URL: urlOf("dorsal_worker"),
  DATABASE_OWNER_URL: urlOf("dorsal_owner"),
  DATABASE_SUPER_URL: urlOf("postgres"),
  DORSAL_MASTER_KEY: randomBytes(32).toString("base64"),
  DATA_DIR: dataDir,
});

beforeAll(async () => {
  // Copying a template takes a lock on it: test files that start together wait for each other.
  await asSuper(`CREATE DATABASE ${database} TEMPLATE ${TEMPLATE}`);
});

afterAll(async () => {
  await closeConnections();
  await asSuper(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  rmSync(dataDir, { recursive: true, force: true });
});
