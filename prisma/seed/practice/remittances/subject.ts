import type { Claim } from "@/lib/domain/claims/claim";
import { withLineControlNumbers } from "@/lib/domain/claims/line-control-numbers";
import { addDays, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import { workingDay } from "../calendar";
import type { DraftClaim } from "../claims";
import type { Random } from "../random";
import { TERMS, type PayerTerms } from "./terms";

/** A claim as its payer has it: what stays the same from the first answer to the last. */
export interface Subject {
  draft: DraftClaim;
  /** With the line control numbers that the claim file carries. */
  claim: Claim;
  terms: PayerTerms;
  receivedOn: CalendarDate;
  answeredOn: CalendarDate;
  /** What is left of the patient's deductible. */
  deductibleCents: Cents;
  isVisit: boolean;
  /** Allowed below contract by the payer's mistake. */
  isUnderpaid: boolean;
  /** Forwarded by Medicare to the patient's supplement. */
  hasSupplement: boolean;
}

const VISIT = /^99/;

/** `filedOn` is the day on which the claim's file was made, `random` the claim's own. */
export function subjectOf(draft: DraftClaim, filedOn: CalendarDate, random: Random): Subject {
  const terms = TERMS[draft.encounter.patient.payer.key]!;
  const month = Number(draft.encounter.date.slice(5, 7));
  const owesDeductible = random.chance(month <= 3 ? 0.3 : 0.08);
  const deductibleCents = random.integer(terms.deductible.from, terms.deductible.to);
  return {
    draft,
    claim: withLineControlNumbers(draft.claim),
    terms,
    receivedOn: workingDay(addDays(filedOn, random.integer(1, 2))),
    answeredOn: addDays(filedOn, random.integer(terms.answers.from, terms.answers.to)),
    deductibleCents: owesDeductible ? deductibleCents : 0,
    isVisit: draft.claim.lines.every(({ code }) => VISIT.test(code)),
    isUnderpaid: random.chance(0.02),
    // A person has a supplement or has none: the member number decides.
    hasSupplement:
      terms.key === "medicare" && (draft.claim.subscriber.memberId ?? "").charCodeAt(4) % 2 === 0,
  };
}

/**
 * The payer's own number of a claim: day of receipt, the number in the practice's order, and how often it was
 * determined. No two determinations share one.
 */
export function payerControlNumber({ claim, receivedOn }: Subject, determination: number): string {
  const year = receivedOn.slice(0, 4);
  const day = (Date.parse(receivedOn) - Date.parse(`${year}-01-01`)) / 86_400_000 + 1;
  const own = claim.claimNumber.replace(/\D/g, "");
  return `${year.slice(2)}${String(day).padStart(3, "0")}${own}${String(determination).padStart(2, "0")}`;
}
