import type { RemittancePayment } from "./remittance";

/**
 * What makes two payments of different files the same one: trace, who pays, day and control number (TRN02, TRN03, BPR16,
 * ST02). Null where the payment has no trace: then only the file's own bytes tell.
 */
export function paymentKey(
  payment: Pick<RemittancePayment, "trace" | "traceOrigin" | "paidOn" | "controlNumber">,
): string | null {
  const { trace, traceOrigin, paidOn, controlNumber } = payment;
  if (trace === null || trace === "") return null;
  return [trace, traceOrigin ?? "", paidOn ?? "", controlNumber].join("|");
}
