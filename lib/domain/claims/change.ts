import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";

/**
 * A correction as data: what a coder's form, a proposed fix, the history and the work-back rows all speak.
 * Lines are named by `ServiceLine.number` of the claim that the change is applied to.
 */
export type ClaimChange =
  | { kind: "set_claim"; field: ClaimTextField; value: string | null }
  | { kind: "set_diagnoses"; value: string[] }
  | { kind: "set_line"; line: number; field: "code" | "note"; value: string }
  | { kind: "set_line"; line: number; field: "placeOfService"; value: string | null }
  | { kind: "set_line"; line: number; field: "modifiers"; value: string[] }
  | { kind: "set_line"; line: number; field: "units"; value: number }
  | { kind: "set_line"; line: number; field: "chargeCents"; value: Cents }
  | { kind: "set_line"; line: number; field: "diagnosisPointers"; value: number[] }
  | { kind: "set_line"; line: number; field: "authorizations"; value: string[] }
  | { kind: "set_line"; line: number; field: "serviceDates"; value: { from: CalendarDate; to: CalendarDate } }
  | { kind: "remove_line"; line: number }
  /** Splits `units` units off a line into a new line right behind it, with these modifiers and this charge. */
  | { kind: "split_line"; line: number; units: number; chargeCents: Cents; modifiers: string[] }
  /** Joins `from` into `into`: units and charges are added, the modifiers of `into` stay; `from` goes. */
  | { kind: "merge_lines"; into: number; from: number };

export type ClaimTextField =
  | "authorization"
  | "referral"
  | "payerControlNumber"
  | "frequency"
  | "placeOfService"
  | "note"
  | "delayReason";

/** One difference between two versions of a claim, in words a biller knows: history, diff view and work-back row. */
export interface FieldDifference {
  /** Line number in the newer version (older when the line is gone); null for a claim field. */
  line: number | null;
  /** "modifiers", "units", "authorization", "line" (added or removed) … */
  field: string;
  /** Shown values; null where there was or is nothing. */
  before: string | null;
  after: string | null;
}
