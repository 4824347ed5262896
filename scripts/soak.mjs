// Kills imports at random points, many times, and checks that nothing is lost or doubled: `npm run soak`.
// SOAK_ROUNDS (20) and SOAK_CLAIMS (10000) make it shorter or longer.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { makeTemplate, startDatabase } from "../tests/integration/bench/database.mjs";
import { bundle } from "./bundle.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "dorsal-soak-"));
const server = await startDatabase({ dir: path.join(folder, "postgres") });
try {
  await makeTemplate(server, "soak");
  const worker = await bundle({ entry: "lib/worker/main.ts", outfile: "dist/worker.mjs" });
  const soak = await bundle({ entry: "tests/soak/import-soak.ts", outfile: "dist/import-soak.mjs" });
  const child = spawn(process.execPath, ["--enable-source-maps", soak.outfile], {
    stdio: "inherit",
    env: {
      ...process.env,
      DATABASE_URL: server.url("dorsal_app", "soak"),
      DATABASE_AUTH_URL: server.url("dorsal_auth", "soak"),
      DATABASE_WORKER_URL: server.url("dorsal_worker", "soak"),
      DORSAL_MASTER_KEY: randomBytes(32).toString("base64"),
      DATA_DIR: path.join(folder, "data"),
      SOAK_WORKER: worker.outfile,
      SOAK_LEAVES_WITH_PARENT: fileURLToPath(new URL("leave-with-parent.mjs", import.meta.url)),
    },
  });
  process.exitCode = await new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
