import * as z from "zod";
import type { WorklistFilter } from "@/lib/data/claims/worklist";
import { CLAIM_ROLES } from "@/lib/domain/claims/claim";
import { WORK_QUEUE_NAMES, WORK_QUEUES, type WorkQueue } from "@/lib/domain/claims/work-queues";
import { isCalendarDate } from "@/lib/domain/shared/calendar-date";
import { normalized, searchCode } from "@/lib/domain/claims/search-text";

const calendarDate = z.string().refine(isCalendarDate, { message: "Write the date as YYYY-MM-DD." });

/** The filters of the worklist: those of its address, and the text that stands in none. */
export const worklistFilterFields = {
  queue: z.enum(WORK_QUEUE_NAMES as [WorkQueue, ...WorkQueue[]]),
  severity: z.enum(["block", "review", "missing"]).nullable().default(null),
  rule: z
    .string()
    .regex(/^R-[A-Z]\d{2}$/)
    .nullable()
    .default(null),
  payerId: z.uuid().nullable().default(null),
  role: z.enum(CLAIM_ROLES).nullable().default(null),
  serviceFrom: calendarDate.nullable().default(null),
  serviceTo: calendarDate.nullable().default(null),
  /** A member id, "me", "unassigned", or "mine": my own and what nobody has. */
  assignee: z
    .union([z.enum(["me", "mine", "unassigned"]), z.uuid()])
    .nullable()
    .default(null),
  /** Whose signature as its coder stands on the claim. */
  signed: z.enum(["me", "others"]).nullable().default(null),
  text: z.string().trim().max(80).default(""),
};

export const worklistFilterSchema = z.strictObject(worklistFilterFields);
export type WorklistFilterInput = z.output<typeof worklistFilterSchema>;

/** The stored form of the filter; "me" is the asking member. */
export function toWorklistFilter(input: WorklistFilterInput, memberId: string | null): WorklistFilter {
  const queue = WORK_QUEUES[input.queue];
  const isSelf = input.assignee === "me" || input.assignee === "mine";
  return {
    status: queue.status,
    kind: queue.kind,
    severity: input.severity,
    rule: input.rule,
    payerId: input.payerId,
    role: input.role,
    serviceFrom: input.serviceFrom,
    serviceTo: input.serviceTo,
    // Somebody without a member row (the system) has no claims of their own: theirs are the unassigned ones.
    assignee: isSelf ? (memberId ?? "unassigned") : input.assignee,
    orUnassigned: input.assignee === "mine",
    signed:
      input.signed === null || memberId === null
        ? null
        : { memberId, by: input.signed === "me" ? "member" : "others" },
    text:
      input.text === ""
        ? null
        : { claimNumber: input.text, name: normalized(input.text), memberId: searchCode(input.text) },
  };
}
