import { Logger } from "graphile-worker";
import { logger } from "@/lib/logger";

/** The queue's own messages repeat errors and payloads: only that there was one, and of which level, is kept. */
export const queueLogger = new Logger(() => (level) => {
  if (level === "error") logger.error("queue.message");
  else if (level === "warning") logger.warn("queue.message");
});
