import { AppError } from "@/lib/domain/shared/app-error";

/** What goes out to a payer. */
const SENDS = {
  corrected_claim_sent: "corrected",
  new_claim_sent: "rebilled",
  records_sent: "records_sent",
  appeal_sent: "appealed",
} as const;
const GIVES_UP = { moved_to_patient: "closed", written_off: "written_off" } as const;
/** A person at work, nothing of ours being with the payer. */
const WORK = {
  ...SENDS,
  ...GIVES_UP,
  call_with_outcome: "in_progress",
  peer_to_peer_held: "in_progress",
} as const;
/** What a remittance or a letter says, whatever was sent: payers also correct themselves unasked. */
const ANSWERS = {
  overturned: "overturned",
  partly_overturned: "partly_overturned",
  upheld: "upheld",
} as const;
/** A corrected or new claim was answered with a denial of its own, which is worked on instead. */
const REPLACED = { replaced: "closed" } as const;
/** While the payer has something of ours, a further paper or an answer may follow. */
const WAITING = { ...SENDS, ...GIVES_UP, ...ANSWERS, ...REPLACED } as const;

/**
 * A denial's way from the remittance to the last cent, one table: status -> { event -> next status }. A letter that
 * overturns is not the end: `paid` closes, when the money is posted. Source: the trade's states of appeals and levels.
 */
export const DENIAL_LIFECYCLE = {
  open: { work_started: "in_progress", ...WORK, ...ANSWERS, ...REPLACED },
  in_progress: { work_put_back: "open", ...WORK, ...ANSWERS, ...REPLACED },
  corrected: { ...WAITING, call_with_outcome: "corrected", corrected_claim_rejected: "in_progress" },
  rebilled: { ...WAITING, call_with_outcome: "rebilled", new_claim_rejected: "in_progress" },
  records_sent: { ...WAITING, call_with_outcome: "records_sent" },
  appealed: {
    ...WAITING,
    call_with_outcome: "appealed",
    peer_to_peer_held: "appealed",
    appeal_dismissed: "upheld",
    appeal_withdrawn: "in_progress",
  },
  overturned: { paid: "closed", denied_again: "open", call_with_outcome: "overturned", ...REPLACED },
  partly_overturned: {
    paid: "closed",
    denied_again: "open",
    work_started: "in_progress",
    ...WORK,
    ...REPLACED,
  },
  upheld: { work_started: "in_progress", ...WORK, ...ANSWERS, ...REPLACED },
  written_off: { reopened: "in_progress", ...ANSWERS },
  closed: { reopened: "in_progress", denied_again: "open", taken_back: "open" },
} as const satisfies Record<string, Record<string, string>>;

export type DenialStatus = keyof typeof DENIAL_LIFECYCLE;
export const DENIAL_STATUSES = Object.keys(DENIAL_LIFECYCLE) as DenialStatus[];
export type DenialEvent = { [S in DenialStatus]: keyof (typeof DENIAL_LIFECYCLE)[S] }[DenialStatus];

export const DENIAL_STATUS_LABELS: Record<DenialStatus, string> = {
  open: "Open",
  in_progress: "In progress",
  corrected: "Corrected claim sent",
  rebilled: "New claim sent",
  records_sent: "Records sent",
  appealed: "Appealed",
  overturned: "Overturned, payment awaited",
  partly_overturned: "Partly overturned",
  upheld: "Upheld",
  written_off: "Written off",
  closed: "Closed",
};

/** What counts as work in the key figures; looking at a denial or taking it over does not. */
export const SUBSTANTIVE_EVENTS: ReadonlySet<DenialEvent> = new Set([
  "appeal_sent",
  "corrected_claim_sent",
  "new_claim_sent",
  "records_sent",
  "peer_to_peer_held",
  "call_with_outcome",
]);

/** What an appeal was answered with: what is left to do then follows the limits of that letter. */
export const APPEAL_DECISIONS = [
  "upheld",
  "partly_overturned",
  "appeal_dismissed",
] as const satisfies readonly DenialEvent[];

export type AppealDecision = (typeof APPEAL_DECISIONS)[number];

/** The status after `event`; throws AppError `not_allowed_now` where the table has no such row. */
export function nextDenialStatus(status: DenialStatus, event: string): DenialStatus {
  const moves: Readonly<Record<string, DenialStatus>> = DENIAL_LIFECYCLE[status];
  const next = Object.hasOwn(moves, event) ? moves[event] : undefined;
  if (next === undefined) {
    throw new AppError(
      "not_allowed_now",
      `A denial that is "${DENIAL_STATUS_LABELS[status]}" cannot be ${event.replaceAll("_", " ")}.`,
      { next: "Reload the denial to see its present state." },
    );
  }
  return next;
}

/** The events a status allows, in the order of the table. */
export function allowedDenialEvents(status: DenialStatus): DenialEvent[] {
  return Object.keys(DENIAL_LIFECYCLE[status]) as DenialEvent[];
}

/** One move of a denial, oldest first. */
export interface DenialStep {
  event: DenialEvent | "undone";
  /** The status before. */
  from: DenialStatus;
  /** "payer": came with a remittance, so that only another remittance takes it back. */
  by: "person" | "payer";
}

/**
 * The status that an undo brings back: before the newest move of a person that was not undone yet.
 * Throws AppError `not_allowed_now` where there is none or a remittance came after it.
 */
export function undoneDenialStatus(steps: readonly DenialStep[]): DenialStatus {
  const standing: DenialStep[] = [];
  for (const step of steps) {
    if (step.event === "undone") standing.pop();
    else standing.push(step);
  }
  const last = standing.at(-1);
  if (last === undefined) {
    throw new AppError("not_allowed_now", "Nothing was done to this denial that could be undone.");
  }
  if (last.by === "payer") {
    throw new AppError(
      "not_allowed_now",
      "The last change came with a remittance and cannot be undone by hand.",
    );
  }
  return last.from;
}
