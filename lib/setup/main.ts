import { assertSafeRole } from "@/lib/data/assert-safe-role";
import { closeConnections } from "@/lib/data/database-connection";
import { logger } from "@/lib/logger";
import { loadDemo } from "./load-demo";

/** Entry of the first start: loads the demo practice and says how far it is, one line at a time. */
async function main(): Promise<void> {
  await assertSafeRole();
  // The browser tests take a small practice; whoever tries Dorsal gets the whole one.
  const claims = Number(process.env.DORSAL_DEMO_CLAIMS) || 3000;
  await loadDemo({ claims, onProgress: (line) => process.stdout.write(`${line}\n`) });
  await closeConnections();
}

main().catch((error: unknown) => {
  logger.error("setup.failed", { error });
  process.exit(1);
});
