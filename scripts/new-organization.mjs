// npm run new-organization -- --name NAME --email ADDRESS --administrator NAME [--time-zone ZONE]
// Makes an organization and prints the link with which its first administrator joins. Dorsal may be running.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { bundle } from "./bundle.mjs";
import { loadSecrets } from "./data-folder.mjs";
import { addressesOfFolder } from "./embedded-database.mjs";
import { ROOT } from "./install.mjs";
import { OperatorError, runMain } from "./operator-error.mjs";

function embeddedAddresses() {
  const dataDir = path.resolve(ROOT, process.env.DATA_DIR || ".data");
  const { databasePasswords, masterKey } = loadSecrets(dataDir);
  const url = addressesOfFolder({ dataDir, passwords: databasePasswords });
  if (url === null) throw new OperatorError("There is no database yet: run npm start first.");
  return {
    DATABASE_URL: url("dorsal_app"),
    DATABASE_AUTH_URL: url("dorsal_auth"),
    DORSAL_MASTER_KEY: masterKey,
  };
}

/** The sign-in role's address: given, or the application's with another user name. */
function givenAddresses() {
  const address = new URL(process.env.DATABASE_URL);
  address.username = "dorsal_auth";
  return { DATABASE_AUTH_URL: process.env.DATABASE_AUTH_URL ?? address.href };
}

await runMain(async () => {
  const { outfile } = await bundle({
    entry: "lib/setup/create-organization-main.ts",
    outfile: "dist/new-organization.mjs",
  });
  const database = process.env.DATABASE_URL ? givenAddresses() : embeddedAddresses();
  const publicUrl = process.env.PUBLIC_URL ?? `http://127.0.0.1:${process.env.PORT || 3000}`;
  const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {
    cwd: ROOT,
    env: { ...process.env, ...database, PUBLIC_URL: publicUrl },
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
});
