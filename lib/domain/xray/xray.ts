import type { DenialCategory } from "@/lib/domain/denials/outcome";
import type { RecoveryTier } from "@/lib/domain/denials/recovery";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import type { XrayPayer } from "./answer";
import type { EditEffects } from "./edit-effects";
import type { LineRecovery, WindowState } from "./line-recovery";
import type { OutsideReason } from "./outside";

/** A rate with what it is made of; null where there is nothing to divide by. */
export interface Rate {
  numerator: number;
  denominator: number;
  value: number | null;
}

/** First answers to stimulator lines, and those that denied. Cents are charges; of a part denied only that part. */
export interface FirstAnswers {
  claims: number;
  lines: number;
  chargeCents: Cents;
  deniedClaims: number;
  deniedLines: number;
  deniedCents: Cents;
}

/** Lines and money behind a figure. */
export interface Sum {
  claims: number;
  lines: number;
  cents: Cents;
}

/**
 * The day-one X-ray of a practice's stimulator remittances. Every table's cents add up to `totals.deniedCents`, the
 * tiers' to `open.openCents`, and `initial - no longer denied + denied later = open`. Claims behind a figure are the
 * rows of `denials` (`denialsBehind`).
 */
export interface Xray {
  asOf: CalendarDate;
  /** Days of the first and the last first answer; null without any. */
  from: CalendarDate | null;
  to: CalendarDate | null;
  totals: FirstAnswers & { lineRate: Rate; dollarRate: Rate };
  /** Largest denied sum first. */
  payers: ({ payer: XrayPayer } & FirstAnswers)[];
  codes: ({ code: string } & FirstAnswers)[];
  categories: ({ category: DenialCategory } & Sum)[];
  cells: ({ payer: XrayPayer; code: string; category: DenialCategory } & Sum)[];
  secondLeads: Sum & { openCents: Cents; payers: ({ payer: XrayPayer; openCents: Cents } & Sum)[] };
  open: {
    initialCents: Cents;
    /** Denied at first and not any more: paid since, moved to the patient, cut by contract, taken back or replaced. */
    noLongerDeniedCents: Cents;
    /** Payments to lines denied at first that came after the denial, less what was taken back. */
    paidSinceCents: Cents;
    /** Denied by a later answer, beyond what the first one denied. */
    deniedLaterCents: Cents;
    openCents: Cents;
    /** Every tier with every state of its window that can occur, also where nothing is in it. */
    tiers: ({ tier: RecoveryTier; window: WindowState } & Sum)[];
  };
  /** What is not in the figures above, and why; only what there is. */
  outside: ({ reason: OutsideReason; chargeCents: Cents } & Sum)[];
  /** The claims behind `outside`, one row a claim and reason. */
  outsideClaims: OutsideClaim[];
  /** Every line that is in the figures, as its first answer had it: what the rates are shares of. */
  answered: XrayAnswered[];
  /** One row a line that was denied at first or is denied now: in the order of payer, claim and line. */
  denials: XrayDenial[];
  /** Null without claim files. */
  edits: EditEffects | null;
}

/** A line of the figures. */
interface XrayLine {
  /** CLP01: the practice's own number of the claim. */
  claimNumber: string;
  /** NPI of the billing provider, else its tax number or name. */
  payee: string;
  /** Position in the first answer. */
  line: number;
  payer: XrayPayer;
  code: string;
  modifiers: readonly string[];
  serviceOn: CalendarDate | null;
  chargeCents: Cents;
  /** Denied by the first answer; 0 where only a later one denied, or where the first is not in these files. */
  deniedCents: Cents;
}

export interface XrayAnswered extends XrayLine {
  /** The first answer's day. */
  decidedOn: CalendarDate | null;
}

/** What of a claim is not in the figures: its charges, and what is denied of them. */
export interface OutsideClaim {
  reason: OutsideReason;
  claimNumber: string;
  payee: string;
  lines: number;
  chargeCents: Cents;
  cents: Cents;
}

export interface XrayDenial extends XrayLine {
  /** The first answer's day. */
  deniedOn: CalendarDate | null;
  /** Of the first denial; of the later one where the first did not deny. */
  category: DenialCategory;
  reason: string | null;
  isSecondLead: boolean;
  paidSinceCents: Cents;
  /** Denied now. */
  openCents: Cents;
  /** Null where nothing is open. */
  recovery: LineRecovery | null;
  /** Catalogue numbers of edits that would have held the claim for this denial, and of those that would have asked. */
  stoppedBy: string[];
  flaggedBy: string[];
}
