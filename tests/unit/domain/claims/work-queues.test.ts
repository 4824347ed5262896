import { describe, expect, test } from "vitest";
import { CLAIM_STATUSES } from "@/lib/domain/claims/lifecycle";
import { deadlineState, queueOf, WORK_QUEUE_NAMES, WORK_QUEUES } from "@/lib/domain/claims/work-queues";

describe("queueOf", () => {
  test("every status and kind stands in exactly one queue, but what only remittances know in none", () => {
    expect(() => queueOf({ status: "remittance_only", queue: "specialty" })).toThrow(RangeError);
    for (const status of CLAIM_STATUSES.filter((status) => status !== "remittance_only")) {
      for (const kind of ["specialty", "general"]) {
        const fitting = WORK_QUEUE_NAMES.filter((name) => {
          const queue = WORK_QUEUES[name];
          return queue.status === status && (queue.kind === null || queue.kind === kind);
        });
        expect(fitting).toEqual([queueOf({ status, queue: kind })]);
      }
    }
  });
});

describe("deadlineState", () => {
  test.each([
    [null, "unknown", "limit unknown"],
    ["2026-06-30", "calm", "27 days left"],
    ["2026-06-14", "calm", "11 days left"],
    ["2026-06-13", "soon", "10 days left"],
    ["2026-06-07", "soon", "4 days left"],
    ["2026-06-06", "urgent", "3 days left"],
    ["2026-06-04", "urgent", "1 day left"],
    ["2026-06-03", "urgent", "last day today"],
    ["2026-06-02", "passed", "1 day late"],
    ["2026-05-01", "passed", "33 days late"],
  ])("%s on 2026-06-03 is %s: %s", (deadline, tone, words) => {
    expect(deadlineState(deadline, "2026-06-03")).toMatchObject({ tone, words });
  });
});
