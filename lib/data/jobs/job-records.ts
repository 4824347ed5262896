import { newId } from "../new-id";
import type { TenantTx } from "../tenant-transaction";

export type JobKind = "import_claims" | "judge_denials" | "re_edit_claims" | "rotate_key";
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

/** How far a job is, with what it noted. */
export interface JobAtWork {
  status: string;
  done: number;
  total: number;
  payload: JobPayload;
}

/** The job under its row lock, so that a job delivered twice works one step at a time; null where there is none. */
export async function lockJob(tx: TenantTx, jobId: string, kind: JobKind): Promise<JobAtWork | null> {
  const rows = await tx.$queryRaw<JobAtWork[]>`
    select j.status, j.done, j.total, j.payload from background_job j
    where j.id = ${jobId}::uuid and j.kind = ${kind} for update`;
  return rows[0] ?? null;
}

/** Notes in the job's own row what is done, in the transaction that did it. */
export async function noteInJob(tx: TenantTx, jobId: string, note: JobPayload): Promise<void> {
  await tx.$executeRaw`
    update background_job set payload = payload || ${JSON.stringify(note)}::jsonb where id = ${jobId}::uuid`;
}

/** True when this kind of work was ordered already for a day of the practice. */
export async function hasJobOfDay(tx: TenantTx, kind: JobKind, day: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ found: boolean }[]>`
    select exists (select from background_job j where j.kind = ${kind} and j.payload->>'day' = ${day}
      and j.created_at > now() - interval '3 days') as found`;
  return rows[0]?.found === true;
}
