import { createLoader, createParser, parseAsInteger, parseAsStringLiteral } from "nuqs/server";
import { DENIAL_QUEUE_NAMES } from "@/lib/domain/denials/denial-queues";
import { DENIAL_STATUSES } from "@/lib/domain/denials/lifecycle";
import { DENIAL_CATEGORIES } from "@/lib/domain/denials/outcome";
import { RECOVERY_TIERS, UNRATED } from "@/lib/domain/denials/recovery";
import { isCalendarDate } from "@/lib/domain/shared/calendar-date";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What fits is taken, anything else in the address is as if it were not there. */
const parseWhen = (fits: (text: string) => boolean) =>
  createParser<string>({ parse: (text) => (fits(text) ? text : null), serialize: (text) => text });

export const DENIAL_SORTS = ["score", "deadline", "amount", "age"] as const;

/**
 * The queue in its address, so that a link is a view. What is typed is not in it: it can be a patient's name, and
 * addresses end up in histories, bookmarks and logs.
 */
export const denialParams = {
  queue: parseAsStringLiteral(DENIAL_QUEUE_NAMES).withDefault("to_work"),
  status: parseAsStringLiteral(DENIAL_STATUSES),
  category: parseAsStringLiteral(DENIAL_CATEGORIES),
  tier: parseAsStringLiteral([...RECOVERY_TIERS, UNRATED]),
  payer: parseWhen((text) => UUID.test(text)),
  /** First and last day of the deadline. */
  from: parseWhen(isCalendarDate),
  to: parseWhen(isCalendarDate),
  /** Those whose limit nobody knows. */
  limit: parseAsStringLiteral(["unknown"] as const),
  /** Least and most denied money, in whole dollars. */
  least: parseAsInteger,
  most: parseAsInteger,
  /** "anyone", "mine" (my own and what nobody has), "me", "unassigned" or a member; absent: what fits role and queue. */
  who: parseWhen((text) => ["anyone", "mine", "me", "unassigned"].includes(text) || UUID.test(text)),
  sort: parseAsStringLiteral(DENIAL_SORTS).withDefault("score"),
  page: parseAsInteger.withDefault(1),
};

export const loadDenialParams = createLoader(denialParams);
export type DenialParams = Awaited<ReturnType<typeof loadDenialParams>>;

/** The address, and the text that somebody typed beside it. */
export type DenialView = DenialParams & { q: string };
