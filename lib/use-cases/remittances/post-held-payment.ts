import * as z from "zod";
import { recordEvents } from "@/lib/audit/record-event";
import { listPayersToEdit } from "@/lib/data/claims/edit-records";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { listEntities } from "@/lib/data/imports/arrival-records";
import { lockImport, takePublishLock, updateImport } from "@/lib/data/imports/import-records";
import { newId } from "@/lib/data/new-id";
import {
  listHeldAdjustments,
  listHeldClaims,
  lockPayment,
  markPosted,
  sumHeldClaims,
  tieAdjustments,
} from "@/lib/data/remittances/held-payments";
import { findPayment, type PaymentRecord } from "@/lib/data/remittances/payment-records";
import { listPostedPayments } from "@/lib/data/remittances/posting-reads";
import { appendEntries } from "@/lib/data/remittances/posting-writes";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { paymentKey } from "@/lib/domain/remittances/payment-key";
import type { RemittancePayment } from "@/lib/domain/remittances/remittance";
import { AppError } from "@/lib/domain/shared/app-error";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import { sumCents } from "@/lib/domain/shared/money";
import { defineUseCase, type UseCaseContext } from "../define-use-case";
import { paymentNotFound } from "./get-payment";
import { postClaims, type PostedCounts } from "./post-claims";
import { appendAdjustmentEntries, tieToClaims } from "./post-provider-adjustments";
import { partyEvents, PostingParties } from "./posting";
import { CHUNK_REMITTANCES } from "./stage-remittances";

/** More would keep a person waiting longer than a request may take. */
const MOST_CLAIMS = 2_000;

/**
 * Posts a held payment as it is, by a person's decision and with their reason. What its claims leave unexplained becomes
 * an entry of its own, so that the ledger is worth the deposit to the cent. Throws `not_found`, `conflict` where it was
 * posted meanwhile (here or with another file), `not_allowed_now` where it cannot be posted at all.
 */
export const postHeldPayment = defineUseCase({
  name: "remittances.post_held",
  permission: "remittances.post_held",
  input: z.strictObject({
    paymentId: z.uuid(),
    seenVersion: z.int().min(1),
    reason: z.string().trim().min(10, "Write in a sentence why it is right to post it.").max(500),
  }),
  async run(context, { paymentId, seenVersion, reason }): Promise<{ paymentId: string; gapCents: number }> {
    const { tx, actor, now } = context;
    // Postings go one after the other: each sees what the one before left of a claim.
    await takePublishLock(tx, actor.organizationId);
    if (!(await lockPayment(tx, paymentId))) throw paymentNotFound();
    const record = (await findPayment(tx, paymentId))!;
    if (record.status !== "held" || record.version !== seenVersion) throw postedMeanwhile();
    const payment = paymentOf(record);
    const key = await freeKey(tx, payment);
    const parties = new PostingParties(await listEntities(tx), await listPayersToEdit(tx));
    requirePostable(record, parties.entityOf(payment) !== null);
    const posting = {
      ...{ paymentKey: key, billingEntityId: parties.entityOf(payment)?.id ?? null, postedAt: now },
      ...{ postReason: reason, postedById: actor.memberId, postedByName: actor.name },
    };
    if (!(await markPosted(tx, record, posting))) throw postedMeanwhile();
    const counts = await postEverything(context, record, payment, parties);
    const gapCents = await postGap(context, record);
    await moveInImport(tx, record, counts);
    await recordEvents(tx, actor, [
      ...partyEvents(parties, record.importId),
      {
        ...{ event: "remittance.posted_held", subjectType: "remittance", subjectId: paymentId },
        detail: { importId: record.importId, claimCount: record.claimCount, gapCents, ...counts },
      },
    ]);
    return { paymentId, gapCents };
  },
});

function postedMeanwhile(): AppError {
  return new AppError("conflict", "This payment was posted meanwhile.", { next: "Look at it as it is now." });
}

function paymentOf(record: PaymentRecord): RemittancePayment {
  const { controlNumber, trace, traceOrigin, amountCents, method, paidOn, producedOn } = record;
  return {
    ...{ controlNumber, trace, traceOrigin, amountCents, method, handling: null, paidOn, producedOn },
    payer: { name: record.payerName, id: null },
    payee: { name: record.payeeName, npi: record.payeeNpi, taxId: record.payeeTaxId },
  };
}

/** The key under which no other file may post it again. Throws `conflict` where another one has. */
async function freeKey(tx: TenantTx, payment: RemittancePayment): Promise<string | null> {
  const key = paymentKey(payment);
  const [before] = key === null ? [] : await listPostedPayments(tx, [key]);
  if (before === undefined) return key;
  throw new AppError("conflict", `The same payment was posted with the file ${before.fileName}.`, {
    next: "There is nothing left to post here.",
  });
}

function requirePostable(record: PaymentRecord, isPayeeKnown: boolean): void {
  if (!isPayeeKnown && record.payeeNpi === null && record.payeeTaxId === null) {
    throw new AppError("not_allowed_now", "The payment does not say who is paid.", {
      next: "Ask the payer for a file that names the practice's NPI or tax number.",
    });
  }
  if (record.claimCount <= MOST_CLAIMS) return;
  throw new AppError("not_allowed_now", `The payment has more than ${MOST_CLAIMS} claims.`, {
    next: "Ask the payer for a corrected file; a payment of this size is not posted by hand.",
  });
}

async function postEverything(
  { tx, actor, now }: UseCaseContext,
  record: PaymentRecord,
  payment: RemittancePayment,
  parties: PostingParties,
): Promise<PostedCounts> {
  const { organizationId } = actor;
  const { id: paymentId, postedOn, payerId } = record;
  const adjustments = await listHeldAdjustments(tx, paymentId);
  if (sumCents(adjustments.map(({ cents }) => cents)) !== record.providerCents) {
    throw new AppError("not_allowed_now", "What moved outside of its claims was not kept of this payment.", {
      next: "Ask the payer for a corrected file.",
    });
  }
  const today = dateInZone(now, (await readOrganizationSettings(tx)).timeZone);
  const payments = new Map([[paymentId, { payment, postedOn, payerId }]]);
  const counts = await postClaims(
    tx,
    { organizationId, payments, parties, actor, today, areKept: true },
    (after) => listHeldClaims(tx, paymentId, after, CHUNK_REMITTANCES),
  );
  const tied = await tieToClaims(tx, adjustments);
  await tieAdjustments(tx, tied);
  await appendAdjustmentEntries(tx, organizationId, payments, tied);
  return counts.get(paymentId)!;
}

/** What the deposit has more than its claims explain, as an entry of the payment; also what unreadable claims were paid. */
async function postGap(
  { tx, actor: { organizationId } }: UseCaseContext,
  { id: paymentId, postedOn, amountCents, providerCents }: PaymentRecord,
): Promise<number> {
  const gapCents = amountCents - ((await sumHeldClaims(tx, paymentId)) - providerCents);
  if (gapCents === 0) return 0;
  await appendEntries(tx, organizationId, [
    {
      ...{ id: newId(), claimId: null, remittanceClaimId: null, lineNumber: 0, kind: "payment_gap" },
      ...{ effect: "posting", cents: -gapCents, group: null, carc: null, paymentId, postedOn },
    },
  ]);
  return gapCents;
}

/** Posted + held = the file stays true: what could be read moves from one to the other. */
async function moveInImport(
  tx: TenantTx,
  { id, importId, claimCount }: PaymentRecord,
  { bornCount, deniedCount }: PostedCounts,
): Promise<void> {
  const before = (await lockImport(tx, importId))!;
  const cents = await sumHeldClaims(tx, id);
  await updateImport(tx, importId, {
    ...{ claimsPosted: before.claimsPosted + claimCount, centsPosted: before.centsPosted + cents },
    claimsQuarantined: before.claimsQuarantined - claimCount,
    centsQuarantined: before.centsQuarantined - cents,
    ...{ claimsNew: before.claimsNew + bornCount, claimsFlagged: before.claimsFlagged + deniedCount },
    paymentsHeld: before.paymentsHeld - 1,
  });
}
