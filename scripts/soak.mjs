// Kills the web server, the worker or both at random points of imports, many times, and checks that nothing is lost or
// doubled: `npm run soak`, or `npm run soak -- claims`. SOAK_ROUNDS (20) and SOAK_CLAIMS (10000) make it shorter or longer.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { KINDS } from "../tests/soak/kinds.ts";
import { bundle } from "./bundle.mjs";
import { loadSecrets } from "./data-folder.mjs";
import { addressesOfFolder } from "./embedded-database.mjs";
import { ROOT } from "./install.mjs";
import { OperatorError, runMain } from "./operator-error.mjs";
import { freePort } from "./postgres-server.mjs";

/** The first start builds the application. */
const START_SECONDS = 600;

function chosenKinds() {
  const chosen = process.argv.slice(2);
  const unknown = chosen.filter((name) => !KINDS.includes(name));
  if (unknown.length === 0) return chosen.length === 0 ? KINDS : chosen;
  throw new OperatorError(
    `There is no import of ${unknown.join(", ")} to soak; there are ${KINDS.join(", ")}.`,
  );
}

/** The application as `npm start` runs it, empty, in a folder of its own. It stops when we are gone, however we go. */
function startApplication(dataDir, address, log) {
  const leave = path.join(ROOT, "scripts", "leave-with-parent.mjs");
  return spawn(process.execPath, ["--import", leave, path.join(ROOT, "scripts", "run.mjs"), "production"], {
    cwd: ROOT,
    stdio: ["ignore", log, log],
    env: {
      ...process.env,
      HOST: "127.0.0.1",
      PORT: new URL(address).port,
      PUBLIC_URL: address,
      DATA_DIR: dataDir,
      DATABASE_URL: "",
      DORSAL_DEMO: "off",
    },
  });
}

async function untilReady(application, address) {
  for (let attempt = 0; attempt < START_SECONDS * 4; attempt += 1) {
    if (application.exitCode !== null) break;
    const answer = await fetch(`${address}/sign-in`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new OperatorError("The application did not start.");
}

async function soak(kinds, dataDir, address) {
  const { outfile } = await bundle({ entry: "tests/soak/soak.ts", outfile: "dist/soak.mjs" });
  const { databasePasswords, masterKey } = loadSecrets(dataDir);
  const url = addressesOfFolder({ dataDir, passwords: databasePasswords });
  const child = spawn(process.execPath, ["--enable-source-maps", outfile, ...kinds], {
    cwd: ROOT,
    stdio: "inherit",
    env: {
      ...process.env,
      DATABASE_URL: url("dorsal_app"),
      DATABASE_AUTH_URL: url("dorsal_auth"),
      DORSAL_MASTER_KEY: masterKey,
      DATA_DIR: dataDir,
      PUBLIC_URL: address,
    },
  });
  const [code] = await once(child, "exit");
  return code ?? 1;
}

await runMain(async () => {
  const kinds = chosenKinds();
  const folder = mkdtempSync(path.join(tmpdir(), "dorsal-soak-"));
  const logFile = path.join(folder, "application.log");
  const log = openSync(logFile, "a");
  const address = `http://127.0.0.1:${await freePort()}`;
  const application = startApplication(path.join(folder, "data"), address, log);
  closeSync(log);
  // Ctrl-C reaches all of us; what was started is stopped and removed all the same.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => application.kill("SIGTERM"));
  process.exitCode = 1;
  try {
    process.stdout.write("Starting the application ...\n");
    await untilReady(application, address);
    process.exitCode = await soak(kinds, path.join(folder, "data"), address);
  } finally {
    if (process.exitCode !== 0)
      process.stderr.write(readFileSync(logFile, "utf8").split("\n").slice(-40).join("\n"));
    if (application.exitCode === null) {
      const gone = once(application, "exit");
      application.kill("SIGTERM");
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  }
});
