import { newId } from "@/lib/data/new-id";
import { insertPostingParties } from "@/lib/data/remittances/posting-parties";
import {
  insertPayments,
  insertProviderAdjustments,
  insertRemittanceClaims,
  type NewPayment,
} from "@/lib/data/remittances/posting-writes";
import { listStagedRemittances, type StagedPaymentSummary } from "@/lib/data/remittances/staged-remittances";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { responsibilityOfStatus } from "@/lib/domain/denials/determination";
import { reasonsToHold, type HoldReason } from "@/lib/domain/remittances/hold-payment";
import { postClaims, type PostedPayment } from "./post-claims";
import { adjustmentRows, appendAdjustmentEntries, tieToClaims } from "./post-provider-adjustments";
import type { PostingParties } from "./posting";
import { CHUNK_REMITTANCES } from "./stage-remittances";

/** Payments are posted together up to so many claims. */
const MOST_TOGETHER = 1_000;

/** What one import posts with. */
export interface PaymentsInput {
  organizationId: string;
  importId: string;
  parties: PostingParties;
  /** The file's day, else today: stands for a payment's own day where it has none. */
  fallbackDay: string;
  now: Date;
  /** The practice's today: windows are judged with it. */
  today: string;
  actor: Actor;
}

/** A payment of a file with its row: whether it is posted or held is decided. */
export interface PreparedPayment {
  staged: StagedPaymentSummary;
  row: NewPayment;
}

/** What became of one payment of a file, in claims and cents (CLP04). */
export interface PaymentResult {
  status: "posted" | "held";
  paymentId: string;
  claimCount: number;
  bornCount: number;
  deniedCount: number;
}

/** Decides whether a payment can be posted. In file order: a payment may add the payee of those behind it. */
export function preparePayment(
  staged: StagedPaymentSummary,
  paymentKey: string | null,
  input: PaymentsInput,
): PreparedPayment {
  const { parties } = input;
  const reasons = [...reasonsToHold(staged), ...withoutPayee(staged, parties)];
  const row = paymentRow(staged, paymentKey, reasons, input);
  // A held payment adds no payee: nothing was taken in of it.
  if (reasons.length === 0) row.billingEntityId = parties.entityOrNew(staged.payment)?.id ?? null;
  return { staged, row };
}

/**
 * Payments in file order, in groups that are posted together: few claims, and no claim in two payments, so that each
 * answer of a payer is worked before the next one to the same claim.
 */
export function groupsOf(payments: readonly PreparedPayment[]): PreparedPayment[][] {
  const groups: PreparedPayment[][] = [];
  let numbers = new Set<string>();
  let count = 0;
  for (const payment of payments) {
    const { claimCount, claimNumbers } = payment.staged;
    const group = groups.at(-1);
    const fits = count + claimCount <= MOST_TOGETHER && !claimNumbers.some((number) => numbers.has(number));
    if (group !== undefined && fits) group.push(payment);
    else {
      groups.push([payment]);
      numbers = new Set();
      count = 0;
    }
    count += claimCount;
    for (const number of claimNumbers) numbers.add(number);
  }
  return groups;
}

/** Posts each payment of a group whole, or keeps it held with the exact gaps; nothing of a held one reaches the ledger. */
export async function postPayments(
  tx: TenantTx,
  group: readonly PreparedPayment[],
  input: PaymentsInput,
): Promise<PaymentResult[]> {
  const { organizationId, importId, parties, actor, today } = input;
  await insertPostingParties(tx, organizationId, parties.takeAdded());
  await insertPayments(
    tx,
    organizationId,
    group.map(({ row }) => row),
  );
  const held = group.filter(({ row }) => row.status === "held");
  for (const payment of held) await keepHeldClaims(tx, payment, input);
  const posted = group.filter(({ row }) => row.status === "posted");
  const payments = new Map(
    posted.map(({ staged, row: { id, postedOn, payerId } }): [string, PostedPayment] => [
      id,
      { payment: staged.payment, postedOn, payerId },
    ]),
  );
  const idOf = new Map(posted.map(({ staged, row }) => [staged.ordinal, row.id]));
  const counts = await postClaims(
    tx,
    { organizationId, payments, parties, actor, today, areKept: false },
    async (after) => {
      const claims = await listStagedRemittances(tx, importId, [...idOf.keys()], after, CHUNK_REMITTANCES);
      return claims.map((claim) => ({ ...claim, paymentId: idOf.get(claim.paymentOrdinal)! }));
    },
  );
  const rowsOf = (some: readonly PreparedPayment[]) =>
    some.flatMap(({ staged, row }) => adjustmentRows(row.id, staged.adjustments));
  const tied = await tieToClaims(tx, rowsOf(posted));
  await insertProviderAdjustments(tx, organizationId, [...rowsOf(held), ...tied]);
  await appendAdjustmentEntries(tx, organizationId, payments, tied);
  return group.map(({ staged: { claimCount }, row: { id, status } }) => {
    const { bornCount, deniedCount } = counts.get(id) ?? { bornCount: 0, deniedCount: 0 };
    return { status, paymentId: id, claimCount, bornCount, deniedCount };
  });
}

function withoutPayee(staged: StagedPaymentSummary, parties: PostingParties): HoldReason[] {
  const { npi, taxId } = staged.payment.payee;
  if (parties.entityOf(staged.payment) !== null || npi !== null || taxId !== null) return [];
  return [
    {
      ...{ level: "payment", claimNumber: null, line: null, cents: 0 },
      message: "The payment names neither the NPI nor the tax number of who is paid.",
    },
  ];
}

function paymentRow(
  staged: StagedPaymentSummary,
  paymentKey: string | null,
  reasons: HoldReason[],
  { importId, parties, now, fallbackDay }: PaymentsInput,
): NewPayment {
  const { payment, balance } = staged;
  const isHeld = reasons.length > 0;
  return {
    ...{ id: newId(), importId, ordinal: staged.ordinal },
    ...{ controlNumber: payment.controlNumber, trace: payment.trace, traceOrigin: payment.traceOrigin },
    paymentKey: isHeld ? null : paymentKey,
    ...{ payerId: parties.payerOf(payment)?.id ?? null, payerName: payment.payer.name },
    ...{ payeeName: payment.payee.name, payeeNpi: payment.payee.npi, payeeTaxId: payment.payee.taxId },
    billingEntityId: parties.entityOf(payment)?.id ?? null,
    ...{ amountCents: payment.amountCents, method: payment.method, handling: payment.handling },
    ...{ paidOn: payment.paidOn, producedOn: payment.producedOn },
    postedOn: payment.paidOn ?? payment.producedOn ?? fallbackDay,
    ...{ status: isHeld ? "held" : "posted", gapCents: balance.gapCents, gaps: reasons },
    ...{ claimCount: staged.claimCount, quarantinedCount: staged.unreadable.length },
    ...{ chargeCents: staged.chargeCents, paidCents: staged.paidCents, providerCents: balance.providerCents },
    postedAt: isHeld ? null : now.toISOString(),
  };
}

/** Claims of a held payment are kept as they are, without a claim of ours: people look at them to find the gap. */
async function keepHeldClaims(
  tx: TenantTx,
  { staged, row: { id: paymentId } }: PreparedPayment,
  { importId, organizationId }: PaymentsInput,
): Promise<void> {
  for (let after = 0; ;) {
    const claims = await listStagedRemittances(tx, importId, [staged.ordinal], after, CHUNK_REMITTANCES);
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
