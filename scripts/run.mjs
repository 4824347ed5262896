// What npm start and npm run dev do once the packages are there: database, migrations, demo, build, two processes.
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import net from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { buildApp, generateClient } from "./build-app.mjs";
import { bundle } from "./bundle.mjs";
import { prepareDatabase } from "./database.mjs";
import { loadSecrets, lockDataFolder, openDataFolder } from "./data-folder.mjs";
import { demoSignIns, loadDemoWhenEmpty } from "./demo.mjs";
import { ROOT } from "./install.mjs";
import { OperatorError, runMain } from "./operator-error.mjs";
import { supervise } from "./supervise.mjs";

const run = promisify(execFile);
const FOREVER = 3;

const say = (line) => process.stdout.write(`${line}\n`);

/** What to stop, newest first; stopped once, however often we are told to. */
const started = [];
let stopping;

function stopEverything() {
  stopping ??= (async () => {
    for (const stop of started.reverse()) await stop();
  })();
  return stopping;
}

function stopOnSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (!stopping) say("\nStopping ...");
      void stopEverything().then(() => process.exit(0));
    });
  }
}

function checkPort(host, port) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.on("error", (error) => {
      const reason = {
        EADDRINUSE: `Port ${port} is taken: stop what listens there, or set PORT to another one.`,
        EACCES: `Port ${port} may not be used by this user: set PORT to one above 1023.`,
        EADDRNOTAVAIL: `This machine has no address ${host}: set HOST to one it has.`,
        ENOTFOUND: `This machine has no address ${host}: set HOST to one it has.`,
      }[error.code];
      reject(reason ? new OperatorError(reason) : error);
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** Roles that row-level security holds, and a catalog without a side door: asked by the code that will use them. */
async function checkDatabase(env) {
  const { outfile } = await bundle({
    entry: "lib/worker/check-database.ts",
    outfile: "dist/check-database.mjs",
  });
  try {
    await run(process.execPath, [outfile], { cwd: ROOT, env });
  } catch (error) {
    throw new OperatorError(String(error.stderr || error.message).trim());
  }
}

async function waitForWeb({ host, port, failed }) {
  const address = `http://${host.includes(":") ? `[${host}]` : host}:${port}/sign-in`;
  for (let attempt = 0; attempt < 600; attempt++) {
    if (failed() || stopping) return false;
    const answer = await fetch(address, { redirect: "manual" }).catch(() => null);
    await answer?.body?.cancel();
    if (answer && answer.status < 500) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/** The variables of one process: no more of the database's logins than it needs. */
function environmentFor(variables, name, databaseUrl) {
  const env = { ...process.env, ...variables, DATABASE_URL: databaseUrl, DORSAL_PROCESS: name };
  delete env.DATABASE_OWNER_URL;
  delete env.DATABASE_WORKER_URL;
  if (name === "worker") delete env.DATABASE_AUTH_URL;
  return env;
}

async function main() {
  const development = process.argv[2] === "development";
  const { readEnvironment, variablesOf } = await import("../lib/env.ts");
  stopOnSignals();

  const dataDir = path.resolve(ROOT, process.env.DATA_DIR || ".data");
  openDataFolder(dataDir);
  started.push(lockDataFolder(dataDir));
  const host = process.env.HOST || "127.0.0.1";
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new OperatorError("PORT must be a port number.");
  await checkPort(host, port);

  if (await generateClient()) say("Generated the database client.");
  const secrets = loadSecrets(dataDir);
  const database = await prepareDatabase({ dataDir, secrets, say, onStarted: (stop) => started.push(stop) });
  const environment = readSettings(readEnvironment, {
    DORSAL_MASTER_KEY: secrets.masterKey,
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
    ...process.env,
    ...database.urls,
    DATA_DIR: dataDir,
  });
  const variables = { ...variablesOf(environment), NODE_ENV: development ? "development" : "production" };
  await checkDatabase({ ...process.env, ...variables });

  const building = development ? undefined : buildApp();
  const demo = await loadDemoWhenEmpty({
    ownerUrl: database.ownerUrl,
    env: { ...process.env, ...variables },
    say,
  });
  if (building && (await building)) say("Built the application.");
  const { outfile: worker } = await bundle({ entry: "lib/worker/main.ts", outfile: "dist/worker.mjs" });

  let failed = false;
  const onFall = (falls) => (failed ||= falls >= FOREVER);
  const leave = ["--import", path.join(ROOT, "scripts", "leave-with-parent.mjs")];
  const next = path.join(ROOT, "node_modules", "next", "dist", "bin", "next");
  const web = supervise({
    name: "web server",
    args: [...leave, next, development ? "dev" : "start", "--hostname", host, "--port", String(port)],
    env: environmentFor(variables, "web", environment.databaseUrl),
    pidFile: path.join(dataDir, "web-server.pid"),
    raw: development || process.env.DORSAL_RAW_OUTPUT === "1",
    onFall,
  });
  const work = supervise({
    name: "worker",
    args: [...leave, "--enable-source-maps", worker],
    // One worker at a time under this name: the next one frees the jobs of the one before at once.
    env: {
      ...environmentFor(variables, "worker", environment.databaseWorkerUrl),
      DORSAL_SUPERVISOR: randomUUID(),
    },
    pidFile: path.join(dataDir, "worker.pid"),
    raw: development || process.env.DORSAL_RAW_OUTPUT === "1",
  });
  started.push(() => Promise.all([web.stop(), work.stop()]));

  const up = await waitForWeb({ host: host === "0.0.0.0" ? "127.0.0.1" : host, port, failed: () => failed });
  if (!up && !stopping) {
    throw new OperatorError("The web server does not stay up: start it with DORSAL_RAW_OUTPUT=1 to see why.");
  }
  if (!stopping) await announce(environment.publicUrl, demo);
}

function readSettings(readEnvironment, given) {
  try {
    return readEnvironment(given);
  } catch (error) {
    throw new OperatorError(error.message);
  }
}

async function announce(address, demo) {
  say(`\nDorsal is ready: ${address}\n`);
  if (demo) {
    say("Demo practice, invented people only. Sign in as:");
    for (const line of await demoSignIns()) say(`  ${line}`);
    say("");
  }
  say("Ctrl-C stops everything.");
}

await runMain(async () => {
  try {
    await main();
  } catch (error) {
    await stopEverything();
    throw error;
  }
});
