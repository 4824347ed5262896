import type { WorkQueue } from "@/lib/domain/claims/work-queues";
import type { DenialQueue } from "@/lib/domain/denials/denial-queues";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";

/** The queues as links of a home: what they show is what the home counted. Names as their screens read them. */

export function worklistHref(address: {
  queue: WorkQueue;
  who: "me" | "unassigned" | "anyone";
  rule?: string;
  signed?: "me" | "others";
}): string {
  return `/worklist?${queryOf(address)}`;
}

export function denialsHref(address: {
  queue: DenialQueue;
  who: "mine" | "anyone";
  tier?: string;
  /** Those whose limit nobody knows. */
  limit?: "unknown";
  /** First and last day of the deadline. */
  from?: CalendarDate | null;
  to?: CalendarDate | null;
}): string {
  return `/denials?${queryOf(address)}`;
}

function queryOf(address: Readonly<Record<string, string | null | undefined>>): URLSearchParams {
  const given = Object.entries(address).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return new URLSearchParams(given);
}
