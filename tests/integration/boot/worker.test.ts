import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { verifyChain } from "@/lib/audit/verify-chain";
import { recordEvent } from "@/lib/audit/record-event";
import { findJob } from "@/lib/data/jobs/job-records";
import { beat, freeJobsOfDeadWorkers, freeJobsOfPredecessors } from "@/lib/data/jobs/worker-records";
import { asWorker, withTenant } from "@/lib/data/tenant-transaction";
import { AppError } from "@/lib/domain/shared/app-error";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import { finishJob } from "@/lib/jobs/job-progress";
import { logger } from "@/lib/logger";
import { compactAllFigures, countFigures } from "@/lib/worker/figure-rounds";
import { taskOf, type TaskPayload } from "@/lib/worker/run-task";
import { runWorker } from "@/lib/worker/run-worker";
import { sealAll } from "@/lib/worker/sealing-rounds";
import { aClaim } from "../../builders/a-claim";
import { twoTenants, type TestTenant } from "../bench/a-tenant";
import { withLogin } from "../bench/with-login";
import { fileOf, importFile } from "../imports/import-a-file";

let mine: TestTenant;
let other: TestTenant;
const asApp = process.env.DATABASE_URL;

beforeAll(async () => {
  ({ mine, other } = await twoTenants());
  process.env.DATABASE_URL = process.env.DATABASE_WORKER_URL;
});
afterAll(() => {
  process.env.DATABASE_URL = asApp;
});
beforeEach(() => {
  for (const level of ["info", "warn", "error"] as const) {
    vi.spyOn(logger, level).mockImplementation(() => undefined);
  }
});

const CANARY = "Quillworth, Esmeralda XQZ123456";
const ask = (tenant = mine) =>
  withTenant(tenant, (tx) => enqueueJob(tx, tenant.actors.coder, { kind: "re_edit_claims", payload: {} }));
const jobOf = (jobId: string) => withTenant(mine, (tx) => findJob(tx, jobId));
const inQueue = (jobId: string) =>
  withLogin("super", async (client) => {
    const { rows } = await client.query<{
      attempts: number;
      last_error: string | null;
      locked_by: string | null;
    }>(
      "select attempts, last_error, locked_by from graphile_worker._private_jobs where payload->>'jobId' = $1",
      [jobId],
    );
    return rows[0];
  });

/** Runs a worker whose one task is `work`, until `settled` answers true. */
async function workUntil(work: (payload: TaskPayload) => Promise<unknown>, settled: () => Promise<boolean>) {
  const worker = await runWorker({ re_edit_claims: taskOf("re_edit_claims", work) });
  try {
    await vi.waitFor(async () => expect(await settled()).toBe(true), { timeout: 30_000, interval: 50 });
  } finally {
    await worker.stop();
  }
}

describe("the worker", () => {
  test("does a job for its own organization and takes it off the queue", async () => {
    const jobId = await ask();
    const seen: TaskPayload[] = [];
    await workUntil(
      async (payload) => {
        seen.push(payload);
        await withTenant(payload, (tx) => finishJob(tx, payload.jobId));
      },
      async () => (await inQueue(jobId)) === undefined,
    );
    expect(seen).toEqual([{ organizationId: mine.organizationId, jobId }]);
    expect(await jobOf(jobId)).toMatchObject({ status: "done" });
  });

  test("ends a job that fails for a known reason with its sentence, at once", async () => {
    const jobId = await ask();
    let attempts = 0;
    await workUntil(
      () => {
        attempts += 1;
        return Promise.reject(new AppError("refused", "The file cannot be opened."));
      },
      async () => (await jobOf(jobId))?.status === "failed",
    );
    expect(attempts).toBe(1);
    expect(await jobOf(jobId)).toMatchObject({ status: "failed", message: "The file cannot be opened." });
  });

  test("tries again after an unforeseen failure, and writes nothing of its text down", async () => {
    const jobId = await ask();
    await workUntil(
      () => Promise.reject(new Error(`duplicate key value (name)=(${CANARY})`)),
      async () => ((await inQueue(jobId))?.last_error ?? null) !== null,
    );
    const row = await inQueue(jobId);
    expect(row).toMatchObject({ attempts: 1, locked_by: null });
    expect(row?.last_error).not.toMatch(/Quillworth|XQZ/);
    // After the fifth time it says so to people, in plain words.
    const helpers = { job: { attempts: 5, max_attempts: 25 }, abortSignal: new AbortController().signal };
    const last = taskOf("re_edit_claims", () => Promise.reject(new Error(CANARY)));
    await last({ organizationId: mine.organizationId, jobId }, helpers as Parameters<typeof last>[1]);
    const job = await jobOf(jobId);
    expect(job).toMatchObject({ status: "failed" });
    expect(job?.message).toMatch(/unexpected/);
    expect(job?.message).not.toMatch(/Quillworth/);
  });

  test("puts a job back that runs when it is told to stop", async () => {
    const jobId = await ask();
    let began = false;
    const worker = await runWorker({
      re_edit_claims: taskOf("re_edit_claims", async (_payload, { signal }) => {
        began = true;
        await new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("stop"))));
      }),
    });
    await vi.waitFor(() => expect(began).toBe(true), { timeout: 20_000 });
    await worker.stop();
    expect(await inQueue(jobId)).toMatchObject({ locked_by: null });
    expect(await jobOf(jobId)).toMatchObject({ status: "queued" });
  });
});

describe("a worker that died", () => {
  const lockedBy = (jobId: string, workerId: string, secondsAgo: number) =>
    withLogin("super", (client) =>
      client.query(
        `update graphile_worker._private_jobs set locked_by = $2, locked_at = now() - make_interval(secs => $3)
         where payload->>'jobId' = $1`,
        [jobId, workerId, secondsAgo],
      ),
    );
  const age = (workerId: string, seconds: number) =>
    withLogin("super", (client) =>
      client.query(
        "update worker_heartbeat set beat_at = now() - make_interval(secs => $2) where worker_id = $1",
        [workerId, seconds],
      ),
    );
  const free = () => asWorker((tx) => freeJobsOfDeadWorkers(tx, 15));

  test("gives its jobs back when it has not beaten for 15 seconds; one that beats keeps them", async () => {
    const workerId = `pool-${randomUUID().slice(0, 8)}`;
    const jobId = await ask();
    await asWorker((tx) => beat(tx, workerId, null));
    await lockedBy(jobId, workerId, 300);
    expect(await free()).toBe(0);
    await age(workerId, 16);
    expect(await free()).toBe(1);
    expect(await inQueue(jobId)).toMatchObject({ locked_by: null });
    const { rowCount } = await withLogin("super", (client) =>
      client.query("select from worker_heartbeat where worker_id = $1", [workerId]),
    );
    expect(rowCount).toBe(0);
  });

  test("gives them back also when it died before its first beat, but not in its first seconds", async () => {
    const jobId = await ask();
    await lockedBy(jobId, "pool-never-beat", 5);
    expect(await free()).toBe(0);
    await lockedBy(jobId, "pool-never-beat", 16);
    expect(await free()).toBe(1);
  });

  test("gives them back at once to the worker that its own supervisor starts next, and to no other's", async () => {
    const [killed, elsewhere] = [randomUUID(), randomUUID()];
    const [jobId, otherJobId] = [await ask(), await ask(other)];
    await asWorker((tx) => beat(tx, `pool-${killed}`, killed));
    await asWorker((tx) => beat(tx, `pool-${elsewhere}`, elsewhere));
    await lockedBy(jobId, `pool-${killed}`, 1);
    await lockedBy(otherJobId, `pool-${elsewhere}`, 1);
    const done: string[] = [];
    const next = await runWorker(
      { re_edit_claims: taskOf("re_edit_claims", (payload) => Promise.resolve(done.push(payload.jobId))) },
      { startedBy: killed },
    );
    try {
      await vi.waitFor(() => expect(done).toContain(jobId), { timeout: 10_000, interval: 20 });
      expect(await inQueue(otherJobId)).toMatchObject({ locked_by: `pool-${elsewhere}` });
      // The one that took over is not taken for its predecessor.
      const beats = await withLogin("super", (client) =>
        client.query<{ worker_id: string }>("select worker_id from worker_heartbeat where started_by = $1", [
          killed,
        ]),
      );
      expect(beats.rows).toEqual([{ worker_id: next.workerId }]);
    } finally {
      await next.stop();
    }
    expect(await asWorker((tx) => freeJobsOfPredecessors(tx, elsewhere))).toBe(1);
    expect(await inQueue(otherJobId)).toMatchObject({ locked_by: null });
  });
});

test("counting rounds count what is marked in every organization, and put the changes together", async () => {
  for (const tenant of [mine, other]) await importFile(tenant, fileOf([aClaim()]), { isHistory: true });
  const left = async (table: "kpi_due" | "kpi_receivable", tenant: TestTenant) =>
    withTenant(tenant, (tx) => tx.$queryRawUnsafe<unknown[]>(`select 1 from ${table}`));
  await countFigures();
  for (const tenant of [mine, other]) {
    expect(await left("kpi_due", tenant)).toEqual([]);
    expect(await left("kpi_receivable", tenant)).toHaveLength(1);
  }
  await importFile(mine, fileOf([aClaim({ claimNumber: "HP-1002" })]), { isHistory: true });
  await countFigures();
  expect(await left("kpi_receivable", mine)).toHaveLength(2);
  await compactAllFigures();
  expect(await left("kpi_receivable", mine)).toHaveLength(1);
});

test("sealing rounds chain what happened in every organization", async () => {
  for (const tenant of [mine, other]) {
    await withTenant(tenant, (tx) =>
      recordEvent(tx, tenant.system, { event: "claim.read", subjectType: "claim", subjectId: null }),
    );
  }
  expect(await sealAll()).toBeGreaterThanOrEqual(2);
  expect(await sealAll()).toBe(0);
  for (const tenant of [mine, other]) {
    const report = await withTenant(tenant, (tx) => verifyChain(tx, tenant.organizationId));
    expect(report).toMatchObject({ ok: true, unsealedCount: 0 });
  }
});
