import { serviceSpan, type Claim } from "@/lib/domain/claims/claim";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { SettledClaim } from "./settle-claim";

/** A claim as sent, and the day on which it was: that of its file, of its release. */
export interface SentClaim {
  claim: Claim;
  madeOn: CalendarDate | null;
}

/** Of several claims under a number the original that the payee billed, made first; null where none is the payee's. */
export function firstSent<Sent extends SentClaim>(
  candidates: readonly Sent[],
  { payee }: SettledClaim,
): Sent | null {
  const own = candidates.filter(({ claim }) => isBilledBy(claim, payee));
  const entities = new Set(candidates.map(({ claim }) => claim.billing.npi));
  const fitting = own.length > 0 ? own : entities.size === 1 ? candidates : [];
  const rank = ({ claim, madeOn }: SentClaim) => {
    const isFirst = claim.frequency === "1" && claim.payer.responsibility === "P";
    return `${isFirst ? 0 : 1} ${madeOn ?? "9999"}`;
  };
  const [first = null] = [...fitting].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
  return first;
}

/** The day on which the edits judge it: before the payer's first answer, even where its file was made later. "" if unknown. */
export function dayOfJudging(
  { claim, madeOn }: SentClaim,
  { firstOn }: Pick<SettledClaim, "firstOn">,
): CalendarDate | "" {
  const days = [madeOn ?? serviceSpan(claim).to, firstOn].filter((day) => day !== null);
  return days.sort()[0] ?? "";
}

function isBilledBy({ billing }: Claim, payee: string): boolean {
  return billing.npi === payee || billing.taxId === payee;
}
