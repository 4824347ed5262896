import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { AdjustmentClass, DenialCategory } from "../outcome";

/** What usually brings the money of an adjustment home, best first. */
export const RECOVERY_PATHS = [
  "appeal",
  "corrected_claim",
  "reopening",
  "records",
  "rebill",
  "bill_patient",
  "check_contract",
  "write_off",
] as const;
export type RecoveryPath = (typeof RECOVERY_PATHS)[number];

/** A denial category where the reason is a denial, else the class of money it is. */
export type ReasonMeaning = DenialCategory | Exclude<AdjustmentClass, "denial">;

/** One claim adjustment reason code (CARC). */
export interface AdjustmentReason {
  carc: string;
  means: ReasonMeaning;
  /** Our own plain words: what a biller would tell a colleague. */
  words: string;
  /** Empty where nothing is to be recovered. */
  paths: readonly RecoveryPath[];
  /** The day from which payers may no longer use it; null while it is in use. */
  stoppedOn: CalendarDate | null;
  /** What payers send instead of a stopped code. */
  insteadOf: readonly string[];
  /** What an appeal came to, where the reason is the answer to one. */
  appealOutcome: "upheld" | "dismissed" | null;
}

type Extra = Partial<Pick<AdjustmentReason, "stoppedOn" | "insteadOf" | "appealOutcome">>;

/** Reasons of one meaning with the same usual way to recover: `{ carc: words }`. */
export function reasons(
  means: ReasonMeaning,
  paths: readonly RecoveryPath[],
  words: Readonly<Record<string, string>>,
  extra: Extra = {},
): AdjustmentReason[] {
  return Object.entries(words).map(([carc, text]) => ({
    ...{ carc, means, words: text, paths, stoppedOn: null, insteadOf: [], appealOutcome: null },
    ...extra,
  }));
}
