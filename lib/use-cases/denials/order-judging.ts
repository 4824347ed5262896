import { randomUUID } from "node:crypto";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { countDenialsToJudge, type JudgingSelection } from "@/lib/data/denials/denials-to-judge";
import { hasJobOfDay } from "@/lib/data/jobs/job-records";
import { withTenant } from "@/lib/data/tenant-transaction";
import { systemActor } from "@/lib/domain/access/actor";
import { RUNNING_DENIAL_STATUSES } from "@/lib/domain/denials/denial-queues";
import { dateInZone, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import type { UseCaseContext } from "../define-use-case";

/** The running denials that a selection means. */
export function runningDenials(wanted: Partial<JudgingSelection>): JudgingSelection {
  return { payerId: null, closedBefore: null, ...wanted, statuses: RUNNING_DENIAL_STATUSES };
}

/**
 * Orders that running denials are judged again, in the transaction that changed what they are judged by. `day` marks the
 * order that a new day calls for. Answers how many denials it concerns; 0: nothing is ordered.
 */
export async function orderJudging(
  { tx, actor }: Pick<UseCaseContext, "tx" | "actor">,
  { payerId = null, closedBefore = null }: Partial<Omit<JudgingSelection, "statuses">>,
  day: CalendarDate | null = null,
): Promise<number> {
  const total = await countDenialsToJudge(tx, runningDenials({ payerId, closedBefore }));
  if (total === 0) return 0;
  const selection = { payerId, closedBefore };
  await enqueueJob(tx, actor, {
    kind: "judge_denials",
    payload: day === null ? selection : { ...selection, day },
    total,
    queue: "judge_denials",
  });
  return total;
}

/** Orders the day's judging of denials whose next window has closed, once for each day of the practice. */
export async function orderDailyJudging(organizationId: string, now: Date): Promise<number> {
  return withTenant({ organizationId }, async (tx) => {
    const { timeZone } = await readOrganizationSettings(tx);
    const today = dateInZone(now, timeZone);
    if (await hasJobOfDay(tx, "judge_denials", today)) return 0;
    const actor = systemActor(organizationId, randomUUID());
    return orderJudging({ tx, actor }, { closedBefore: today }, today);
  });
}
