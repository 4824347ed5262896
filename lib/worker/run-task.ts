import type { JobHelpers } from "graphile-worker";
import { withTenant } from "@/lib/data/tenant-transaction";
import { AppError } from "@/lib/domain/shared/app-error";
import { failJob } from "@/lib/jobs/job-progress";
import { logger } from "@/lib/logger";

/** What every job carries: whose it is, and the row that people see. */
export interface TaskPayload {
  organizationId: string;
  jobId: string;
}

export type TaskWork<Payload extends TaskPayload> = (
  payload: Payload,
  context: { signal: AbortSignal },
) => Promise<unknown>;

/** So often it is tried when it fails in a way we did not foresee; in between the queue waits longer and longer. */
const MOST_FAILURES = 5;

const isPayload = (payload: unknown): payload is TaskPayload =>
  typeof (payload as Partial<TaskPayload> | null)?.organizationId === "string" &&
  typeof (payload as Partial<TaskPayload>).jobId === "string";

async function giveUp(payload: TaskPayload, sentence: string): Promise<void> {
  await withTenant(payload, (tx) => failJob(tx, payload.jobId, sentence));
}

type TaskHelpers = Pick<JobHelpers, "job" | "abortSignal">;

/**
 * Runs one job so that it always ends in a state that people understand: done, waiting for another attempt, or failed
 * with a plain sentence. The queue keeps the text of what is thrown, so nothing is thrown that could carry patient data.
 */
export function taskOf<Payload extends TaskPayload>(
  task: string,
  work: TaskWork<Payload>,
): (payload: unknown, helpers: TaskHelpers) => Promise<void> {
  return async (payload, { job, abortSignal }) => {
    if (!isPayload(payload)) {
      logger.error("task.malformed", { task, attempt: job.attempts });
      return;
    }
    const { organizationId, jobId } = payload;
    const about = { task, organizationId, jobId, attempt: job.attempts };
    // A worker that dies at each attempt never gets to count a failure.
    if (job.attempts >= job.max_attempts) {
      logger.error("task.given_up", about);
      return giveUp(
        payload,
        "The work was cut off too often. Nothing was lost: ask your administrator to look at it.",
      );
    }
    const startedAt = performance.now();
    const durationMs = (): number => Math.round(performance.now() - startedAt);
    logger.info("task.started", about);
    try {
      await work(payload as Payload, { signal: abortSignal });
      logger.info("task.done", { ...about, durationMs: durationMs() });
    } catch (error) {
      if (abortSignal.aborted) {
        logger.info("task.put_back", { ...about, durationMs: durationMs() });
        // The cause stays here: the queue would write its text down.
        throw new Error("put back at shutdown");
      }
      logger.error("task.failed", { ...about, durationMs: durationMs(), error });
      if (error instanceof AppError) return giveUp(payload, error.message);
      if (job.attempts >= MOST_FAILURES) {
        return giveUp(
          payload,
          "Something unexpected happened, and trying again did not help. Nothing was lost.",
        );
      }
      throw new Error("failed; the log has the place");
    }
  };
}
