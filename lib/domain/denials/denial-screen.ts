import type { DeadlineState } from "@/lib/domain/claims/work-queues";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import type { DenialQueue } from "./denial-queues";
import type { DenialEvent, DenialStatus } from "./lifecycle";
import type { NextStep } from "./next-step";
import type { WorkKind } from "./open-work";
import type { DenialCategory, LineOutcome } from "./outcome";
import type { Recovery, RecoveryTier } from "./recovery";

/** What screens show of denials, as plain JSON: use cases make it, components draw it. Instants are ISO texts. */
export interface DenialEntry {
  id: string;
  claimId: string;
  claimNumber: string;
  patientName: string;
  payerName: string;
  lineSummary: string;
  status: DenialStatus;
  kind: WorkKind;
  category: DenialCategory;
  amountCents: Cents;
  tier: RecoveryTier | null;
  deadlineOn: CalendarDate | null;
  /** Where the deadline comes from, in words; null when nobody knows one. */
  deadlineSource: string | null;
  deadline: DeadlineState;
  ownerId: string | null;
  ownerName: string | null;
  openedOn: CalendarDate;
  /** Whole days since it was denied. */
  ageDays: number;
  version: number;
}

export interface DenialQueueSummary {
  name: DenialQueue;
  label: string;
  why: string;
  count: number;
  /** There are more than `count`. */
  capped: boolean;
  deadline: DeadlineState;
}

/** One reason for which money was cut from a line, in our words with the payer's codes behind. */
export interface AdjustmentView {
  group: string;
  carc: string;
  words: string;
  cents: Cents;
  isDenial: boolean;
}

export interface DenialLineView {
  number: number;
  /** Number of the line on our claim; null where the payer's line could not be matched. */
  claimLine: number | null;
  code: string;
  modifiers: string[];
  /** As submitted, where the payer answered under another code. */
  submittedCode: string | null;
  units: number;
  chargeCents: Cents;
  allowedCents: Cents;
  paidCents: Cents;
  deniedCents: Cents;
  outcome: LineOutcome | null;
  category: DenialCategory | null;
  isSecondLead: boolean;
  why: string | null;
  adjustments: AdjustmentView[];
  remarks: { rarc: string; words: string | null }[];
}

/** Something that was done: a move along the lifecycle, by a person or by a remittance. */
export interface DenialStepView {
  id: string;
  event: DenialEvent | "undone";
  from: DenialStatus;
  to: DenialStatus;
  by: "person" | "payer";
  actorName: string;
  /** The day on which it was done outside; null where only the record of it counts. */
  actedOn: CalendarDate | null;
  reference: string | null;
  contact: string | null;
  note: string | null;
  createdAt: string;
  isUndone: boolean;
}

export interface DenialNoteView {
  id: string;
  note: string;
  actorName: string;
  createdAt: string;
}

/** Tier and score as of today, with every figure behind them. */
export type RecoveryView = Recovery;

export interface DenialScreen {
  today: CalendarDate;
  timeZone: string;
  item: Omit<DenialEntry, "ageDays"> & { closedOn: CalendarDate | null; responsibility: string };
  queue: { name: DenialQueue; label: string; why: string };
  claim: { id: string; chargeCents: Cents; serviceFrom: CalendarDate | null; statusLabel: string };
  payment: { trace: string | null; paidOn: CalendarDate | null; payerControlNumber: string | null };
  lines: DenialLineView[];
  /** Adjustments of the claim as a whole, which stand on no line. */
  claimAdjustments: AdjustmentView[];
  recovery: RecoveryView;
  next: NextStep;
  steps: DenialStepView[];
  notes: DenialNoteView[];
  /** What the asking member may record now. */
  events: DenialEvent[];
  /** What one undo would take back; null where there is nothing, or it is not theirs. */
  undo: { event: DenialEvent; to: DenialStatus } | null;
}

/** What a person who was too late needs: how the denial stands now. */
export interface DenialConflict {
  version: number;
  status: DenialStatus;
  ownerName: string | null;
}
