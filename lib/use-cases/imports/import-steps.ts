import { recordEvent } from "@/lib/audit/record-event";
import { toDateColumn } from "@/lib/data/calendar-columns";
import { listPayersToEdit } from "@/lib/data/claims/edit-records";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { listEntities, type EntityRow } from "@/lib/data/imports/arrival-records";
import {
  lockImport,
  readImportBasis,
  updateImport,
  type ImportRecord,
  type StoredProblem,
} from "@/lib/data/imports/import-records";
import { deleteStagedClaims } from "@/lib/data/imports/staged-claims";
import { deleteStagedRemittances } from "@/lib/data/remittances/staged-remittances";
import { isDataError } from "@/lib/data/sql-state";
import { JOB_LIMITS, withTenant, type TenantTx } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { isImportRunning, nextImportStatus } from "@/lib/domain/imports/import-status";
import { AppError } from "@/lib/domain/shared/app-error";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import { BrokenSealError } from "@/lib/files/secrets";
import { failJob, finishJob, reportProgress } from "@/lib/jobs/job-progress";

/** The steps that every import takes, whatever its file holds. */

export interface ImportJob {
  organizationId: string;
  importId: string;
  /** Background job that shows the progress; null when the import runs without one. */
  jobId: string | null;
}

/** What a first reading found out of the file as a whole. */
export interface FileFigures {
  /** Claims, readable or not; their sum, in charges or (835) in what was paid. */
  total: number;
  cents: number;
  problems: StoredProblem[];
  createdOn: CalendarDate | null;
}

async function deleteStaged(tx: TenantTx, importId: string): Promise<void> {
  await deleteStagedClaims(tx, importId);
  await deleteStagedRemittances(tx, importId);
}

export interface Start {
  record: ImportRecord;
  entities: EntityRow[];
  payers: Awaited<ReturnType<typeof listPayersToEdit>>;
  basis: string;
  timeZone: string;
}

/** Marks the import as being worked on and reads what decisions rest on; null when it is at its end already. */
export async function begin(job: ImportJob): Promise<Start | null> {
  return withTenant(job, async (tx) => {
    const record = await lockImport(tx, job.importId);
    if (record === null || !isImportRunning(record.status)) {
      if (job.jobId !== null && record?.status !== "failed") await finishJob(tx, job.jobId);
      return null;
    }
    await updateImport(tx, record.id, { status: nextImportStatus(record.status, "started") });
    if (job.jobId !== null) {
      const { progressDone: done, progressTotal: total } = record;
      await reportProgress(tx, job.jobId, { done, total, message: "Reading the file" });
    }
    // The basis first: what moves while the rest is read makes it differ later.
    const basis = await readImportBasis(tx);
    const { timeZone } = await readOrganizationSettings(tx);
    return { record, basis, timeZone, entities: await listEntities(tx), payers: await listPayersToEdit(tx) };
  });
}

/** Notes what the file holds; answers how many claims an interrupted run has staged on the same basis, null when it ended. */
export async function beginStaging(job: ImportJob, file: FileFigures, basis: string): Promise<number | null> {
  return withTenant(
    job,
    async (tx) => {
      const record = await lockImport(tx, job.importId);
      if (record === null || !isImportRunning(record.status)) return null;
      const resumes = record.basis === basis;
      if (!resumes) await deleteStaged(tx, record.id);
      const progressDone = resumes ? record.progressDone : 0;
      await updateImport(tx, record.id, {
        ...{
          status: nextImportStatus(record.status, "started"),
          basis,
          progressDone,
          progressTotal: file.total,
        },
        ...{ claimsTotal: file.total, centsTotal: file.cents, problems: file.problems },
        fileDate: toDateColumn(file.createdOn),
      });
      return progressDone;
    },
    JOB_LIMITS,
  );
}

/** Marks the import as staged whole, if it is still this attempt's. */
export async function endStaging(
  attempt: Pick<ImportJob, "organizationId" | "importId" | "jobId"> & { basis: string },
): Promise<void> {
  const { jobId } = attempt;
  await withTenant(attempt, async (tx) => {
    const record = await lockImport(tx, attempt.importId);
    if (record?.status !== "staging" || record.basis !== attempt.basis) return;
    await updateImport(tx, record.id, { status: nextImportStatus(record.status, "staged") });
    const total = record.progressTotal;
    if (jobId !== null) await reportProgress(tx, jobId, { done: total, total, message: "Saving the claims" });
  });
}

export async function refuse(
  actor: Actor,
  job: ImportJob,
  report: Pick<FileFigures, "problems" | "createdOn">,
  now: Date,
): Promise<void> {
  await withTenant(job, async (tx) => {
    const record = await lockImport(tx, job.importId);
    if (record === null || !isImportRunning(record.status)) return;
    await deleteStaged(tx, record.id);
    await updateImport(tx, record.id, {
      ...{ status: nextImportStatus(nextImportStatus(record.status, "started"), "refused"), finishedAt: now },
      ...{ problems: report.problems, fileDate: toDateColumn(report.createdOn) },
    });
    const subject = { subjectType: "import", subjectId: record.id };
    await recordEvent(tx, actor, { event: "import.refused", ...subject });
    if (job.jobId !== null) await finishJob(tx, job.jobId, "The file was refused.");
  });
}

/** A sentence for what no later run can overcome; null for everything else (a database that is away, a kill). */
export function lastingFailure(error: unknown): string | null {
  if (error instanceof AppError) return error.view.message;
  if (error instanceof BrokenSealError)
    return "The stored file cannot be opened: it was changed or its key is gone.";
  if (isDataError(error)) return "A claim of this file cannot be stored. Nothing of the file was saved.";
  return null;
}

export async function giveUp(actor: Actor, job: ImportJob, sentence: string, now: Date): Promise<void> {
  await withTenant(job, async (tx) => {
    const record = await lockImport(tx, job.importId);
    if (record === null || !isImportRunning(record.status)) return;
    await deleteStaged(tx, record.id);
    const problem = { grade: "refuse", segment: null, element: null, loop: null, message: sentence };
    await updateImport(tx, record.id, {
      ...{ status: nextImportStatus(record.status, "failed"), finishedAt: now },
      ...{ problems: [problem, ...record.problems], basis: null, progressDone: 0 },
    });
    await recordEvent(tx, actor, { event: "import.failed", subjectType: "import", subjectId: record.id });
    if (job.jobId !== null) await failJob(tx, job.jobId, sentence);
  });
}
