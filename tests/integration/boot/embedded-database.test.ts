import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { bundle } from "../../../scripts/bundle.mjs";
import { loadSecrets, lockDataFolder } from "../../../scripts/data-folder.mjs";
import { startEmbeddedDatabase } from "../../../scripts/embedded-database.mjs";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const dataDir = mkdtempSync(path.join(tmpdir(), "dorsal-boot-"));
const secrets = loadSecrets(dataDir);
const open: { stop: () => Promise<unknown> }[] = [];

afterAll(async () => {
  for (const database of open) await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start() {
  const database = await startEmbeddedDatabase({
    dataDir,
    passwords: secrets.databasePasswords,
    rolesFile: path.join(ROOT, "prisma/roles.sql"),
  });
  open.push(database);
  await database.makeReady();
  return database;
}

async function asked<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const portOf = (url: string): string => new URL(url).port;

test("the embedded database keeps its port and its rows, lets nobody in without a password, and outlives a crash", async () => {
  const first = await start();
  await asked(first.url("postgres"), "create table kept as select 1 as one");
  const settings = await asked<{ name: string; setting: string }>(
    first.url("postgres"),
    "select name, setting from pg_settings where name in ('fsync', 'log_statement', 'log_error_verbosity', 'log_min_messages')",
  );
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: "on",
    log_statement: "none",
    log_error_verbosity: "terse",
    log_min_messages: "log",
  });
  const port = portOf(first.url("dorsal_app"));
  await expect(asked(`postgresql://postgres:wrong@127.0.0.1:${port}/dorsal`, "select 1")).rejects.toThrow(
    /password/i,
  );

  // A Dorsal that was killed leaves its server running: the next start stops it in order and goes on.
  const second = await start();
  expect(first.server.exitCode).not.toBeNull();
  expect(portOf(second.url("dorsal_app"))).toBe(port);
  expect(await asked(second.url("postgres"), "select one from kept")).toEqual([{ one: 1 }]);

  // A machine that lost its power leaves a lock whose process is gone, or is by now something else.
  second.server.kill("SIGKILL");
  await new Promise((resolve) => second.server.once("exit", resolve));
  const lock = path.join(dataDir, "postgres/postmaster.pid");
  writeFileSync(lock, readFileSync(lock, "utf8").replace(/^\d+/, String(process.pid)));
  const third = await start();
  expect(await asked(third.url("postgres"), "select one from kept")).toEqual([{ one: 1 }]);

  // The log of it all repeats nothing of a statement.
  await asked(third.url("postgres"), "select 'Quillworth'::int").catch(() => undefined);
  expect(readFileSync(path.join(dataDir, "postgres.log"), "utf8")).not.toMatch(/Quillworth/);
});

test("a data folder serves one Dorsal at a time, and a lock of a process that is gone is taken over", () => {
  const release = lockDataFolder(dataDir);
  const other = spawnSync(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `import { lockDataFolder } from "./scripts/data-folder.mjs"; lockDataFolder(process.argv[1])`,
      dataDir,
    ],
    { cwd: ROOT, encoding: "utf8", timeout: 30_000 },
  );
  expect(other.stderr).toContain(`Another Dorsal (process ${process.pid}) works in ${dataDir}`);
  release();
  writeFileSync(
    path.join(dataDir, "dorsal.lock"),
    JSON.stringify({ pid: process.pid, identity: "an earlier life" }),
  );
  lockDataFolder(dataDir)();
});

test("secrets are made once, for their owner alone, and never anew when they cannot be read", () => {
  expect(loadSecrets(dataDir)).toEqual(secrets);
  const file = path.join(dataDir, "secrets.json");
  expect(statSync(file).mode & 0o077).toBe(0);
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.slice(0, 20));
  expect(() => loadSecrets(dataDir)).toThrow(/put back the copy from your backup/);
  writeFileSync(file, text);
});

test("a login that row-level security does not hold is refused with one sentence", async () => {
  const { outfile } = await bundle({
    entry: "lib/worker/check-database.ts",
    outfile: "dist/check-database.mjs",
  });
  const check = (env: Record<string, string | undefined>) =>
    spawnSync(process.execPath, [outfile], {
      ...{ cwd: ROOT, env: { ...process.env, ...env }, encoding: "utf8", timeout: 30_000 },
    });
  expect(check({})).toMatchObject({ status: 0, stderr: "" });
  for (const [name, login] of [
    ["DATABASE_URL", process.env.DATABASE_SUPER_URL],
    ["DATABASE_WORKER_URL", process.env.DATABASE_OWNER_URL],
  ] as const) {
    const { status, stderr } = check({ [name]: login });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^The database login "\w+" is a superuser, an owner or above row-level security; .*\n$/,
    );
  }
});
