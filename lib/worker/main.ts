import { assertSafeRole } from "@/lib/data/assert-safe-role";
import { closeConnections } from "@/lib/data/database-connection";
import { logger } from "@/lib/logger";
import { runWorker } from "./run-worker";
import { TASKS } from "./tasks";

/** The worker process: takes jobs until it is told to stop. */
async function main(): Promise<void> {
  await assertSafeRole();
  const worker = await runWorker(TASKS, { startedBy: process.env.DORSAL_SUPERVISOR || null });
  let stopping: Promise<void> | undefined;
  const stop = (signal: string): void => {
    stopping ??= (async () => {
      logger.info("worker.stopping", { signal });
      await worker.stop();
      await closeConnections();
      process.exit(0);
    })().catch((error: unknown) => {
      logger.error("worker.stop_failed", { error });
      process.exit(1);
    });
  };
  process.on("SIGTERM", () => stop("SIGTERM"));
  process.on("SIGINT", () => stop("SIGINT"));
  await worker.ended;
  if (!stopping) throw new Error("the queue ended by itself");
}

main().catch((error: unknown) => {
  // The error's own text could repeat what the database said: its kind and place are enough to find it.
  logger.error("worker.failed", { error });
  process.exit(1);
});
