import { spawnSync } from "node:child_process";
import path from "node:path";
import { bundle } from "../../../scripts/bundle.mjs";
import { loadSecrets } from "../../../scripts/data-folder.mjs";
import { addressesOfFolder } from "../../../scripts/embedded-database.mjs";

const ROOT = path.resolve(import.meta.dirname, "../../..");

/**
 * With the application up: a second organization beside the demo, for everything that must stay apart, and a third that
 * begins with nothing each time (`E2E_NEWCOMER` is the email of its administrator).
 */
export default async function setup() {
  const dataDir = path.resolve(ROOT, process.env.E2E_DATA_DIR ?? ".data/e2e");
  const { databasePasswords, masterKey } = loadSecrets(dataDir);
  const url = addressesOfFolder({ dataDir, passwords: databasePasswords });
  if (url === null) throw new Error("the application has no database of its own");
  process.env.E2E_NEWCOMER = `newcomer.${Date.now()}@example.test`;
  const { outfile } = await bundle({
    entry: "tests/e2e/support/make-outsiders.ts",
    outfile: "dist/make-outsiders.mjs",
  });
  const { status } = spawnSync(process.execPath, [outfile], {
    cwd: ROOT,
    stdio: "inherit",
    env: {
      ...process.env,
      DATABASE_URL: url("dorsal_app"),
      DATABASE_AUTH_URL: url("dorsal_auth"),
      DORSAL_MASTER_KEY: masterKey,
    },
  });
  if (status !== 0) throw new Error("the second organization could not be made");
}
