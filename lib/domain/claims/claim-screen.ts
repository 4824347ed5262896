import type { FieldDifference } from "./change";
import type { Claim } from "./claim";
import type { ClaimStatus } from "./lifecycle";
import type { GateReason } from "./release-gate";
import type { DeadlineState, WorkQueue } from "./work-queues";
import type { Finding } from "@/lib/domain/edits/finding";
import type { ParameterOrigin } from "@/lib/domain/payers/parameters";

/** What screens show of claims, as plain JSON: use cases make it, components draw it. Instants are ISO texts. */
export interface WorklistEntry {
  id: string;
  claimNumber: string;
  patientName: string;
  payerName: string;
  role: string;
  status: string;
  queue: string;
  lineSummary: string;
  chargeCents: number;
  serviceFrom: string | null;
  filingDeadline: string | null;
  blockCount: number;
  reviewCount: number;
  /** Required facts still unknown. */
  missingCount: number;
  assignedToId: string | null;
  assignedToName: string | null;
  lockedById: string | null;
  lockedByName: string | null;
  arrivedAt: string;
  updatedAt: string;
  version: number;
  /** Whole days since the claim arrived. */
  ageDays: number;
  deadline: DeadlineState;
  chips: FindingChip[];
}

export interface FindingChip {
  edit: string;
  rule: string;
  severity: string;
  count: number;
}

export interface QueueSummary {
  name: WorkQueue;
  label: string;
  why: string;
  count: number;
  /** There are more than `count`. */
  capped: boolean;
  oldestDeadline: string | null;
  deadline: DeadlineState;
}

export interface FindingView extends Finding {
  evidenceHash: string;
  overridden: boolean;
  override: { id: string; reason: string; actorName: string; createdAt: string } | null;
  /** What the proposed fix would change, shown before it is applied; null without a fix. */
  fixDifferences: FieldDifference[] | null;
  /** What the payer would answer if the claim left as it is: its code, and our words where we have some. */
  deniedAs: { code: string; words: string | null }[];
}

export interface MissingFactView {
  fact: string;
  rules: string[];
  required: boolean;
}

export interface FactAnswerView {
  id: string;
  fact: string;
  /** Null: withdrawn. */
  value: unknown;
  sourceKind: string;
  sourceText: string;
  actorName: string;
  recordedAt: string;
}

export interface VersionView {
  versionNumber: number;
  origin: string;
  differences: FieldDifference[];
  reason: string | null;
  actorName: string;
  createdAt: string;
}

export interface SignoffView {
  id: string;
  versionNumber: number;
  kind: string;
  note: string | null;
  memberId: string;
  actorName: string;
  createdAt: string;
  withdrawnAt: string | null;
}

export interface WorkBackEntry {
  id: string;
  claimId: string;
  account: string;
  claimNumber: string;
  patientName: string;
  payerName: string;
  line: number | null;
  field: string;
  /** "Line 2 modifiers (box 24D)". */
  where: string;
  before: string | null;
  after: string | null;
  status: string;
  createdAt: string;
  closedAt: string | null;
}

export interface GateView {
  /** Why the claim cannot be signed by its coder now; empty when nothing in it holds. */
  content: GateReason[];
  /** Why it may not be released, were the person allowed to release. */
  release: GateReason[];
  needsSecondSignoff: boolean;
  /** The asking member may sign as its coder, once nothing in it holds: not where their own override needs another pair of eyes. */
  maySign: boolean;
  /** The asking member may give the second signature. */
  mayReview: boolean;
}

export interface ClaimScreen {
  today: string;
  timeZone: string;
  billingMode: string;
  claim: Claim;
  head: {
    id: string;
    claimNumber: string;
    cycle: number;
    status: ClaimStatus;
    hasScs: boolean;
    role: string;
    currentVersion: number;
    chargeCents: number;
    filingDeadline: string | null;
    lineSummary: string;
    arrivedAt: string;
    assignedToId: string | null;
    assignedToName: string | null;
    lock: { mine: boolean; holder: string | null; until: string } | null;
  };
  queue: { name: WorkQueue; label: string; why: string };
  deadline: DeadlineState;
  /** Where the filing limit comes from, in words, and whether anybody checked it against the contract. */
  deadlineSource: { text: string; verified: boolean };
  patient: {
    id: string;
    lastName: string;
    firstName: string | null;
    birthDate: string | null;
    sex: string | null;
    memberId: string | null;
  } | null;
  findings: FindingView[];
  missingFacts: MissingFactView[];
  /** Every answer of the encounter, newest first. */
  facts: FactAnswerView[];
  versions: VersionView[];
  canUndo: boolean;
  signoffs: SignoffView[];
  encounter: {
    id: string;
    claimNumber: string;
    role: string;
    status: string;
    payerName: string;
    lineSummary: string;
    chargeCents: number;
    blockCount: number;
    isThis: boolean;
  }[];
  batch: { id: string; number: number; status: string } | null;
  workBack: WorkBackEntry[];
  gate: GateView;
  payer: {
    id: string;
    name: string;
    kindLabel: string;
    /** `words` is the value as a person reads it. */
    parameters: { name: string; label: string; value: unknown; words: string; origin: ParameterOrigin }[];
  };
}

/** What a person who was too late needs to decide: who changed the claim to what, beside what they wanted. */
export interface CorrectionConflict {
  currentVersion: number;
  changedBy: string | null;
  /** Differences made by others since the version that was seen. */
  theirs: FieldDifference[];
  /** What the refused correction would have changed. */
  yours: FieldDifference[];
}

export interface PreviewedFinding {
  edit: string;
  rule: string;
  severity: string;
  line: number | null;
  message: string;
}

/** What a correction would do, before it is saved. */
export interface CorrectionPreview {
  differences: FieldDifference[];
  gone: PreviewedFinding[];
  appearing: PreviewedFinding[];
  /** As they would be. */
  blockCount: number;
  reviewCount: number;
  missingCount: number;
  chargeCents: number;
}
