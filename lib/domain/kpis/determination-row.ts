import type { ClaimRole } from "@/lib/domain/claims/claim";
import type { DenialCategory, LineOutcome } from "@/lib/domain/denials/outcome";
import type { Responsibility } from "@/lib/domain/denials/determination";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";

/** What one decision on a line said, as the key figures need it. */
export interface DeterminationFacts {
  decidedOn: CalendarDate;
  outcome: LineOutcome;
  countsAsDenied: boolean;
  category: DenialCategory | null;
  /** Denial-class adjustments. */
  deniedCents: Cents;
  /** Paid and the patient's share. */
  allowedCents: Cents;
  patientCents: Cents;
}

/** What an age is counted from. */
export const AGE_BASES = ["service", "first_bill", "transfer", "last_payer_action"] as const;
export type AgeBasis = (typeof AGE_BASES)[number];

/** One line of a claim before one payer in turn: everything that the key figures read. The data floor supplies it. */
export interface DeterminationRow {
  claimId: string;
  lineId: string;
  responsibility: Responsibility;
  /**
   * CLM05-3 of the claim. A replacement's decisions belong to the rows of the claim it replaces (CLP01 echoes that one);
   * a row says 7 only where the original is not on file.
   */
  frequency: string;
  role: ClaimRole;
  payerId: string;
  payerName: string;
  code: string;
  /** Which leads of the day the line is: "1", "2", or "1-2" for a line of two units. */
  unitRank: string;
  /** For codes that also serve other stimulators: the diagnosis or the patient's device is spinal. */
  isSpinal: boolean;
  /** Voided claim or the original of a void. */
  isVoided: boolean;
  /** A second copy that the payer rightly denied as a duplicate. */
  isTrueDuplicate: boolean;
  chargeCents: Cents;
  /** First final decision; null while there is none. Never re-written. */
  initial: DeterminationFacts | null;
  /** What stands now; null before a decision and after a reversal without correction. */
  current: DeterminationFacts | null;
  /** This payer's payments less its reversals. */
  netPaidCents: Cents;
  /** The patient's payments; null where no feed of them is connected. */
  patientPaidCents: Cents | null;
  /** The contract's rate; null where none is loaded. */
  contractCents: Cents | null;
  /** This payer's open balance on the day of the snapshot; negative is a credit. */
  openCents: Cents;
  agedFrom: Record<AgeBasis, CalendarDate | null>;
}
