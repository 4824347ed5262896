import type { AdjustmentClass } from "@/lib/domain/denials/outcome";

/**
 * Kinds of ledger entries. A charge is positive; everything that explains it is negative: what was paid, given up by
 * contract, owed by the patient, denied. So the sum over a claim is what no payer has answered yet, and after a complete
 * answer it is 0. A denial leaves that sum but not the receivables: `denied` is taken back when it is paid or written off.
 */
export const LEDGER_KINDS = {
  charge: { label: "Charged", isCash: false, isOfClaim: true },
  payment: { label: "Paid by the payer", isCash: true, isOfClaim: true },
  contractual: { label: "Given up by contract", isCash: false, isOfClaim: true },
  patient_responsibility: { label: "Patient's share", isCash: false, isOfClaim: true },
  denied: { label: "Denied", isCash: false, isOfClaim: true },
  /** What another payer had settled before (group OA, code 23). */
  cob: { label: "Settled by another payer", isCash: false, isOfClaim: true },
  pended: { label: "Waiting at the payer", isCash: false, isOfClaim: true },
  /** Bundling: taken from one line and added to another of the same claim; its sum over the claim is 0. */
  moved: { label: "Moved to another line", isCash: false, isOfClaim: true },
  write_off: { label: "Written off", isCash: false, isOfClaim: true },
  /** Money that the payer takes back, or lets stand for later, outside of claims (PLB). */
  recoupment: { label: "Taken back by the payer", isCash: true, isOfClaim: true },
  /** Beside the charge: it never makes a claim's balance negative. */
  interest: { label: "Interest", isCash: true, isOfClaim: false },
  provider_adjustment: { label: "Other adjustment of the payment", isCash: true, isOfClaim: false },
  /** What the deposit has more (or less) than its claims explain, posted by a person with a reason. */
  payment_gap: { label: "Difference of a payment", isCash: true, isOfClaim: false },
  /** What a claim was paid more (or less) than its charge and reasons leave. It settles nothing: it is still open. */
  claim_gap: { label: "Not explained by the payer", isCash: false, isOfClaim: true },
} as const satisfies Record<string, { label: string; isCash: boolean; isOfClaim: boolean }>;

export type LedgerKind = keyof typeof LEDGER_KINDS;

/** What ends a receivable. What was denied or pended is still to be collected. */
export const SETTLING_KINDS = [
  "payment",
  "contractual",
  "patient_responsibility",
  "cob",
  "moved",
  "write_off",
  "recoupment",
] as const satisfies readonly LedgerKind[];

/**
 * posting: as adjudicated. reversal: a CLP that takes one back, in the same kinds with the opposite sign, so that sums by
 * kind stay true. transfer: what an earlier payer left is opened again for the next one, or moves between lines.
 */
export type LedgerEffect = "posting" | "reversal" | "transfer";

export const KIND_OF_CLASS: Record<AdjustmentClass, LedgerKind> = {
  denial: "denied",
  contractual: "contractual",
  patient: "patient_responsibility",
  cob: "cob",
  pend: "pended",
  info: "moved",
};

/** PLB03-1 of takebacks, refunds acknowledged and balances carried forward; L6 and IS are interest. */
const RECOUPMENTS: ReadonlySet<string> = new Set(["WO", "FB", "72", "CS", "OB", "B3", "AP"]);
const INTEREST: ReadonlySet<string> = new Set(["L6", "IS"]);

/** The kind of an adjustment outside of claims. */
export function kindOfProviderReason(reason: string): LedgerKind {
  if (INTEREST.has(reason)) return "interest";
  return RECOUPMENTS.has(reason) ? "recoupment" : "provider_adjustment";
}
