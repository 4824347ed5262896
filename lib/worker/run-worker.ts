import { EventEmitter } from "node:events";
import { run, type TaskList, type Worker, type WorkerEvents } from "graphile-worker";
import { beat, endBeat, freeJobsOfDeadWorkers, freeJobsOfPredecessors } from "@/lib/data/jobs/worker-records";
import { connectionOf } from "@/lib/data/database-connection";
import { asWorker, type TenantTx } from "@/lib/data/tenant-transaction";
import { removeUnfinishedFiles } from "@/lib/files/sealed-files";
import { logger } from "@/lib/logger";
import { orderDailyWork } from "./daily-rounds";
import { compactAllFigures, countFigures } from "./figure-rounds";
import { queueLogger } from "./queue-logger";
import { repeat } from "./repeat";
import { sealAll } from "./sealing-rounds";

const BEAT_MS = 5_000;
/** Three beats missed. */
const DEAD_AFTER_SECONDS = 15;
const SEAL_MS = 3_000;
/** So long may balances and collections be behind what was posted. */
const COUNT_MS = 5_000;
const HOUR_MS = 3_600_000;
/** Each practice has its own midnight. */
const DAY_CHECK_MS = 600_000;
/** So long after a job its queue is free. */
const LOOK_AGAIN_MS = 50;
/** Jobs at once. One core is left to the web server and the database. */
const CONCURRENCY = 2;

export interface RunningWorker {
  workerId: string;
  /** Puts unfinished jobs back and ends; resolves when nothing runs any more. */
  stop: () => Promise<void>;
  /** Rejects when the queue cannot go on. */
  ended: Promise<void>;
}

/** Frees jobs by what `find` knows of the dead. */
async function freeJobs(find: (tx: TenantTx) => Promise<number>): Promise<void> {
  const jobCount = await asWorker(find);
  if (jobCount > 0) logger.warn("worker.freed_jobs", { jobCount });
}

async function sweepFiles(): Promise<void> {
  const fileCount = await removeUnfinishedFiles(HOUR_MS, Date.now());
  if (fileCount > 0) logger.info("files.swept", { fileCount });
}

/**
 * Jobs of one queue run one after the other, and the queue is free only a moment after its job said that it is done: who
 * looks for the next one before that finds none and would sleep a whole poll.
 */
function lookAgainAfterEachJob(events: WorkerEvents): void {
  const hands = new Set<Worker>();
  events.on("worker:create", ({ worker }) => hands.add(worker));
  events.on("worker:release", ({ worker }) => hands.delete(worker));
  const nudge = (): void => hands.forEach((worker) => worker.nudge());
  events.on("job:complete", () => setTimeout(nudge, LOOK_AGAIN_MS).unref());
}

export interface WorkerOptions {
  /** The supervisor that started this worker, in place of any it started before; null when there is none. */
  startedBy?: string | null;
}

/** Takes jobs, seals audit rows, frees what dead workers held. Needs the worker's login in DATABASE_URL. */
export async function runWorker(
  taskList: TaskList,
  { startedBy = null }: WorkerOptions = {},
): Promise<RunningWorker> {
  const events: WorkerEvents = new EventEmitter();
  let workerId = "";
  events.on("pool:create", ({ workerPool }) => (workerId = workerPool.id));
  lookAgainAfterEachJob(events);
  const { pool } = connectionOf("tenant");
  // A connection that breaks while it is lent out says so by an event; unheard, it would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  // Before the queue looks for work: what the killed one held is the first thing to take up.
  if (startedBy !== null) await freeJobs((tx) => freeJobsOfPredecessors(tx, startedBy));
  const runner = await run({
    pgPool: pool,
    taskList,
    events,
    logger: queueLogger,
    concurrency: CONCURRENCY,
    crontab: "",
    noHandleSignals: true,
    pollInterval: 2_000,
    gracefulShutdownAbortTimeout: 500,
  });
  const chores = [
    repeat("heartbeat", BEAT_MS, () => asWorker((tx) => beat(tx, workerId, startedBy))),
    repeat("free_jobs", BEAT_MS, () => freeJobs((tx) => freeJobsOfDeadWorkers(tx, DEAD_AFTER_SECONDS))),
    repeat("sealing", SEAL_MS, sealAll),
    repeat("sweep_files", HOUR_MS, sweepFiles),
    repeat("daily_work", DAY_CHECK_MS, orderDailyWork),
    repeat("count_figures", COUNT_MS, countFigures),
    repeat("compact_figures", DAY_CHECK_MS, compactAllFigures),
  ];
  logger.info("worker.started", { workerId });
  const stopChores = () => Promise.all(chores.map((stop) => stop()));
  return {
    workerId,
    async stop() {
      await runner.stop();
      await stopChores();
      // What happened last is sealed too.
      await sealAll();
      await asWorker((tx) => endBeat(tx, workerId));
      logger.info("worker.stopped", { workerId });
    },
    ended: runner.promise,
  };
}
