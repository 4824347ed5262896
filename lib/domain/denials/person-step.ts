import { allowedDenialEvents, SUBSTANTIVE_EVENTS, type DenialEvent, type DenialStatus } from "./lifecycle";

/** What only the money of a remittance says: success is a posted payment, never a letter. */
const FROM_REMITTANCES: ReadonlySet<DenialEvent> = new Set([
  ...(["paid", "denied_again", "taken_back", "replaced"] as const),
]);

/** What is asked beside the event itself. */
export interface StepQuestions {
  /** The day on which it was done; without it, today counts. */
  day: boolean;
  /** A number that proves it: of the claim, the call, the fax, the letter. */
  reference: "needed" | "optional" | null;
  /** With whom one spoke. */
  contact: "needed" | null;
  /** What came of it, or why: for whoever opens the denial next. */
  note: "needed" | "optional";
  /** What the note is asked as. */
  noteLabel: string;
}

const SENT: StepQuestions = {
  ...{ day: true, reference: "optional", contact: null, note: "optional" },
  noteLabel: "What was sent, and how",
};
const ANSWERED: StepQuestions = {
  ...{ day: true, reference: "optional", contact: null, note: "optional" },
  noteLabel: "What the letter says",
};
const TURNED_BACK: StepQuestions = {
  ...{ day: true, reference: "optional", contact: null, note: "needed" },
  noteLabel: "What was wrong with it",
};
const GIVEN_UP: StepQuestions = {
  ...{ day: false, reference: null, contact: null, note: "needed" },
  noteLabel: "Why nothing more can be recovered",
};
const SPOKEN: StepQuestions = {
  ...{ day: true, reference: "optional", contact: "needed", note: "needed" },
  noteLabel: "What came of it",
};
const MOVED: StepQuestions = {
  ...{ day: false, reference: null, contact: null, note: "optional" },
  noteLabel: "Note",
};

const QUESTIONS: Partial<Record<DenialEvent, StepQuestions>> = {
  corrected_claim_sent: SENT,
  new_claim_sent: SENT,
  records_sent: SENT,
  appeal_sent: SENT,
  call_with_outcome: { ...SPOKEN, reference: "needed" },
  peer_to_peer_held: SPOKEN,
  overturned: ANSWERED,
  partly_overturned: ANSWERED,
  upheld: ANSWERED,
  corrected_claim_rejected: TURNED_BACK,
  new_claim_rejected: TURNED_BACK,
  appeal_dismissed: ANSWERED,
  appeal_withdrawn: MOVED,
  moved_to_patient: GIVEN_UP,
  written_off: GIVEN_UP,
  reopened: { ...GIVEN_UP, noteLabel: "Why it is worked on again" },
};

export function questionsOf(event: DenialEvent): StepQuestions {
  return QUESTIONS[event] ?? MOVED;
}

/** What a person may record on a denial of this status, in the order of the lifecycle. */
export function personEvents(status: DenialStatus): DenialEvent[] {
  return allowedDenialEvents(status).filter((event) => !FROM_REMITTANCES.has(event));
}

/** True for what counts as work in the key figures, and is kept as an action with its details. */
export function isSubstantive(event: DenialEvent): boolean {
  return SUBSTANTIVE_EVENTS.has(event);
}

/** A step as somebody wrote it down. */
export interface PersonStep {
  event: string;
  actedOn: string | null;
  reference: string;
  contact: string;
  note: string;
}

const NOTE_LENGTH = 10;

/**
 * What is wrong with a step as it was written down, by field; null when it can be recorded. `today` is the practice's:
 * nothing was done tomorrow.
 */
export function whatIsWrongWith(step: PersonStep, today: string): Record<string, string> | null {
  const asked = questionsOf(step.event as DenialEvent);
  const fields: Record<string, string> = {};
  if (step.actedOn !== null && step.actedOn > today) fields.actedOn = "This day is still to come.";
  if (asked.reference === "needed" && step.reference === "") {
    fields.reference = "Write the reference that the payer gave you.";
  }
  if (asked.contact === "needed" && step.contact === "") fields.contact = "Write with whom you spoke.";
  if (asked.note === "needed" && step.note.length < NOTE_LENGTH) {
    fields.note = `Write at least ${NOTE_LENGTH} letters: the next person has only this.`;
  }
  return Object.keys(fields).length === 0 ? null : fields;
}
