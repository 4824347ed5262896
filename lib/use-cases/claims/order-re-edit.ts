import { countClaimsToReEdit, type ReEditSelection } from "@/lib/data/claims/re-edit-jobs";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import type { UseCaseContext } from "../define-use-case";

export interface ReEditOrdered {
  /** Null when no open claim is concerned. */
  jobId: string | null;
  /** Open claims that will be checked again. */
  openClaims: number;
}

/**
 * Orders a new run of the edits on open claims, in the transaction that changed what they look at. `day` marks the one
 * that a new day calls for.
 */
export async function orderReEdit(
  { tx, actor }: Pick<UseCaseContext, "tx" | "actor">,
  wanted: Partial<ReEditSelection>,
  day: CalendarDate | null = null,
): Promise<ReEditOrdered> {
  const selection = { payerId: null, fromDate: null, importId: null, ...wanted };
  const openClaims = await countClaimsToReEdit(tx, selection);
  if (openClaims === 0) return { jobId: null, openClaims };
  const jobId = await enqueueJob(tx, actor, {
    kind: "re_edit_claims",
    payload: day === null ? selection : { ...selection, day },
    total: openClaims,
    // One after the other: two runs over the same claims would only wait for each other.
    queue: "re_edit",
  });
  return { jobId, openClaims };
}
