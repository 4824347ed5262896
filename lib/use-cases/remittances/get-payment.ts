import * as z from "zod";
import { recordRead } from "@/lib/audit/record-event";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import {
  countEobs,
  listDecidedLines,
  listEobs,
  rankOfEob,
  type EobRecord,
} from "@/lib/data/remittances/eob-records";
import {
  findPayment,
  listProviderAdjustments,
  type PaymentRecord,
} from "@/lib/data/remittances/payment-records";
import { listPostedPayments } from "@/lib/data/remittances/posting-reads";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { can } from "@/lib/domain/access/permissions";
import { paymentKey } from "@/lib/domain/remittances/payment-key";
import { providerReasonInWords } from "@/lib/domain/remittances/provider-reasons";
import {
  EOB_VIEWS,
  type Eob,
  type PaymentScreen,
  type PaymentView,
} from "@/lib/domain/remittances/remittance-screen";
import { viewEob } from "@/lib/domain/remittances/view-eob";
import { AppError } from "@/lib/domain/shared/app-error";
import { ProfileBook } from "../claims/edit-contexts";
import { defineUseCase } from "../define-use-case";
import { toPaymentEntry } from "./list-payments";

const EOB_PAGE_SIZE = 25;

/**
 * One payment with what the payer says of its claims, and the audit row of the read. `claim` is the answer to open the
 * page at; one of another payment is passed over.
 */
export const getPayment = defineUseCase({
  name: "remittances.get",
  permission: "remittances.view",
  input: z.strictObject({
    paymentId: z.uuid(),
    view: z.enum(EOB_VIEWS).default("all"),
    page: z.int().min(1).max(10_000).default(1),
    claim: z.uuid().nullable().default(null),
  }),
  async run({ tx, actor }, { paymentId, view, page, claim }): Promise<PaymentScreen> {
    const record = await findPayment(tx, paymentId);
    if (record === null) throw paymentNotFound();
    const rank = claim === null ? null : await rankOfEob(tx, paymentId, claim);
    const at =
      rank === null ? { view, page } : { view: "all" as const, page: Math.floor(rank / EOB_PAGE_SIZE) + 1 };
    const rows = await listEobs(tx, paymentId, at.view, {
      ...{ limit: EOB_PAGE_SIZE, offset: (at.page - 1) * EOB_PAGE_SIZE },
    });
    const mayFollow = can(actor, "denials.view");
    const eobs = (await viewAll(tx, rows)).map((eob) => (mayFollow ? eob : { ...eob, denialId: null }));
    const shownIds = eobs.map((eob) => eob.claimId ?? eob.id);
    await recordRead(tx, actor, { subjectType: "remittance", subjectId: paymentId, shownIds });
    return {
      timeZone: (await readOrganizationSettings(tx)).timeZone,
      payment: { ...toPaymentView(record), postedWith: await postedWith(tx, record) },
      adjustments: (await listProviderAdjustments(tx, paymentId)).map((adjustment) => ({
        ...adjustment,
        words: providerReasonInWords(adjustment.reason, adjustment.cents),
      })),
      ...{ eobs, view: at.view, counts: await countEobs(tx, paymentId) },
      ...{ page: at.page, pageSize: EOB_PAGE_SIZE, asked: rank === null ? null : claim },
    };
  },
});

export function paymentNotFound(): AppError {
  return new AppError("not_found", "There is no such payment.", {
    next: "Go back to the list of remittances.",
  });
}

/** Adjustments are read with the profile that was in force on the claim's day. */
async function viewAll(tx: TenantTx, rows: readonly EobRecord[]): Promise<Eob[]> {
  const lines = Map.groupBy(
    await listDecidedLines(
      tx,
      rows.map(({ id }) => id),
    ),
    (line) => line.remittanceClaimId,
  );
  const book = await ProfileBook.load(tx);
  return rows.map((row) => {
    const day = row.content.lines[0]?.serviceFrom ?? row.content.serviceFrom;
    const capitated = row.payerId === null ? false : book.profileOn(row.payerId, day).values.capitated;
    return viewEob(row, lines.get(row.id) ?? [], { capitated });
  });
}

/** The other file that posted this very payment while it was held. */
async function postedWith(tx: TenantTx, record: PaymentRecord): Promise<PaymentView["postedWith"]> {
  const key = record.status === "held" ? paymentKey(record) : null;
  const [other] = key === null ? [] : await listPostedPayments(tx, [key]);
  return other === undefined ? null : { paymentId: other.paymentId, fileName: other.fileName };
}

function toPaymentView(record: PaymentRecord): Omit<PaymentView, "postedWith"> {
  const { importId, fileName, controlNumber, producedOn, entityName, payeeNpi, chargeCents } = record;
  return {
    ...toPaymentEntry(record),
    ...{ importId, fileName, controlNumber, producedOn, entityName, payeeNpi, chargeCents },
    postedAt: record.postedAt?.toISOString() ?? null,
    ...{ postReason: record.postReason, postedByName: record.postedByName },
    ...{ gaps: record.gaps, version: record.version },
  };
}
