import { filingDeadline, type DatedClaim, type FilingDeadline } from "@/lib/domain/payers/filing-deadline";
import type { EffectiveProfile } from "@/lib/domain/payers/parameters";
import { nextWorkingDay } from "@/lib/domain/payers/working-day";
import { addDays, addMonths, type CalendarDate } from "@/lib/domain/shared/calendar-date";

/** A last day with where it comes from in words; a null deadline cannot be told, and `source` then says why. */
export type WorkDeadline = FilingDeadline;

/**
 * Until when a first appeal must have reached the payer: its limit from the remittance's payment date (BPR16) of the
 * determination being appealed, plus the days until a notice counts as received. Day 0 is the basis; the last day still
 * counts. After a reversal and correction the newest remittance is the determination; a corrected claim of ours does
 * not move it.
 */
export function appealDeadline(remittedOn: CalendarDate | null, profile: EffectiveProfile): WorkDeadline {
  const { appealLimit, appealLimitUnit, appealReceiptDays } = profile.values;
  const { source, verified } = profile.origins.appealLimit;
  if (appealLimit === null) return { deadline: null, source, verified };
  if (remittedOn === null) return { deadline: null, source: "The remittance has no payment date.", verified };
  const basis = addDays(remittedOn, appealReceiptDays);
  const received = appealReceiptDays > 0 ? `, received ${inDays(appealReceiptDays)} after it` : "";
  return {
    deadline: rolled(addLimit(basis, appealLimit, appealLimitUnit), profile),
    source: `${appealLimit} ${appealLimitUnit} from the remittance of ${remittedOn}${received}. ${source}`,
    verified,
  };
}

/**
 * Until when a corrected claim (frequency 7), or a reopening where the payer takes none, must have reached the payer:
 * as a first claim would, or its own limit from the day of service or from the remittance.
 */
export function correctedClaimDeadline(
  claim: DatedClaim,
  remittedOn: CalendarDate | null,
  profile: EffectiveProfile,
): WorkDeadline {
  const { correctedBasis, correctedLimit, correctedLimitUnit } = profile.values;
  if (correctedBasis === "as_first_claim") return asFirstClaim(claim, profile);
  const { source, verified } = profile.origins.correctedLimit;
  if (correctedLimit === null) return { deadline: null, source, verified };
  const basis = correctedBasis === "remittance" ? remittedOn : firstServiceDay(claim);
  if (basis === null) {
    const missing = correctedBasis === "remittance" ? "The remittance has no payment date." : NO_SERVICE_DAY;
    return { deadline: null, source: missing, verified };
  }
  const from = correctedBasis === "remittance" ? `the remittance of ${basis}` : "the first day of service";
  return {
    deadline: rolled(addLimit(basis, correctedLimit, correctedLimitUnit), profile),
    source: `${correctedLimit} ${correctedLimitUnit} from ${from}. ${source}`,
    verified,
  };
}

const NO_SERVICE_DAY = "The claim has no date of service.";

function asFirstClaim(claim: DatedClaim, profile: EffectiveProfile): WorkDeadline {
  const first = filingDeadline({ ...claim, frequency: "1" }, profile);
  const verified = first.verified && profile.origins.correctedBasis.verified;
  return { ...first, source: `Corrected claims as first ones: ${first.source}`, verified };
}

function firstServiceDay(claim: Pick<DatedClaim, "lines">): CalendarDate | null {
  const days = claim.lines.map((line) => line.serviceFrom).filter((day) => day !== null);
  return days.sort()[0] ?? null;
}

function addLimit(basis: CalendarDate, limit: number, unit: "days" | "months"): CalendarDate {
  return unit === "months" ? addMonths(basis, limit) : addDays(basis, limit);
}

function rolled(date: CalendarDate, profile: EffectiveProfile): CalendarDate {
  return profile.values.filingRollWeekend ? nextWorkingDay(date) : date;
}

function inDays(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}
