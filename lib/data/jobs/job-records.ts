import { newId } from "../new-id";
import type { TenantTx } from "../tenant-transaction";

export type JobKind = "import_claims" | "re_edit_claims" | "rotate_key";
export type JobStatus = "queued" | "running" | "done" | "failed";
/** Small and plain; ids and counts, never patient data. */
export type JobPayload = Record<string, string | number | boolean | null | string[]>;

export interface NewJob {
  organizationId: string;
  kind: JobKind;
  payload: JobPayload;
  total: number;
  createdById: string | null;
  /** A later job of the same key takes the place of one that has not begun. */
  key: string | null;
  /** Jobs of one queue run one after the other. */
  queue: string | null;
}

export interface JobRow {
  id: string;
  kind: string;
  status: string;
  done: number;
  total: number;
  message: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}

/** Writes the job's row and queues it, both in this transaction. Answers the row's id. */
export async function insertJob(tx: TenantTx, job: NewJob): Promise<string> {
  const id = newId();
  if (job.key !== null) {
    await tx.backgroundJob.updateMany({
      where: { kind: job.kind, status: "queued", payload: { path: ["key"], equals: job.key } },
      data: { status: "done", message: "A later job took its place.", finishedAt: new Date() },
    });
  }
  await tx.backgroundJob.createMany({
    data: [
      {
        organizationId: job.organizationId,
        id,
        kind: job.kind,
        total: job.total,
        payload: job.key === null ? job.payload : { ...job.payload, key: job.key },
        createdById: job.createdById,
      },
    ],
  });
  const payload = JSON.stringify({ ...job.payload, jobId: id });
  await tx.$queryRaw`select enqueue_job(${job.kind}, ${payload}::jsonb, ${job.key}, ${job.queue})`;
  return id;
}

/** Changes a job's row; false when there is none with this id. */
export async function updateJob(
  tx: TenantTx,
  jobId: string,
  change: {
    status?: JobStatus;
    done?: number;
    total?: number;
    message?: string | null;
    finishedAt?: Date | null;
  },
): Promise<boolean> {
  const data = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return (await tx.backgroundJob.updateMany({ where: { id: jobId }, data })).count === 1;
}

/** The job, or null when the organization has none with this id. */
export async function findJob(tx: TenantTx, jobId: string): Promise<JobRow | null> {
  return tx.backgroundJob.findFirst({
    where: { id: jobId },
    select: {
      id: true,
      kind: true,
      status: true,
      done: true,
      total: true,
      message: true,
      createdAt: true,
      finishedAt: true,
    },
  });
}

/** How the newest job about an import ended or goes on, or null when there is none. */
export async function findJobOfImport(
  tx: TenantTx,
  importId: string,
): Promise<{ status: JobStatus; message: string | null } | null> {
  const row = await tx.backgroundJob.findFirst({
    where: { kind: "import_claims", payload: { path: ["importId"], equals: importId } },
    orderBy: { createdAt: "desc" },
    select: { status: true, message: true },
  });
  return row && { status: row.status as JobStatus, message: row.message };
}
