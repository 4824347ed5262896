import * as z from "zod";
import type { DenialFilter } from "@/lib/data/denials/denial-queue";
import { normalized, searchCode } from "@/lib/domain/claims/search-text";
import { DENIAL_QUEUE_NAMES, DENIAL_QUEUES } from "@/lib/domain/denials/denial-queues";
import { DENIAL_STATUSES, type DenialStatus } from "@/lib/domain/denials/lifecycle";
import { DENIAL_CATEGORIES } from "@/lib/domain/denials/outcome";
import { RECOVERY_TIERS, UNRATED } from "@/lib/domain/denials/recovery";
import { isCalendarDate } from "@/lib/domain/shared/calendar-date";
import { MAX_CENTS } from "@/lib/domain/shared/money";

const calendarDate = z.string().refine(isCalendarDate, { message: "Write the date as YYYY-MM-DD." });
const cents = z.int().min(0).max(MAX_CENTS);

/** The filters of the denial queue: those of its address, and the text that stands in none. */
export const denialFilterFields = {
  queue: z.enum(DENIAL_QUEUE_NAMES),
  /** One status of the queue; one of another queue matches nothing. */
  status: z
    .enum(DENIAL_STATUSES as [DenialStatus, ...DenialStatus[]])
    .nullable()
    .default(null),
  category: z.enum(DENIAL_CATEGORIES).nullable().default(null),
  tier: z
    .enum([...RECOVERY_TIERS, UNRATED])
    .nullable()
    .default(null),
  payerId: z.uuid().nullable().default(null),
  /** A member id, "me", "unassigned", or "mine": my own and what nobody has. */
  owner: z
    .union([z.enum(["me", "mine", "unassigned"]), z.uuid()])
    .nullable()
    .default(null),
  deadlineFrom: calendarDate.nullable().default(null),
  deadlineTo: calendarDate.nullable().default(null),
  /** Those whose limit nobody knows. */
  limit: z.literal("unknown").nullable().default(null),
  amountFromCents: cents.nullable().default(null),
  amountToCents: cents.nullable().default(null),
  text: z.string().trim().max(80).default(""),
};

export const denialFilterSchema = z.strictObject(denialFilterFields);
export type DenialFilterInput = z.output<typeof denialFilterSchema>;

/** The stored form of the filter; "me" is the asking member. */
export function toDenialFilter(input: DenialFilterInput, memberId: string | null): DenialFilter {
  const { queue, status, owner, text, tier, limit, ...rest } = input;
  const statuses: readonly DenialStatus[] = DENIAL_QUEUES[queue].statuses;
  const isSelf = owner === "me" || owner === "mine";
  return {
    ...rest,
    ...{ tier: tier === UNRATED ? null : tier, isUnrated: tier === UNRATED },
    hasNoDeadline: limit !== null,
    statuses: status === null ? statuses : statuses.filter((name) => name === status),
    // Somebody without a member row (the system) has no denials of their own: theirs are the unassigned ones.
    owner: isSelf ? (memberId ?? "unassigned") : owner,
    orUnassigned: owner === "mine",
    text: text === "" ? null : { claimNumber: text, name: normalized(text), memberId: searchCode(text) },
  };
}
