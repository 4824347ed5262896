// The database of an installation that was given none: a PostgreSQL in its data folder, on a port it keeps.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import net from "node:net";
import path from "node:path";
import pg from "pg";
import { writePrivate } from "./data-folder.mjs";
import { OperatorError } from "./operator-error.mjs";
import {
  freePort,
  initializeDataFolder,
  serverVersion,
  spawnServer,
  stopServer,
  waitUntilUp,
} from "./postgres-server.mjs";
import { commandOf, waitUntilGone } from "./process-identity.mjs";

const DATABASE = "dorsal";
const ROLES = ["dorsal_owner", "dorsal_app", "dorsal_auth", "dorsal_worker"];
const SETTINGS = { max_connections: "100", password_encryption: "scram-sha-256" };

function makeCluster(dir, password) {
  const unfinished = `${dir}.unfinished`;
  const passwordFile = `${dir}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    initializeDataFolder(unfinished, ["-A", "scram-sha-256", "--pwfile", passwordFile]);
  } catch (error) {
    throw new OperatorError(explainFailedStart(String(error.stderr ?? "")));
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, dir);
}

function explainFailedStart(text) {
  if (/unshare/.test(text)) {
    return "PostgreSQL does not run as root and this machine allows no user namespace: start Dorsal as an ordinary user.";
  }
  const last = text.trim().split("\n").at(-1);
  return `PostgreSQL could not be set up${last ? ` (${last.trim()})` : ""}.`;
}

function checkVersion(dir) {
  const made = readFileSync(path.join(dir, "PG_VERSION"), "utf8").trim();
  const ours = serverVersion();
  if (ours.split(".")[0] !== made) {
    throw new OperatorError(
      `The database in ${dir} was made by PostgreSQL ${made} and this Dorsal brings ${ours}: see docs/operations.md, Upgrade.`,
    );
  }
}

/**
 * Deals with the server's own lock. A server that outlived its Dorsal is stopped in order; a lock whose process is gone,
 * or is by now something else, is removed. Whoever calls holds the lock of the data folder.
 */
async function clearOldServer(dir) {
  const lock = path.join(dir, "postmaster.pid");
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, "utf8").split("\n")[0]);
  const command = Number.isInteger(pid) && pid > 1 ? commandOf(pid) : null;
  if (command?.includes(dir)) {
    process.kill(pid, "SIGINT");
    if (!(await waitUntilGone(pid, 30))) {
      throw new OperatorError(
        `The database in ${dir} is still held by process ${pid}: stop it, then start again.`,
      );
    }
  }
  rmSync(lock, { force: true });
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.on("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** The port of this installation: chosen once and kept, chosen anew only when somebody else has taken it. */
async function keptPort(file) {
  const kept = existsSync(file) ? Number(readFileSync(file, "utf8")) : NaN;
  if (Number.isInteger(kept) && (await isFree(kept))) return kept;
  const port = await freePort();
  writePrivate(file, String(port));
  return port;
}

async function asSuper(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the database on the first start. Answers whether it did. */
async function makeDatabase(superUrl) {
  return asSuper(superUrl, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
    return rowCount === 0;
  });
}

/** Gives the roles their passwords; after the migrations, which make the roles. */
async function setPasswords(superUrl, passwords) {
  await asSuper(superUrl, async (client) => {
    for (const role of ROLES) {
      await client.query(`ALTER ROLE ${role} PASSWORD ${client.escapeLiteral(passwords[role])}`);
    }
  });
}

const addressOf =
  (port, passwords) =>
  (role, database = DATABASE) =>
    `postgresql://${role}:${encodeURIComponent(passwords[role])}@127.0.0.1:${port}/${database}`;

/** Addresses by role of the database that `npm start` keeps for this folder; null when it has never been started. */
export function addressesOfFolder({ dataDir, passwords }) {
  const file = path.join(dataDir, "postgres.port");
  return existsSync(file) ? addressOf(Number(readFileSync(file, "utf8")), passwords) : null;
}

/**
 * Starts the database of a data folder, making it when it is not there.
 * Answers addresses by role, `makeReady` (roles and passwords; to be called before the migrations), the server's process
 * and how to stop it.
 */
export async function startEmbeddedDatabase({ dataDir, passwords, rolesFile }) {
  const dir = path.join(dataDir, "postgres");
  if (!existsSync(dir)) makeCluster(dir, passwords.postgres);
  checkVersion(dir);
  await clearOldServer(dir);
  const port = await keptPort(path.join(dataDir, "postgres.port"));
  const log = openSync(path.join(dataDir, "postgres.log"), "a", 0o600);
  const server = spawnServer({ dir, port, settings: SETTINGS, stdio: ["ignore", log, log], detached: true });
  closeSync(log);
  const url = addressOf(port, passwords);
  const stop = () => stopServer(server);
  try {
    await waitUntilUp(server, url("postgres", "postgres"));
  } catch {
    await stop();
    throw new OperatorError(
      `PostgreSQL did not start: see the end of ${path.join(dataDir, "postgres.log")}.`,
    );
  }
  const makeReady = async () => {
    await makeDatabase(url("postgres", "postgres"));
    await asSuper(url("postgres"), (client) => client.query(readFileSync(rolesFile, "utf8")));
    await setPasswords(url("postgres"), passwords);
  };
  return { url, makeReady, stop, server };
}
