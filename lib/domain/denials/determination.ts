import type { RemittanceClaim } from "@/lib/domain/remittances/remittance";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import type { ClaimOutcome, ClassifiedClaim, ClassifiedLine, DenialCategory } from "./outcome";

/** Which payer in turn decided: first, second, third. */
export type Responsibility = "P" | "S" | "T";

const RESPONSIBILITY_OF_STATUS: Readonly<Record<string, Responsibility>> = {
  ...{ "1": "P", "19": "P", "2": "S", "20": "S", "3": "T", "21": "T" },
};

/** The turn that a status (CLP02) names; null for reversals and for 4, which name none: take the claim's own. */
export function responsibilityOfStatus(statusCode: string): Responsibility | null {
  return RESPONSIBILITY_OF_STATUS[statusCode] ?? null;
}

/** One CLP of a claim, classified, with its lines matched to the claim's own. */
export interface Adjudication {
  id: string;
  /** CLPs of one payment are a payer's split of one claim. */
  paymentId: string;
  /** The payment's day (BPR16). */
  decidedOn: CalendarDate;
  responsibility: Responsibility;
  claim: Pick<
    RemittanceClaim,
    "statusCode" | "payerControlNumber" | "chargeCents" | "paidCents" | "frequency"
  >;
  classified: ClassifiedClaim;
  /** Of a reversal none are needed. Two lines of one id are a payer's split of one line. */
  lines: AdjudicatedLine[];
}

export interface AdjudicatedLine {
  /** The claim's own line. */
  lineId: string;
  classified: ClassifiedLine;
  chargeCents: Cents;
  paidCents: Cents;
}

/** What one round of a payer's decisions said of a line. */
export interface LineDetermination {
  adjudicationIds: string[];
  decidedOn: CalendarDate;
  line: ClassifiedLine;
  chargeCents: Cents;
  paidCents: Cents;
}

export interface ClaimDetermination {
  adjudicationIds: string[];
  decidedOn: CalendarDate;
  outcome: ClaimOutcome;
  category: DenialCategory | null;
  deniedCents: Cents;
}

/** How the present decision stands to the first. */
export type DeterminationChange =
  /** One decision so far, or the same again. */
  | "none"
  | "overturned"
  | "partly_overturned"
  | "denied_again"
  /** Paid or settled first, denied now. */
  | "denied_later"
  /** Reversed, and nothing came in its place yet. */
  | "reversed"
  /** Decided anew without a denial before or after, or not decided to an end. */
  | "restated";

export interface LineHistory {
  lineId: string;
  /** First final decision on the original claim; never re-written. Null while there is none. */
  initial: LineDetermination | null;
  /** What stands now; null after a reversal without correction. */
  current: LineDetermination | null;
  /** What stands now, where nothing is left to decide. */
  final: LineDetermination | null;
  change: DeterminationChange | null;
}

export interface ClaimHistory {
  responsibility: Responsibility;
  initial: ClaimDetermination | null;
  current: ClaimDetermination | null;
  final: ClaimDetermination | null;
  lines: LineHistory[];
  /** Payments less reversals. */
  netPaidCents: Cents;
  /** Reversals of decisions that are not on file. */
  unmatchedReversals: number;
}
