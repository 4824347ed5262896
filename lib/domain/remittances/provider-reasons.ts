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
  FB: "Balance carried from or to another payment",
  IR: "Withheld for taxes",
  J1: "Cannot be reimbursed",
  L3: "Penalty",
  L6: "Interest for paying late",
  LE: "Taken by a court's levy",
  WO: "Earlier overpayment taken back",
};

/** "Earlier overpayment taken back" for WO; null where we have no words for the code. */
export function providerReasonInWords(reason: string): string | null {
  return REASONS[reason] ?? null;
}
