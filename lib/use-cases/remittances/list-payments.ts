import * as z from "zod";
import {
  countHeldPayments,
  listPayingPayers,
  listPaymentMonths,
  listPaymentRecords,
  sumPayments,
  type PaymentRecord,
} from "@/lib/data/remittances/payment-records";
import { paymentMethodInWords } from "@/lib/domain/remittances/answer-words";
import type { PaymentEntry, PaymentList } from "@/lib/domain/remittances/remittance-screen";
import { addMonths } from "@/lib/domain/shared/calendar-date";
import { defineUseCase } from "../define-use-case";

const PAGE_SIZE = 50;

/** Payments, newest money first, with the sums of all that the filter lets through. */
export const listPayments = defineUseCase({
  name: "remittances.list",
  permission: "remittances.view",
  input: z.strictObject({
    page: z.int().min(1).max(2000).default(1),
    status: z.enum(["posted", "held"]).nullable().default(null),
    payerId: z.uuid().nullable().default(null),
    importId: z.uuid().nullable().default(null),
    /** "2026-06" */
    month: z
      .string()
      .regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/)
      .nullable()
      .default(null),
  }),
  async run({ tx }, { page, status, payerId, importId, month }): Promise<PaymentList> {
    const from = month === null ? null : `${month}-01`;
    const filter = { status, payerId, importId, from, before: from === null ? null : addMonths(from, 1) };
    const rows = await listPaymentRecords(tx, filter, PAGE_SIZE, (page - 1) * PAGE_SIZE);
    return {
      payments: rows.map(toPaymentEntry),
      pageSize: PAGE_SIZE,
      total: (await sumPayments(tx, filter)).payments,
      // What is held is not in the books: it enters no sum of deposits.
      totals: await sumPayments(tx, { ...filter, status: status ?? "posted" }),
      held: await countHeldPayments(tx),
      months: await listPaymentMonths(tx),
      payers: await listPayingPayers(tx),
    };
  },
});

/** What lists show of a payment. */
export function toPaymentEntry(record: PaymentRecord): PaymentEntry {
  const { id, status, trace, payerName, payeeName, paidOn, postedOn, claimCount, deniedCount } = record;
  return {
    ...{ id, status, trace, payerName, payeeName, paidOn, postedOn, claimCount, deniedCount },
    method: paymentMethodInWords(record.method),
    unreadableCount: record.quarantinedCount,
    ...{ bornCount: record.bornCount, unappliedCount: record.unappliedCount },
    ...{ claimsPaidCents: record.paidCents, providerCents: record.providerCents },
    ...{ amountCents: record.amountCents, gapCents: record.gapCents, gapCount: record.gaps.length },
    isPostedByHand: record.postReason !== null,
  };
}
