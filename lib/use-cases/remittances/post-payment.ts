import { lockDenialsOf } from "@/lib/data/denials/posted-denials";
import { markToCount } from "@/lib/data/kpis/due-claims";
import { newId } from "@/lib/data/new-id";
import { listClaimsByPayerNumber } from "@/lib/data/remittances/posting-reads";
import {
  appendEntries,
  insertPayment,
  insertProviderAdjustments,
  insertRemittanceClaims,
  updatePaymentCounts,
  type NewLedgerEntry,
  type NewPayment,
  type NewProviderAdjustment,
} from "@/lib/data/remittances/posting-writes";
import { listStagedRemittances, type StagedPaymentSummary } from "@/lib/data/remittances/staged-remittances";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { isDenialRunning } from "@/lib/domain/denials/denial-queues";
import { reasonsToHold, type HoldReason } from "@/lib/domain/remittances/hold-payment";
import { kindOfProviderReason } from "@/lib/domain/remittances/ledger-kinds";
import { responsibilityOfStatus } from "@/lib/domain/denials/determination";
import { countFirstDecisions } from "../kpis/count-first-decisions";
import type { ClaimBook } from "./claim-book";
import { determineClaims } from "./determine-claims";
import type { PostedClaim } from "./post-claim";
import { workOnDenials } from "./work-on-denials";
import { postChunk, type PaymentPosting } from "./post-chunk";
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
    return { status: "held", paymentId: row.id, claimCount: staged.claimCount, bornCount: 0, deniedCount: 0 };
  }
  return postWhole(tx, input, row);
}

async function postWhole(tx: TenantTx, input: PaymentInput, row: NewPayment): Promise<PaymentResult> {
  const { staged, organizationId, parties } = input;
  const posting: PaymentPosting = {
    ...{ organizationId, paymentId: row.id, payment: staged.payment, postedOn: row.postedOn, parties },
  };
  const counts = { bornCount: 0, unappliedCount: 0, deniedCount: 0 };
  const payers = new Map<string, number>();
  for (let after = 0; ;) {
    const claims = await listStagedRemittances(tx, input.importId, staged.ordinal, after, CHUNK_REMITTANCES);
    if (claims.length === 0) break;
    const { posted, books, bornCount } = await postChunk(tx, posting, claims);
    await decide(tx, input, row, posted, books);
    counts.bornCount += bornCount;
    for (const { row: claim, isUnapplied, adjudication } of posted) {
      const { payerId } = books.get(claim.claimId!)!.claim;
      payers.set(payerId, (payers.get(payerId) ?? 0) + 1);
      counts.unappliedCount += Number(isUnapplied);
      counts.deniedCount += Number(adjudication.classified.deniedCents > 0);
    }
    after = claims.at(-1)!.ordinal;
    // Most payments are small: they are read with one look.
    if (claims.length < CHUNK_REMITTANCES) break;
  }
  await postProviderAdjustments(tx, input, row);
  const mostly = [...payers].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  await updatePaymentCounts(tx, row.id, { ...counts, payerId: row.payerId ?? mostly });
  return {
    status: "posted",
    paymentId: row.id,
    claimCount: staged.claimCount,
    bornCount: counts.bornCount,
    deniedCount: counts.deniedCount,
  };
}

/** What follows from a posted chunk: decisions, denial work, key figures. */
async function decide(
  tx: TenantTx,
  { actor, organizationId, parties, today }: PaymentInput,
  { id: paymentId, postedOn }: NewPayment,
  posted: readonly PostedClaim[],
  books: ReadonlyMap<string, ClaimBook>,
): Promise<void> {
  const denials = new Map((await lockDenialsOf(tx, [...books.keys()])).map((item) => [item.claimId, item]));
  const settled = [...denials.values()].filter((item) => !isDenialRunning(item.status));
  const determined = await determineClaims(tx, {
    ...{ organizationId, paymentId, postedOn, posted, books },
    settledClaims: new Set(settled.map((item) => item.claimId)),
  });
  await workOnDenials(tx, determined, { actor, parties, denials, postedOn, today });
  const claimIds = determined.map(({ book }) => book.claim.claimId);
  await countFirstDecisions(tx, organizationId, claimIds);
  await markToCount(tx, organizationId, claimIds);
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

/** Money outside of claims: tied to the claim whose payer number it names, else it lies on the payment. */
async function postProviderAdjustments(tx: TenantTx, input: PaymentInput, row: NewPayment): Promise<void> {
  const { organizationId, staged } = input;
  const references = staged.adjustments.flatMap(({ reference }) => reference ?? []);
  const claims = await listClaimsByPayerNumber(tx, references);
  const claimOf = (reference: string | null): string | null => {
    const fits = new Set(
      claims.filter((claim) => claim.payerControlNumber === reference).map((claim) => claim.claimId),
    );
    return fits.size === 1 ? [...fits][0]! : null;
  };
  const adjustments = staged.adjustments.map(({ reason, reference, cents }, index): NewProviderAdjustment => {
    return { id: newId(), ordinal: index + 1, reason, reference, cents, claimId: claimOf(reference) };
  });
  await insertProviderAdjustments(tx, { organizationId, paymentId: row.id }, adjustments);
  const entries = adjustments
    .filter(({ cents }) => cents !== 0)
    .map(({ reason, cents, claimId }): NewLedgerEntry => {
      const kind = kindOfProviderReason(reason);
      return {
        ...{ id: newId(), claimId, remittanceClaimId: null, lineNumber: 0, kind, effect: "posting" },
        ...{ cents, group: null, carc: reason },
      };
    });
  await appendEntries(tx, { organizationId, paymentId: row.id, postedOn: row.postedOn }, entries);
}
