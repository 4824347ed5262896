import { randomUUID } from "node:crypto";
import { systemActor, type Actor } from "@/lib/domain/access/actor";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import { publishRemittances } from "../remittances/publish-remittances";
import { readRemittanceFile } from "../remittances/read-remittance-file";
import { stageRemittances, type StagingAttempt } from "../remittances/stage-remittances";
import { openImportFile, type OpenFile } from "./import-file";
import {
  begin,
  beginStaging,
  endStaging,
  giveUp,
  lastingFailure,
  refuse,
  type ImportJob,
  type Start,
} from "./import-steps";
import { basisText, publishImport } from "./publish-import";
import { stageFile, type ImportAttempt } from "./stage-file";
import { ascNpisOf, surveyFile } from "./survey-file";

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
    await giveUp(actor, job, sentence, options.now?.() ?? new Date());
    return;
  }
  throw new Error("the import was overtaken again and again; a later run will finish it");
}

/** Remittances: read twice like claims, but decided on when they are published. */
async function tryRemittances(
  actor: Actor,
  open: OpenFile,
  job: ImportJob,
  { timeZone }: Start,
  { signal, now = () => new Date() }: RunImportOptions,
): Promise<boolean> {
  const report = await readRemittanceFile(open, signal, () => undefined);
  if (!report.accepted) {
    await refuse(actor, job, report, now());
    return true;
  }
  const total = report.claims + report.quarantined;
  const basis = REMITTANCE_BASIS;
  const stagedBefore = await beginStaging(job, { ...report, total, cents: report.claimsPaidCents }, basis);
  if (stagedBefore === null) return false;
  const attempt: StagingAttempt = { ...job, basis, total, stagedBefore, signal };
  if (!(await stageRemittances(open, attempt))) return false;
  signal?.throwIfAborted();
  await endStaging(attempt);
  const at = now();
  return publishRemittances(actor, attempt, { now: at, today: dateInZone(at, timeZone) });
}

/** Staged remittances rest on nothing but their file; another way of staging them would be another number. */
const REMITTANCE_BASIS = "remittances 1";

/** One attempt; true when nothing is left to do. */
async function tryImport(actor: Actor, job: ImportJob, options: RunImportOptions): Promise<boolean> {
  const { signal, now = () => new Date() } = options;
  const start = await begin(job);
  if (start === null) return true;
  const { record, entities, payers, timeZone } = start;
  const open = await openImportFile(job, record.fileId);
  if (record.kind === "835") return tryRemittances(actor, open, job, start, options);
  const { importId } = job;
  const survey = await surveyFile(open, { importId, isHistory: record.isHistory, entities, payers, signal });
  const asOf =
    (record.isHistory ? survey.report.createdOn : null) ??
    dateInZone(record.isHistory ? record.createdAt : now(), timeZone);
  if (!survey.report.accepted) {
    await refuse(actor, job, survey.report, now());
    return true;
  }
  const basis = basisText(asOf, start.basis);
  const { claims, quarantined, chargeCents } = survey.report;
  const figures = { ...survey.report, total: claims + quarantined, cents: chargeCents };
  const stagedBefore = await beginStaging(job, figures, basis);
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
  await endStaging(attempt);
  const at = now();
  return publishImport(actor, attempt, { now: at, arrivedAt: arrivedAt ?? at });
}
