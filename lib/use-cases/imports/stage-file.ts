import { advanceStaging, copyStagedClaims } from "@/lib/data/imports/staged-claims";
import { JOB_LIMITS, withTenant, withTenantSql } from "@/lib/data/tenant-transaction";
import type { ReadEvent } from "@/lib/edi/types";
import { reportProgress } from "@/lib/jobs/job-progress";
import { bookOf, decideClaims } from "./decide-claims";
import { readClaimFile, type OpenFile } from "./import-file";
import type { FileSurvey } from "./survey-file";

/** Claims that are decided and staged together; what a kill can cost. */
export const CHUNK_CLAIMS = 1000;

/** Bytes of the file that are decided together at most: claims of thousands of segments come in smaller chunks. */
const CHUNK_BYTES = 4_000_000;

/** One attempt at an import: what it reads and what its decisions rest on. */
export interface ImportAttempt {
  organizationId: string;
  importId: string;
  jobId: string | null;
  isHistory: boolean;
  /** The practice's today, or the day a history file was made. */
  asOf: string;
  basis: string;
  ascNpis: readonly string[];
  survey: FileSurvey;
  /** Claims staged by an earlier attempt that was interrupted. */
  stagedBefore: number;
  signal: AbortSignal | undefined;
}

/**
 * Second reading of a file: decides on its claims chunk by chunk and stages them, behind what is staged already. False
 * when another run of the same import got ahead of this one.
 */
export async function stageFile(open: OpenFile, attempt: ImportAttempt): Promise<boolean> {
  const { survey, signal, ascNpis } = attempt;
  const total = survey.report.claims + survey.report.quarantined;
  if (attempt.stagedBefore >= total) return true;
  const stager = new Stager(attempt, total);
  try {
    await readClaimFile(open, { ascNpis, signal }, (events) => stager.take(events));
    return await stager.finish();
  } finally {
    await stager.idle();
  }
}

class Stager {
  private chunk: ReadEvent[] = [];
  private chunkBytes = 0;
  private done: number;
  private copying: Promise<boolean> = Promise.resolve(true);
  private overtaken = false;
  private readonly book;

  constructor(
    private readonly attempt: ImportAttempt,
    private readonly total: number,
  ) {
    this.done = attempt.stagedBefore;
    this.book = bookOf(attempt.survey);
  }

  async take(events: readonly ReadEvent[]): Promise<void> {
    for (const event of events) {
      if (this.overtaken || event.ordinal <= this.attempt.stagedBefore) continue;
      this.chunk.push(event);
      this.chunkBytes += event.byteEnd - event.byteStart;
      if (this.chunk.length >= CHUNK_CLAIMS || this.chunkBytes >= CHUNK_BYTES) await this.flush();
    }
  }

  async finish(): Promise<boolean> {
    await this.flush();
    await this.settle();
    return !this.overtaken;
  }

  /** Decides on a chunk while the one before it is still being copied. */
  private async flush(): Promise<void> {
    const events = this.chunk;
    this.chunk = [];
    this.chunkBytes = 0;
    if (events.length === 0 || this.overtaken) return;
    const { organizationId, importId, jobId, isHistory, asOf, survey } = this.attempt;
    const staged = await withTenant(
      { organizationId },
      async (tx) => {
        if (jobId !== null) await reportProgress(tx, jobId, { done: this.done, total: this.total });
        return decideClaims(tx, { importId, isHistory, asOf, survey, book: this.book }, events);
      },
      JOB_LIMITS,
    );
    await this.settle();
    if (this.overtaken) return;
    const step = { basis: this.attempt.basis, from: this.done, to: events.at(-1)!.ordinal };
    this.done = step.to;
    this.copying = withTenantSql({ organizationId }, async (sql) => {
      if (!(await advanceStaging(sql, importId, step))) return false;
      await copyStagedClaims(sql, { organizationId, importId }, staged);
      return true;
    });
    // The failure is met where the copy is awaited; unheard until then, it would end the process.
    this.copying.catch(() => undefined);
  }

  /** Resolves when nothing is being copied any more, whatever became of it. */
  async idle(): Promise<void> {
    await this.copying.catch(() => undefined);
  }

  private async settle(): Promise<void> {
    if (!(await this.copying)) this.overtaken = true;
  }
}
