import { updateJob } from "@/lib/data/jobs/job-records";
import type { TenantTx } from "@/lib/data/tenant-transaction";

/** Says how far a job is; a job that reports is running. */
export async function reportProgress(
  tx: TenantTx,
  jobId: string,
  progress: { done: number; total: number; message?: string },
): Promise<void> {
  await updateJob(tx, jobId, { status: "running", ...progress, finishedAt: null });
}

/** Marks the job as done; best in the transaction of its effect, because a job may be delivered twice. */
export async function finishJob(tx: TenantTx, jobId: string, message?: string): Promise<void> {
  await updateJob(tx, jobId, { status: "done", message: message ?? null, finishedAt: new Date() });
}

/** Marks the job as failed, with a sentence a biller understands. */
export async function failJob(tx: TenantTx, jobId: string, message: string): Promise<void> {
  await updateJob(tx, jobId, { status: "failed", message, finishedAt: new Date() });
}
