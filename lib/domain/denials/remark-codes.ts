import { REMARKS_OF_DENIALS } from "./reasons/remarks-of-denials";
import type { DenialCategory } from "./outcome";

/** What a remark asks of the biller, beside any category. */
export type RemarkHint =
  | "unprocessable"
  | "send_new_claim"
  | "cite_original_number"
  | "may_appeal"
  | "may_not_appeal"
  | "do_not_resubmit"
  | "correction"
  | "audit"
  | "information";

/** One remittance advice remark code (RARC). */
export interface RemarkCode {
  rarc: string;
  /** Our own plain words. */
  words: string;
  /** The category it gives to a reason that says nothing by itself (16, 96, A1, 234); null for alerts and hints. */
  refinesTo: DenialCategory | null;
  hint: RemarkHint | null;
}

const hints = (hint: RemarkHint, words: Readonly<Record<string, string>>): RemarkCode[] =>
  Object.entries(words).map(([rarc, text]) => ({ rarc, words: text, refinesTo: null, hint }));

const refinements: RemarkCode[] = REMARKS_OF_DENIALS.flatMap(([category, words]) =>
  Object.entries(words).map(([rarc, text]) => ({ rarc, words: text, refinesTo: category, hint: null })),
);

const REMARKS: ReadonlyMap<string, RemarkCode> = new Map(
  [
    ...refinements,
    ...hints("unprocessable", { MA130: "cannot be processed: send a new, complete claim" }),
    ...hints("send_new_claim", {
      N142: "the first claim was denied: send a new claim, not a replacement",
      N517: "send a new claim with what was asked for",
    }),
    ...hints("cite_original_number", {
      N152: "the replacement does not say which claim it replaces",
      M47: "the payer's own claim number is missing or wrong",
    }),
    ...hints("may_appeal", {
      MA01: "the decision may be appealed",
      N1: "the decision may be appealed",
      N210: "the decision may be appealed",
      N358: "the decision is looked at again if more records come",
    }),
    ...hints("may_not_appeal", {
      N211: "the decision may not be appealed",
      MA44: "there are no appeal rights",
    }),
    ...hints("do_not_resubmit", { N185: "do not send the claim again" }),
    ...hints("correction", {
      MA67: "corrects an earlier claim",
      N690: "takes back an earlier decision",
      N770: "changes an earlier decision",
    }),
    ...hints("audit", {
      N432: "follows from an audit",
      N469: "to be recovered by the payer",
    }),
    ...hints("information", {
      MA13: "the patient may be billed only for the amounts marked as the patient's",
      MA18: "the claim was also sent to the next payer",
      MA07: "the claim was also sent to Medicaid",
      N192: "the patient may be insured by a public programme as well",
      N781: "do not collect a deductible from this patient",
      N782: "do not collect coinsurance from this patient",
      N783: "do not collect a copay from this patient",
      MA109: "processed under the surgery centre rules",
      N830: "the charge was processed under the rules on surprise bills",
    }),
  ].map((remark) => [remark.rarc, remark]),
);

export const REMARK_CODES: readonly RemarkCode[] = [...REMARKS.values()];

/** The remark of a code ("M62"); null where the table has none. */
export function remarkCode(rarc: string): RemarkCode | null {
  return REMARKS.get(rarc) ?? null;
}

/** The first of the remarks, in the payer's order, that names a category; null when none does. */
export function categoryOfRemarks(remarks: readonly string[]): DenialCategory | null {
  for (const rarc of remarks) {
    const category = remarkCode(rarc)?.refinesTo;
    if (category !== undefined && category !== null) return category;
  }
  return null;
}
