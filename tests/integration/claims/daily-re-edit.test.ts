import { beforeEach, describe, expect, test } from "vitest";
import { generatePractice } from "@/prisma/seed/practice/generate-practice";
import { withTenant } from "@/lib/data/tenant-transaction";
import { orderDailyReEdit } from "@/lib/use-cases/claims/order-daily-re-edit";
import { runReEdit } from "@/lib/use-cases/claims/run-re-edit";
import { aReadyClaim } from "../bench/a-signed-claim";
import { aStoredClaim } from "../bench/a-stored-claim";
import { twoTenants, type TestTenant } from "../bench/a-tenant";
import { NOW } from "../bench/asking";
import { asWorkerProcess, withLogin } from "../bench/with-login";
import { importFile } from "../imports/import-a-file";

let mine: TestTenant;
let other: TestTenant;

const order = (now: Date, tenant = mine) =>
  asWorkerProcess(() => orderDailyReEdit(tenant.organizationId, now));
const jobs = (tenant = mine) =>
  withTenant(tenant, (tx) => tx.backgroundJob.findMany({ orderBy: { createdAt: "asc" } }));
/** Runs what is queued, as the worker does; answers the newest job. */
const run = async (now: Date) => {
  const queued = (await jobs()).filter((job) => job.kind === "re_edit_claims" && job.status === "queued");
  for (const { id } of queued)
    await asWorkerProcess(() => runReEdit({ organizationId: mine.organizationId, jobId: id }, { now }));
  return (await jobs()).find((job) => job.id === queued.at(-1)?.id);
};

beforeEach(async () => {
  ({ mine, other } = await twoTenants());
});

describe("the daily re-edit", () => {
  test("is ordered once a day of the practice, and only where claims are open", async () => {
    await aStoredClaim(mine);
    await aStoredClaim(other, {}, { status: "filed" });
    expect(await order(NOW)).toBe(1);
    expect(await order(new Date("2026-06-25T03:00:00Z"))).toBe(0);
    expect(await order(new Date("2026-06-25T05:00:00Z"))).toBe(1);
    expect(await order(NOW, other)).toBe(0);
    expect(await jobs()).toHaveLength(2);
    expect(await jobs(other)).toHaveLength(0);
  });

  test("waits in one line for all organizations, so that it never takes every hand of the worker", async () => {
    await aStoredClaim(mine);
    await aStoredClaim(other);
    await order(NOW);
    await order(NOW, other);
    const ids = [...(await jobs()), ...(await jobs(other))].map((job) => job.id);
    const { rows } = await withLogin("super", (client) =>
      client.query<{ queue: string }>(
        `select q.queue_name as queue from graphile_worker._private_jobs j
         join graphile_worker._private_job_queues q on q.id = j.job_queue_id where j.payload->>'jobId' = any($1)`,
        [ids],
      ),
    );
    expect(rows.map((row) => row.queue)).toEqual(["day", "day"]);
  });

  test("sends a signed claim back whose filing limit passed overnight", async () => {
    const claim = await aReadyClaim(mine);
    const late = new Date("2027-03-01T15:00:00Z");
    await order(late);
    expect(await run(late)).toMatchObject({
      status: "done",
      message: "1 checked again, 1 changed, 1 back to coding.",
    });
    const row = await withTenant(mine, (tx) => tx.claim.findFirstOrThrow({ where: { id: claim.claimId } }));
    expect(row).toMatchObject({ status: "needs_coding", blockCount: 1 });
  });

  test("changes nothing on the day of the import: both run the same edits on the same history", async () => {
    const practice = generatePractice({ claims: 900, seed: "agree", asOf: "2026-06-30" });
    const now = new Date("2026-06-30T16:00:00Z");
    for (const file of practice.files.slice(-4))
      await importFile(
        mine,
        file.text(),
        { fileName: file.name, isHistory: file.isHistory },
        { now: () => now },
      );
    await run(now);
    const checked = await order(now);
    expect(checked).toBeGreaterThan(20);
    const done = await run(now);
    expect(done).toMatchObject({
      status: "done",
      message: `${checked} checked again, 0 changed, 0 back to coding.`,
    });
  });
});
