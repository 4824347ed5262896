import { randomUUID } from "node:crypto";
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
} from "@/lib/data/imports/import-records";
import { deleteStagedClaims } from "@/lib/data/imports/staged-claims";
import { isDataError } from "@/lib/data/sql-state";
import { JOB_LIMITS, withTenant } from "@/lib/data/tenant-transaction";
import { systemActor, type Actor } from "@/lib/domain/access/actor";
import { isImportRunning, nextImportStatus } from "@/lib/domain/imports/import-status";
import { AppError } from "@/lib/domain/shared/app-error";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import { BrokenSealError } from "@/lib/files/secrets";
import { failJob, finishJob, reportProgress } from "@/lib/jobs/job-progress";
import { openImportFile, type OpenFile } from "./import-file";
import { basisText, publishImport } from "./publish-import";
import { stageFile, type ImportAttempt } from "./stage-file";
import { ascNpisOf, surveyFile, type FileSurvey } from "./survey-file";

export interface ImportJob {
  organizationId: string;
  importId: string;
  /** Background job that shows the progress; null when the import runs without one. */
  jobId: string | null;
}

export interface RunImportOptions {
  signal?: AbortSignal | undefined;
  now?: () => Date;
  /** When the claims count as arrived; the moment of publishing when not given. */
  arrivedAt?: Date;
}

/** Decisions are thrown away and made anew when a profile or another import moves under them; more often is no accident. */
const MAX_ATTEMPTS = 6;

/**
 * Imports a received file: reads it twice (the whole, then claim by claim into staging) and publishes it in one
 * transaction. Safe to run again at any time and twice at once: what is staged is kept, what is published stays, a
 * refused or failed import stays as it is. Throws only what a later run may overcome, or when `signal` says stop.
 */
export async function runImport(job: ImportJob, options: RunImportOptions = {}): Promise<void> {
  const actor = systemActor(job.organizationId, randomUUID());
  try {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      if (await tryImport(actor, job, options)) return;
    }
  } catch (error) {
    const sentence = lastingFailure(error);
    if (sentence === null) throw error;
    await giveUp(actor, job, sentence, options);
    return;
  }
  throw new Error("the import was overtaken again and again; a later run will finish it");
}

/** One attempt; true when nothing is left to do. */
async function tryImport(actor: Actor, job: ImportJob, options: RunImportOptions): Promise<boolean> {
  const { signal, now = () => new Date() } = options;
  const start = await begin(job);
  if (start === null) return true;
  const { record, entities, payers, timeZone } = start;
  const open = await openImportFile(job, record.fileId);
  const { importId } = job;
  const survey = await surveyFile(open, { importId, isHistory: record.isHistory, entities, payers, signal });
  const asOf =
    (record.isHistory ? survey.report.createdOn : null) ??
    dateInZone(record.isHistory ? record.createdAt : now(), timeZone);
  if (!survey.report.accepted) {
    await refuse(actor, job, survey, now());
    return true;
  }
  const basis = basisText(asOf, start.basis);
  const stagedBefore = await beginStaging(job, survey, basis);
  if (stagedBefore === null) return false;
  const attempt: ImportAttempt = {
    ...job,
    ...{
      isHistory: record.isHistory,
      asOf,
      basis,
      survey,
      stagedBefore,
      signal,
      ascNpis: ascNpisOf(entities),
    },
  };
  return stageAndPublish(actor, open, attempt, options);
}

async function stageAndPublish(
  actor: Actor,
  open: OpenFile,
  attempt: ImportAttempt,
  { signal, now = () => new Date(), arrivedAt }: RunImportOptions,
): Promise<boolean> {
  if (!(await stageFile(open, attempt))) return false;
  signal?.throwIfAborted();
  const { jobId } = attempt;
  await withTenant(attempt, async (tx) => {
    const record = await lockImport(tx, attempt.importId);
    if (record?.status !== "staging" || record.basis !== attempt.basis) return;
    await updateImport(tx, record.id, { status: nextImportStatus(record.status, "staged") });
    const total = record.progressTotal;
    if (jobId !== null) await reportProgress(tx, jobId, { done: total, total, message: "Saving the claims" });
  });
  const at = now();
  return publishImport(actor, attempt, { now: at, arrivedAt: arrivedAt ?? at });
}

interface Start {
  record: ImportRecord;
  entities: EntityRow[];
  payers: Awaited<ReturnType<typeof listPayersToEdit>>;
  basis: string;
  timeZone: string;
}

/** Marks the import as being worked on and reads what decisions rest on; null when it is at its end already. */
async function begin(job: ImportJob): Promise<Start | null> {
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
async function beginStaging(job: ImportJob, survey: FileSurvey, basis: string): Promise<number | null> {
  const { report } = survey;
  const total = report.claims + report.quarantined;
  return withTenant(
    job,
    async (tx) => {
      const record = await lockImport(tx, job.importId);
      if (record === null || !isImportRunning(record.status)) return null;
      const resumes = record.basis === basis;
      if (!resumes) await deleteStagedClaims(tx, record.id);
      const progressDone = resumes ? record.progressDone : 0;
      await updateImport(tx, record.id, {
        ...{ status: nextImportStatus(record.status, "started"), basis, progressDone, progressTotal: total },
        ...{ claimsTotal: total, centsTotal: report.chargeCents, problems: report.problems },
        fileDate: toDateColumn(report.createdOn),
      });
      return progressDone;
    },
    JOB_LIMITS,
  );
}

async function refuse(actor: Actor, job: ImportJob, { report }: FileSurvey, now: Date): Promise<void> {
  await withTenant(job, async (tx) => {
    const record = await lockImport(tx, job.importId);
    if (record === null || !isImportRunning(record.status)) return;
    await deleteStagedClaims(tx, record.id);
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
function lastingFailure(error: unknown): string | null {
  if (error instanceof AppError) return error.view.message;
  if (error instanceof BrokenSealError)
    return "The stored file cannot be opened: it was changed or its key is gone.";
  if (isDataError(error)) return "A claim of this file cannot be stored. Nothing of the file was saved.";
  return null;
}

async function giveUp(
  actor: Actor,
  job: ImportJob,
  sentence: string,
  options: RunImportOptions,
): Promise<void> {
  await withTenant(job, async (tx) => {
    const record = await lockImport(tx, job.importId);
    if (record === null || !isImportRunning(record.status)) return;
    await deleteStagedClaims(tx, record.id);
    const problem = { grade: "refuse", segment: null, element: null, loop: null, message: sentence };
    await updateImport(tx, record.id, {
      ...{ status: nextImportStatus(record.status, "failed"), finishedAt: options.now?.() ?? new Date() },
      ...{ problems: [problem, ...record.problems], basis: null, progressDone: 0 },
    });
    await recordEvent(tx, actor, { event: "import.failed", subjectType: "import", subjectId: record.id });
    if (job.jobId !== null) await failJob(tx, job.jobId, sentence);
  });
}
