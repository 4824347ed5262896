// The demo practice, loaded once into a database without any organization (lib/setup).
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { bundle } from "./bundle.mjs";
import { ROOT } from "./install.mjs";
import { OperatorError } from "./operator-error.mjs";

/** How many organizations there are, and whether the demo is one of them and whole. Only the owner may ask across tenants. */
async function countOrganizations(ownerUrl) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.system_scope', 'on', true)");
    const { rows } = await client.query(
      `select count(*)::int as organizations, coalesce(bool_or(is_demo), false) as demo,
         exists (select from audit_event where event = 'demo.loaded') as whole from organization`,
    );
    return rows[0];
  } finally {
    await client.end();
  }
}

function runSetup(outfile, env, say) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--enable-source-maps", outfile], {
      cwd: ROOT,
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    createInterface({ input: child.stdout }).on("line", say);
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new OperatorError("The demo practice could not be loaded, see above.")),
    );
  });
}

/**
 * Loads the demo practice into an empty database, or goes on with a load that was cut off. Answers whether the database
 * holds the demo.
 */
export async function loadDemoWhenEmpty({ ownerUrl, env, say }) {
  const { organizations, demo, whole } = await countOrganizations(ownerUrl);
  const cutOff = demo && !whole;
  if ((organizations > 0 && !cutOff) || process.env.DORSAL_DEMO === "off") return demo;
  if (!existsSync(path.join(ROOT, "lib", "setup", "main.ts"))) return false;
  const { outfile } = await bundle({ entry: "lib/setup/main.ts", outfile: "dist/setup.mjs" });
  say("Loading the demo practice ...");
  await runSetup(outfile, env, say);
  return true;
}

/** Who may sign in to the demo, one line each. */
export async function demoSignIns() {
  const { DEMO_PASSWORD, DEMO_SIGN_INS } = await import("../lib/setup/demo-sign-ins.ts");
  const width = Math.max(...DEMO_SIGN_INS.map(({ email }) => email.length));
  return [
    ...DEMO_SIGN_INS.map(
      ({ email, role, name }) => `${email.padEnd(width)}  ${role.replaceAll("_", " ")}, ${name}`,
    ),
    `The password is ${DEMO_PASSWORD} for each of them.`,
  ];
}
