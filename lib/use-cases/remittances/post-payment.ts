import { newId } from "@/lib/data/new-id";
import {
  insertPayment,
  insertProviderAdjustments,
  insertRemittanceClaims,
  type NewPayment,
} from "@/lib/data/remittances/posting-writes";
import { listStagedRemittances, type StagedPaymentSummary } from "@/lib/data/remittances/staged-remittances";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { responsibilityOfStatus } from "@/lib/domain/denials/determination";
import { reasonsToHold, type HoldReason } from "@/lib/domain/remittances/hold-payment";
import { postClaims } from "./post-claims";
import { adjustmentRows, appendAdjustmentEntries, tieToClaims } from "./post-provider-adjustments";
import type { PostingParties } from "./posting";
import { CHUNK_REMITTANCES } from "./stage-remittances";

export interface PaymentInput {
  organizationId: string;
  importId: string;
  staged: StagedPaymentSummary;
  paymentKey: string | null;
  parties: PostingParties;
  /** The file's day, else today: stands for the payment's own day where it has none. */
  fallbackDay: string;
  now: Date;
  /** The practice's today: windows are judged with it. */
  today: string;
  actor: Actor;
}

/** What became of one payment of a file, in claims and cents (CLP04). */
export interface PaymentResult {
  status: "posted" | "held";
  paymentId: string;
  claimCount: number;
  bornCount: number;
  deniedCount: number;
}

/** Posts a payment whole, or keeps it held with the exact gaps; nothing of a held payment reaches the ledger. */
export async function postPayment(tx: TenantTx, input: PaymentInput): Promise<PaymentResult> {
  const { staged, parties } = input;
  const reasons = [...reasonsToHold(staged), ...withoutPayee(input)];
  const row = paymentRow(input, reasons);
  // A held payment adds no payee: nothing was taken in of it.
  if (reasons.length === 0) row.billingEntityId = parties.entityOf(staged.payment)?.id ?? null;
  await insertPayment(tx, input.organizationId, row);
  if (row.status === "held") {
    await keepHeldClaims(tx, input, row.id);
    const scope = { organizationId: input.organizationId, paymentId: row.id };
    await insertProviderAdjustments(tx, scope, adjustmentRows(staged.adjustments));
    return { status: "held", paymentId: row.id, claimCount: staged.claimCount, bornCount: 0, deniedCount: 0 };
  }
  return postWhole(tx, input, row);
}

async function postWhole(tx: TenantTx, input: PaymentInput, row: NewPayment): Promise<PaymentResult> {
  const { staged, organizationId, parties, actor, today, importId } = input;
  const { id: paymentId, postedOn, payerId } = row;
  const run = {
    organizationId,
    paymentId,
    payment: staged.payment,
    postedOn,
    parties,
    actor,
    today,
    payerId,
  };
  const counts = await postClaims(tx, { ...run, areKept: false }, (after) =>
    listStagedRemittances(tx, importId, staged.ordinal, after, CHUNK_REMITTANCES),
  );
  const adjustments = await tieToClaims(tx, adjustmentRows(staged.adjustments));
  await insertProviderAdjustments(tx, { organizationId, paymentId }, adjustments);
  await appendAdjustmentEntries(tx, { organizationId, paymentId, postedOn }, adjustments);
  const { bornCount, deniedCount } = counts;
  return { status: "posted", paymentId, claimCount: staged.claimCount, bornCount, deniedCount };
}

function withoutPayee({ staged, parties }: PaymentInput): HoldReason[] {
  const { npi, taxId } = staged.payment.payee;
  if (parties.entityOf(staged.payment) !== null || npi !== null || taxId !== null) return [];
  return [
    {
      ...{ level: "payment", claimNumber: null, line: null, cents: 0 },
      message: "The payment names neither the NPI nor the tax number of who is paid.",
    },
  ];
}

function paymentRow(input: PaymentInput, reasons: HoldReason[]): NewPayment {
  const { staged, parties, now } = input;
  const { payment, balance } = staged;
  const isHeld = reasons.length > 0;
  return {
    ...{ id: newId(), importId: input.importId, ordinal: staged.ordinal },
    ...{ controlNumber: payment.controlNumber, trace: payment.trace, traceOrigin: payment.traceOrigin },
    paymentKey: isHeld ? null : input.paymentKey,
    ...{ payerId: parties.payerOf(payment)?.id ?? null, payerName: payment.payer.name },
    ...{ payeeName: payment.payee.name, payeeNpi: payment.payee.npi, payeeTaxId: payment.payee.taxId },
    billingEntityId: parties.entityOf(payment)?.id ?? null,
    ...{ amountCents: payment.amountCents, method: payment.method, handling: payment.handling },
    ...{ paidOn: payment.paidOn, producedOn: payment.producedOn },
    postedOn: payment.paidOn ?? payment.producedOn ?? input.fallbackDay,
    ...{ status: isHeld ? "held" : "posted", gapCents: balance.gapCents, gaps: reasons },
    ...{ claimCount: staged.claimCount, quarantinedCount: staged.unreadable.length },
    ...{ chargeCents: staged.chargeCents, paidCents: staged.paidCents, providerCents: balance.providerCents },
    postedAt: isHeld ? null : now.toISOString(),
  };
}

/** Claims of a held payment are kept as they are, without a claim of ours: people look at them to find the gap. */
async function keepHeldClaims(tx: TenantTx, input: PaymentInput, paymentId: string): Promise<void> {
  const { importId, staged, organizationId } = input;
  for (let after = 0; ;) {
    const claims = await listStagedRemittances(tx, importId, staged.ordinal, after, CHUNK_REMITTANCES);
    if (claims.length === 0) return;
    await insertRemittanceClaims(
      tx,
      organizationId,
      claims.map(({ content, ordinal, segment, byteStart, byteEnd }) => ({
        ...{ id: newId(), paymentId, ordinal, claimId: null, matchKind: null },
        ...{ claimNumber: content.claimNumber, statusCode: content.statusCode, content },
        payerControlNumber: content.payerControlNumber,
        responsibility: responsibilityOfStatus(content.statusCode) ?? "P",
        ...{ chargeCents: content.chargeCents, paidCents: content.paidCents },
        ...{
          allowedCents: 0,
          patientCents: 0,
          deniedCents: 0,
          outcome: null,
          category: null,
          classified: null,
        },
        ...{ segment, byteStart, byteEnd, reversesId: null, correctsId: null },
      })),
    );
    after = claims.at(-1)!.ordinal;
  }
}
