import * as z from "zod";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { countDenialQueue, DENIAL_COUNT_CAP } from "@/lib/data/denials/denial-queue";
import { deadlineState } from "@/lib/domain/claims/work-queues";
import { DENIAL_QUEUE_NAMES, DENIAL_QUEUES } from "@/lib/domain/denials/denial-queues";
import type { DenialQueueSummary } from "@/lib/domain/denials/denial-screen";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import { defineUseCase } from "../define-use-case";

/** Every queue of denials with its size and nearest deadline: for the left rail. */
export const listDenialQueues = defineUseCase({
  name: "denials.list_queues",
  permission: "denials.view",
  input: z.strictObject({}),
  async run({ tx, now }) {
    const { timeZone } = await readOrganizationSettings(tx);
    const today = dateInZone(now, timeZone);
    const queues: DenialQueueSummary[] = [];
    for (const name of DENIAL_QUEUE_NAMES) {
      const { label, why, statuses } = DENIAL_QUEUES[name];
      const { count, nearestDeadline } = await countDenialQueue(tx, statuses);
      queues.push({
        ...{ name, label, why },
        count: Math.min(count, DENIAL_COUNT_CAP),
        capped: count > DENIAL_COUNT_CAP,
        // Only where something of ours is still to be done does a deadline press.
        deadline: deadlineState(name === "to_work" ? nearestDeadline : null, today),
      });
    }
    return { queues };
  },
});
