import { serviceSpan, type Claim } from "@/lib/domain/claims/claim";
import { MAX_CENTS } from "@/lib/domain/shared/money";
import type { QuarantineReason } from "./quarantine-reasons";

/** Thousandths of a unit are kept; PostgreSQL would round more silently. */
const MAX_UNITS = 999_999_999;
const MAX_LINES = 10_000;

export interface Unpostable {
  reason: QuarantineReason;
  /** "SV104"; null when the claim as a whole is meant. */
  element: string | null;
  message: string;
}

/** Why a readable claim cannot be posted as it is, or null. Texts are checked by `hasUnstorableText`. */
export function unpostableReason(claim: Claim): Unpostable | null {
  if ((claim.billing.taxId ?? "") === "" && (claim.billing.npi ?? "") === "") {
    return {
      reason: "no_billing_provider",
      element: null,
      message: "The billing provider has neither an NPI nor a tax number.",
    };
  }
  if (serviceSpan(claim).from === null) {
    return { reason: "no_service_date", element: "DTP03", message: "No line has a date of service." };
  }
  if (claim.lines.length > MAX_LINES) {
    return { reason: "not_storable", element: null, message: "The claim has more lines than can be stored." };
  }
  for (const line of claim.lines) {
    const thousandths = line.units * 1000;
    const isExact = Math.abs(thousandths - Math.round(thousandths)) < 1e-6;
    if (Math.abs(line.units) <= MAX_UNITS && isExact && Math.abs(line.chargeCents) <= MAX_CENTS) continue;
    return {
      reason: "not_storable",
      element: "SV104",
      message: `Line ${line.number} has units that cannot be stored exactly.`,
    };
  }
  return null;
}

/** Text that PostgreSQL refuses in JSON: the character zero, and halves of a character pair. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/** True when this JSON text (of a claim or its segments) holds a character that the database cannot store. */
export function hasUnstorableText(json: string): boolean {
  return json.includes("\\u") && UNSTORABLE.test(json);
}

/** A claim number fit for a column, whatever a broken file put there; null when nothing is left. */
export function storableText(text: string | null): string | null {
  if (text === null) return null;
  const clean = text.toWellFormed().replaceAll("\0", "").slice(0, 100);
  return clean === "" ? null : clean;
}
