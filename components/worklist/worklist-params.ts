import { createLoader, createParser, parseAsInteger, parseAsStringLiteral } from "nuqs/server";
import { CLAIM_ROLES } from "@/lib/domain/claims/claim";
import { WORK_QUEUE_NAMES } from "@/lib/domain/claims/work-queues";
import { isCalendarDate } from "@/lib/domain/shared/calendar-date";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What fits is taken, anything else in the address is as if it were not there. */
const parseWhen = (fits: (text: string) => boolean) =>
  createParser<string>({ parse: (text) => (fits(text) ? text : null), serialize: (text) => text });

export const SORTS = ["deadline", "charge", "age"] as const;
export type WorklistSortName = (typeof SORTS)[number];

/**
 * The worklist in its address, so that a link is a view. What is typed is not in it: it can be a patient's name, and
 * addresses end up in histories, bookmarks and logs.
 */
export const worklistParams = {
  queue: parseAsStringLiteral(WORK_QUEUE_NAMES).withDefault("specialty"),
  severity: parseAsStringLiteral(["block", "review", "missing"] as const),
  rule: parseWhen((text) => /^R-[A-Z]\d{2}$/.test(text)),
  payer: parseWhen((text) => UUID.test(text)),
  role: parseAsStringLiteral(CLAIM_ROLES),
  from: parseWhen(isCalendarDate),
  to: parseWhen(isCalendarDate),
  /** "anyone", "mine" (my own and what nobody has), "me", "unassigned" or a member; absent: what fits role and queue. */
  who: parseWhen((text) => ["anyone", "mine", "me", "unassigned"].includes(text) || UUID.test(text)),
  /** Whose signature as its coder stands on the claim. */
  signed: parseAsStringLiteral(["me", "others"] as const),
  sort: parseAsStringLiteral(SORTS).withDefault("deadline"),
  page: parseAsInteger.withDefault(1),
};

export const loadWorklistParams = createLoader(worklistParams);
export type WorklistParams = Awaited<ReturnType<typeof loadWorklistParams>>;

/** The address, and the text that somebody typed beside it. */
export type WorklistView = WorklistParams & { q: string };
