import { recordEvent } from "@/lib/audit/record-event";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { listClaimIdsToReEdit, lockReEditJob } from "@/lib/data/claims/re-edit-jobs";
import { noteInJob } from "@/lib/data/jobs/job-records";
import { JOB_LIMITS, withTenant, type TenantTx } from "@/lib/data/tenant-transaction";
import { systemActor } from "@/lib/domain/access/actor";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import { finishJob, reportProgress } from "@/lib/jobs/job-progress";
import { reEditClaims } from "./re-edit-claims";

/** Claims of one transaction: few enough that a coder who needs one of them waits an instant. */
const CHUNK = 200;

/**
 * The job behind a changed payer profile: runs the edits again on every open claim that the job's row selects
 * ({ payerId, fromDate }, null for any). Each chunk and its mark in the job's row are one transaction: a worker that is
 * killed goes on behind the last whole chunk, and a job delivered twice does nothing more.
 */
export async function runReEdit(
  { organizationId, jobId }: { organizationId: string; jobId: string },
  { signal, chunk = CHUNK, now }: { signal?: AbortSignal; chunk?: number; now?: Date } = {},
): Promise<void> {
  for (let more = true; more;) {
    signal?.throwIfAborted();
    more = await withTenant(
      { organizationId },
      (tx) => reEditChunk(tx, { organizationId, jobId }, chunk, now ?? new Date()),
      JOB_LIMITS,
    );
  }
}

async function reEditChunk(
  tx: TenantTx,
  { organizationId, jobId }: { organizationId: string; jobId: string },
  chunk: number,
  now: Date,
): Promise<boolean> {
  const job = await lockReEditJob(tx, jobId);
  if (job === null || job.status === "done") return false;
  const actor = systemActor(organizationId, jobId);
  const ids = await listClaimIdsToReEdit(tx, job, job.afterId, chunk);
  if (ids.length === 0) {
    await recordEvent(tx, actor, {
      event: "claims.re_edited",
      subjectType: "job",
      subjectId: jobId,
      detail: {
        payerId: job.payerId,
        claimCount: job.done,
        changedCount: job.changedCount,
        sentBackCount: job.sentBackCount,
      },
    });
    await finishJob(
      tx,
      jobId,
      `${job.done} checked again, ${job.changedCount} changed, ${job.sentBackCount} back to coding.`,
    );
    return false;
  }
  const { timeZone } = await readOrganizationSettings(tx);
  const edited = await reEditClaims({ tx, actor, now }, ids, dateInZone(now, timeZone));
  const done = job.done + ids.length;
  await noteInJob(tx, jobId, {
    afterId: ids.at(-1)!,
    changedCount: job.changedCount + edited.filter((result) => result.changed).length,
    sentBackCount: job.sentBackCount + edited.filter((result) => result.sentBack).length,
  });
  await reportProgress(tx, jobId, { done, total: Math.max(done, job.total) });
  return true;
}
