import type { ClaimPayer, ClaimRole } from "@/lib/domain/claims/claim";
import type { KnownFacts } from "@/lib/domain/cases/facts";
import type { EffectiveProfile } from "@/lib/domain/payers/parameters";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";

/** Everything an edit may look at besides the claim itself. Same context, same findings: no clock, no database. */
export interface EditContext {
  /** The practice's today, or the day a historical file was made. */
  asOf: CalendarDate;
  /** The payer's parameters in force on the claim's first date of service. */
  profile: EffectiveProfile;
  /** Documented facts of the encounter; a fact that is not here is unknown, never false. */
  facts: KnownFacts;
  /** Other services of this patient in the 24 months before, oldest first; null when there is no history to look at. */
  history: PriorService[] | null;
}

export interface PriorService {
  claimNumber: string;
  role: ClaimRole;
  billingNpi: string | null;
  renderingNpi: string | null;
  serviceDate: CalendarDate;
  code: string;
  modifiers: string[];
  units: number;
  /** Known stage of that encounter, null when unknown. */
  stage: "trial" | "permanent" | "revision" | null;
  /** Whom that claim went to. */
  payer: { id: string | null; name: string };
  responsibility: ClaimPayer["responsibility"];
  /**
   * True: the payer took the claim into adjudication, and it was neither voided nor reversed since. False: rejected,
   * returned, voided or never sent. Null: not known, which judges nothing.
   */
  accepted: boolean | null;
}
