import type { Cents } from "@/lib/domain/shared/money";

/**
 * Reasons of money outside of claims (PLB03-1) in our own words; never the wording of the licensed list. Positive money
 * reduces the payment. Source: the public list of codes and the trade's common reading of each.
 */
const REASONS: Readonly<Record<string, string>> = {
  "50": "Penalty for late filing",
  "72": "Refund that the payer confirms",
  AM: "Paid on to somebody the practice owes",
  AP: "Advance that speeds up payment",
  B2: "Rebate",
  B3: "Allowance for recovered money",
  CS: "Adjustment by the payer",
  E3: "Withheld",
  IR: "Withheld for taxes",
  J1: "Cannot be reimbursed",
  L3: "Penalty",
  L6: "Interest for paying late",
  LE: "Taken by a court's levy",
};

/** What the payer takes now, and what it leaves for later: the same code with the other sign. */
const BY_SIGN: Readonly<Record<string, { taken: string; added: string }>> = {
  FB: { taken: "Balance carried here from another payment", added: "Balance carried on to another payment" },
  WO: { taken: "Earlier overpayment taken back", added: "Overpayment left to be taken back later" },
};

/** "Earlier overpayment taken back" for WO of positive cents; null where we have no words for the code. */
export function providerReasonInWords(reason: string, cents: Cents): string | null {
  const bySign = BY_SIGN[reason];
  if (bySign !== undefined) return cents < 0 ? bySign.added : bySign.taken;
  return REASONS[reason] ?? null;
}
