import { daysBetween, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { ClaimStatus } from "./lifecycle";

/**
 * The queues of the worklist. A claim is in exactly one: its status and its kind decide, nobody moves it by hand. Only a
 * claim that nothing but a remittance knows is in none: there is nothing to code or release.
 */
export const WORK_QUEUES = {
  specialty: {
    label: "SCS claims to code",
    status: "needs_coding",
    kind: "specialty",
    why: "It carries spinal cord stimulation codes and needs a specialty coder.",
  },
  general: {
    label: "Other claims to code",
    status: "needs_coding",
    kind: "general",
    why: "It carries no spinal cord stimulation code, but an edit flagged it or somebody changed it.",
  },
  review: {
    label: "Second review",
    status: "in_review",
    kind: null,
    why: "Its coder signed it; another person must sign before it can leave.",
  },
  ready: {
    label: "Ready to release",
    status: "ready",
    kind: null,
    why: "Nothing holds it: it can go into a batch.",
  },
  released: { label: "Released", status: "released", kind: null, why: "It left in a batch." },
  filed: {
    label: "Filed before",
    status: "filed",
    kind: null,
    why: "It was imported as history; the payer already has it.",
  },
} as const satisfies Record<
  string,
  { label: string; status: ClaimStatus; kind: "specialty" | "general" | null; why: string }
>;

export type WorkQueue = keyof typeof WORK_QUEUES;
export const WORK_QUEUE_NAMES = Object.keys(WORK_QUEUES) as WorkQueue[];

/** The queue that a claim stands in. */
export function queueOf(claim: { status: ClaimStatus; queue: string }): WorkQueue {
  const found = WORK_QUEUE_NAMES.find((name) => {
    const queue = WORK_QUEUES[name];
    return queue.status === claim.status && (queue.kind === null || queue.kind === claim.queue);
  });
  if (!found) throw new RangeError(`no queue for status ${claim.status} and kind ${claim.queue}`);
  return found;
}

export interface DeadlineState {
  /** Whole days from today to the last day; negative when it has passed; null when the limit is unknown. */
  daysLeft: number | null;
  tone: "unknown" | "calm" | "soon" | "urgent" | "passed";
  /** "3 days left", "last day today", "2 days late", "limit unknown". */
  words: string;
}

/** How near the filing deadline is: soon from 10 days, urgent from 3 (calendar days, the practice's today). */
export function deadlineState(deadline: CalendarDate | null, today: CalendarDate): DeadlineState {
  if (deadline === null) return { daysLeft: null, tone: "unknown", words: "limit unknown" };
  const daysLeft = daysBetween(today, deadline);
  const days = (count: number) => `${count} ${count === 1 ? "day" : "days"}`;
  if (daysLeft < 0) return { daysLeft, tone: "passed", words: `${days(-daysLeft)} late` };
  const words = daysLeft === 0 ? "last day today" : `${days(daysLeft)} left`;
  return { daysLeft, tone: daysLeft <= 3 ? "urgent" : daysLeft <= 10 ? "soon" : "calm", words };
}

/** How long a soft lock lasts without a heartbeat. */
export const LOCK_MINUTES = 15;
