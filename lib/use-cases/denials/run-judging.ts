import { readOrganizationSettings } from "@/lib/data/claims/people";
import {
  lockDenialsToJudge,
  saveJudgedFigures,
  type DenialToJudgeAgain,
} from "@/lib/data/denials/denials-to-judge";
import { lockJob, noteInJob } from "@/lib/data/jobs/job-records";
import { JOB_LIMITS, withTenant, type TenantTx } from "@/lib/data/tenant-transaction";
import { dateInZone, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import { finishJob, reportProgress } from "@/lib/jobs/job-progress";
import { ProfileBook } from "../claims/edit-contexts";
import { figuresOf, judgeAtHand } from "./judge-stored-denial";
import { runningDenials } from "./order-judging";

/** Denials of one transaction: few enough that somebody who works one of them waits an instant. */
const CHUNK = 500;

interface JudgingJob {
  organizationId: string;
  jobId: string;
}

/**
 * The job that judges running denials again after a window closed or a payer's limits changed. Only tier, score and
 * deadline move, so the version stays: nobody's work is in conflict with it. Each chunk and its mark in the job's row
 * are one transaction: a worker that is killed goes on behind the last whole chunk.
 */
export async function runJudging(
  job: JudgingJob,
  { signal, chunk = CHUNK, now }: { signal?: AbortSignal; chunk?: number; now?: Date } = {},
): Promise<void> {
  for (let more = true; more;) {
    signal?.throwIfAborted();
    more = await withTenant(job, (tx) => judgeChunk(tx, job.jobId, chunk, now ?? new Date()), JOB_LIMITS);
  }
}

async function judgeChunk(tx: TenantTx, jobId: string, chunk: number, now: Date): Promise<boolean> {
  const job = await lockJob(tx, jobId, "judge_denials");
  if (job === null || job.status === "done") return false;
  const text = (name: string): string | null => (job.payload[name] as string | null | undefined) ?? null;
  const changedBefore = Number(job.payload.changedCount ?? 0);
  const denials = await lockDenialsToJudge(
    tx,
    runningDenials({ payerId: text("payerId"), closedBefore: text("closedBefore") }),
    text("afterId"),
    chunk,
  );
  if (denials.length === 0) {
    await finishJob(tx, jobId, `${job.done} judged again, ${changedBefore} changed.`);
    return false;
  }
  const { timeZone } = await readOrganizationSettings(tx);
  const changed = await judge(tx, denials, dateInZone(now, timeZone));
  const done = job.done + denials.length;
  await noteInJob(tx, jobId, { afterId: denials.at(-1)!.id, changedCount: changedBefore + changed });
  await reportProgress(tx, jobId, { done, total: Math.max(done, job.total) });
  return true;
}

/** Saves what is different today; answers how many denials are. */
async function judge(
  tx: TenantTx,
  denials: readonly DenialToJudgeAgain[],
  today: CalendarDate,
): Promise<number> {
  const book = await ProfileBook.load(tx);
  const changed = denials.flatMap((denial) => {
    const profile = book.profileOn(denial.payerId, denial.serviceFrom);
    const figures = figuresOf(judgeAtHand(denial, profile, today), today);
    const isSame = (Object.keys(figures) as (keyof typeof figures)[]).every(
      (name) => figures[name] === denial[name],
    );
    return isSame ? [] : [{ id: denial.id, ...figures }];
  });
  await saveJudgedFigures(tx, changed);
  return changed.length;
}
