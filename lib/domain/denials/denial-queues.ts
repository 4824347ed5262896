import type { DenialStatus } from "./lifecycle";

/** The queues of denials. A denial is in exactly one: its status decides, nobody moves it by hand. */
export const DENIAL_QUEUES = {
  to_work: {
    label: "Denials to work",
    statuses: ["open", "in_progress", "upheld", "partly_overturned"],
    why: "The payer has nothing of ours that it could still answer: somebody must act.",
  },
  waiting: {
    label: "With the payer",
    statuses: ["corrected", "rebilled", "records_sent", "appealed", "overturned"],
    why: "Something was sent, or won and not paid yet: the payer's move.",
  },
  settled: {
    label: "Settled denials",
    statuses: ["closed", "written_off"],
    why: "Paid, moved to the patient or written off.",
  },
} as const satisfies Record<string, { label: string; statuses: readonly DenialStatus[]; why: string }>;

export type DenialQueue = keyof typeof DENIAL_QUEUES;
export const DENIAL_QUEUE_NAMES = Object.keys(DENIAL_QUEUES) as [DenialQueue, ...DenialQueue[]];

/** The queue that a denial stands in. */
export function denialQueueOf(status: DenialStatus): DenialQueue {
  const found = DENIAL_QUEUE_NAMES.find((name) =>
    (DENIAL_QUEUES[name].statuses as readonly DenialStatus[]).includes(status),
  );
  if (!found) throw new RangeError(`no queue for denials that are ${status}`);
  return found;
}

/** Statuses in which a denial is still somebody's work: it can be assigned, and its deadline runs. */
export const RUNNING_DENIAL_STATUSES: readonly DenialStatus[] = [
  ...DENIAL_QUEUES.to_work.statuses,
  ...DENIAL_QUEUES.waiting.statuses,
];

export function isDenialRunning(status: DenialStatus): boolean {
  return RUNNING_DENIAL_STATUSES.includes(status);
}
