import type { DenialEvent } from "./lifecycle";
import type { DenialCategory } from "./outcome";

/** What convinces a payer, by category. Source: the trade's packets of appeals for stimulator claims. */
const NEEDS: Record<DenialCategory, readonly string[]> = {
  INCLUSIVE: [
    "Operative note with the number of leads, entry and tip levels and sides",
    "Saved fluoroscopy images and the implant log",
    "The bundling table and unit limit of that quarter",
  ],
  MODIFIER: [
    "Operative note that shows the second lead",
    "The payer's bulletin on modifiers or units",
    "A paid example of the same payer and pattern",
  ],
  FREQUENCY: ["Operative notes of all lines", "Why a further lead or trial was necessary"],
  AUTH: [
    "Authorization letter or number with dates and codes",
    "Proof of coverage on the day of service",
    "Operative note where the procedure changed in the room",
  ],
  MEDNEC: [
    "Psychological evaluation with its date",
    "Trial log: dates, baseline and trial pain, percent of relief",
    "Conservative care with dates, doses and responses",
    "The policy's criteria, each with document and page",
  ],
  DOC: ["Exactly what was asked for, listed item by item", "The payer's letter with its reference"],
  TIMELY: ["The payer's or clearinghouse's acceptance report with date and payer claim number"],
  ELIG_COB: [
    "Eligibility answer for the day of service",
    "The other payer's remittance or end-of-coverage letter",
  ],
  DUP: ["Both remittances", "What makes the line another service: session, side, lead"],
  NONCOV_EXP: ["Approval of the device for this indication", "The policy or contract that covers it"],
  PROVIDER: ["The right NPI with its effective date", "Network or enrolment letter"],
  DX: ["The note that supports the diagnosis", "The policy's list of diagnoses"],
  POS_BILLING: ["Where the service took place, from the operative note", "Facility record"],
  CODING_INVALID: ["The code that was valid on the day of service"],
  COST_DEVICE: [
    "Invoice and purchase order",
    "Implant log with lot numbers",
    "The contract's implant clause",
  ],
  WC_LIABILITY: ["Claim number and adjuster of the other carrier", "Its explanation of review"],
  ADMIN_OTHER: ["The payer's words on what is missing: call and ask"],
};

const CLAIM_NEEDS: readonly string[] = ["The payer's own claim number", "What changes on which line"];

/** What to have at hand for a step: a corrected claim needs less than an appeal. */
export function stepNeeds(category: DenialCategory, event: DenialEvent): readonly string[] {
  if (event === "corrected_claim_sent") return [...CLAIM_NEEDS, ...NEEDS[category].slice(0, 1)];
  if (event === "appeal_sent" || event === "records_sent" || event === "new_claim_sent")
    return NEEDS[category];
  return [];
}
