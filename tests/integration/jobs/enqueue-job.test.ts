import { beforeAll, describe, expect, test } from "vitest";
import { findJob } from "@/lib/data/jobs/job-records";
import { withTenant } from "@/lib/data/tenant-transaction";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import { failJob, finishJob, reportProgress } from "@/lib/jobs/job-progress";
import { twoTenants, type TestTenant } from "../bench/a-tenant";
import { withLogin } from "../bench/with-login";

let mine: TestTenant;
let other: TestTenant;

beforeAll(async () => {
  ({ mine, other } = await twoTenants());
});

interface QueuedJob {
  identifier: string;
  payload: Record<string, unknown>;
  queue: string | null;
}

async function queued(jobId: string): Promise<QueuedJob | undefined> {
  return withLogin("super", async (client) => {
    const { rows } = await client.query<QueuedJob>(
      `select t.identifier, j.payload, q.queue_name as queue
       from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
       left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
       where j.payload->>'jobId' = $1`,
      [jobId],
    );
    return rows[0];
  });
}

const reEdit = (extra: { key?: string; queue?: string } = {}) =>
  withTenant(mine, (tx) =>
    enqueueJob(tx, mine.actors.coder, { kind: "re_edit_claims", payload: { claimIds: [] }, ...extra }),
  );

describe("a job", () => {
  test("is queued together with the change that asks for it", async () => {
    const jobId = await reEdit({ queue: "claims" });
    expect(await queued(jobId)).toEqual({
      identifier: "re_edit_claims",
      payload: { claimIds: [], jobId, organizationId: mine.organizationId },
      queue: `claims:${mine.organizationId}`,
    });
    const row = await withTenant(mine, (tx) => findJob(tx, jobId));
    expect(row).toMatchObject({ kind: "re_edit_claims", status: "queued", done: 0 });
  });

  test("is not queued when the change is rolled back", async () => {
    let jobId = "";
    const failed = withTenant(mine, async (tx) => {
      jobId = await enqueueJob(tx, mine.system, { kind: "rotate_key", payload: {} });
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    expect(await queued(jobId)).toBeUndefined();
    expect(await withTenant(mine, (tx) => findJob(tx, jobId))).toBeNull();
  });

  test("takes the place of an earlier one of its key that has not begun", async () => {
    const first = await reEdit({ key: "payer-1" });
    const second = await reEdit({ key: "payer-1" });
    const another = await reEdit({ key: "payer-2" });
    expect(await queued(first)).toBeUndefined();
    expect(await queued(second)).toBeDefined();
    expect(await queued(another)).toBeDefined();
    const [before, after] = await withTenant(mine, async (tx) => [
      await findJob(tx, first),
      await findJob(tx, second),
    ]);
    expect([before?.status, after?.status]).toEqual(["done", "queued"]);
  });

  test("says how far it is and how it ended", async () => {
    const jobId = await reEdit();
    const seen = async () => withTenant(mine, (tx) => findJob(tx, jobId));
    await withTenant(mine, (tx) =>
      reportProgress(tx, jobId, { done: 3, total: 10, message: "Checking claims." }),
    );
    expect(await seen()).toMatchObject({
      status: "running",
      done: 3,
      total: 10,
      message: "Checking claims.",
    });
    await withTenant(mine, (tx) => failJob(tx, jobId, "The file could not be opened."));
    expect(await seen()).toMatchObject({ status: "failed", message: "The file could not be opened." });
    await withTenant(mine, (tx) => reportProgress(tx, jobId, { done: 4, total: 10 }));
    expect(await seen()).toMatchObject({ status: "running", finishedAt: null });
    await withTenant(mine, (tx) => finishJob(tx, jobId));
    expect(await seen()).toMatchObject({ status: "done", message: null });
  });

  test("of another organization is neither seen nor changed", async () => {
    const jobId = await reEdit();
    expect(await withTenant(other, (tx) => findJob(tx, jobId))).toBeNull();
    await withTenant(other, (tx) => finishJob(tx, jobId));
    expect(await withTenant(mine, (tx) => findJob(tx, jobId))).toMatchObject({ status: "queued" });
  });
});
