import { serviceSpan, type Claim, type ServiceLine } from "@/lib/domain/claims/claim";
import { addDays, addMonths, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { EffectiveProfile } from "./parameters";
import { nextWorkingDay } from "./working-day";

export interface FilingDeadline {
  /** Last day on which the payer takes the claim; null when it cannot be told, and `source` then says why. */
  deadline: CalendarDate | null;
  /** The limit in words with where it comes from. */
  source: string;
  verified: boolean;
}

/** What deadlines ask of a claim; an answer of a payer tells as much. */
export interface DatedClaim {
  lines: readonly Pick<ServiceLine, "serviceFrom" | "serviceTo">[];
  frequency: string;
  payer: Pick<Claim["payer"], "responsibility">;
}

/**
 * Until when a first claim must have reached the payer. Day 0 is the basis date; the day itself still counts.
 * A replacement or void has its own window (the limit of a first claim does not judge it): null.
 */
export function filingDeadline(claim: DatedClaim, profile: EffectiveProfile): FilingDeadline {
  const { filingLimit, filingLimitUnit, filingBasis, filingRollWeekend, filingSecondaryBasis } =
    profile.values;
  const origin = profile.origins.filingLimit;
  const unknown = (source: string): FilingDeadline => ({ deadline: null, source, verified: origin.verified });
  if (claim.frequency === "7" || claim.frequency === "8") {
    return unknown("A replacement or void follows the payer's window for corrected claims.");
  }
  if (filingLimit === null) return unknown(origin.source);
  if (claim.payer.responsibility !== "P" && filingSecondaryBasis === "primary_remittance") {
    return unknown(
      "As second payer the limit counts from the first payer's remittance, whose date is not known.",
    );
  }
  const span = serviceSpan(claim);
  const basis = filingBasis === "last_service_day" ? span.to : span.from;
  if (basis === null) return unknown("The claim has no date of service.");
  const last = filingLimitUnit === "months" ? addMonths(basis, filingLimit) : addDays(basis, filingLimit);
  const from = filingBasis === "last_service_day" ? "last" : "first";
  return {
    deadline: filingRollWeekend ? nextWorkingDay(last) : last,
    source: `${filingLimit} ${filingLimitUnit} from the ${from} day of service. ${origin.source}`,
    verified: origin.verified,
  };
}
