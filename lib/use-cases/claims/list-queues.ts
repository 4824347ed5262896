import * as z from "zod";
import { COUNT_CAP, countQueue } from "@/lib/data/claims/worklist";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { deadlineState, WORK_QUEUE_NAMES, WORK_QUEUES } from "@/lib/domain/claims/work-queues";
import type { QueueSummary } from "@/lib/domain/claims/claim-screen";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import { defineUseCase } from "../define-use-case";

/** Every queue with its size and nearest deadline: the left rail. */
export const listQueues = defineUseCase({
  name: "claims.list_queues",
  permission: "claims.view",
  input: z.strictObject({}),
  async run({ tx, now }) {
    const { timeZone } = await readOrganizationSettings(tx);
    const today = dateInZone(now, timeZone);
    const queues: QueueSummary[] = [];
    for (const name of WORK_QUEUE_NAMES) {
      const queue = WORK_QUEUES[name];
      const { count, oldestDeadline } = await countQueue(tx, queue.status, queue.kind);
      // What has left cannot be late any more.
      const running = queue.status !== "released" && queue.status !== "filed";
      queues.push({
        name,
        label: queue.label,
        why: queue.why,
        count: Math.min(count, COUNT_CAP),
        capped: count > COUNT_CAP,
        oldestDeadline: running ? oldestDeadline : null,
        deadline: deadlineState(running ? oldestDeadline : null, today),
      });
    }
    return { queues };
  },
});
