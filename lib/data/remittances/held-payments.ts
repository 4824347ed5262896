import type { RemittanceClaim } from "@/lib/domain/remittances/remittance";
import type { TenantTx } from "../tenant-transaction";
import type { NewProviderAdjustment } from "./posting-writes";

/** What is stored of payments that do not add up, and what changes when a person posts one. */

/** Locks a payment until the transaction ends; false where there is none. */
export async function lockPayment(tx: TenantTx, paymentId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from remittance_payment where id = ${paymentId}::uuid for update`;
  return rows.length === 1;
}

export interface HeldClaim {
  id: string;
  paymentId: string;
  ordinal: number;
  content: RemittanceClaim;
  segment: number;
  byteStart: number;
  byteEnd: number;
}

/** Claims of a held payment behind a position, in file order. */
export async function listHeldClaims(
  tx: TenantTx,
  paymentId: string,
  after: number,
  limit: number,
): Promise<HeldClaim[]> {
  return tx.$queryRaw<HeldClaim[]>`
    select c.id, c.payment_id as "paymentId", c.ordinal, c.content, c.segment, c.byte_start::float8 as "byteStart", c.byte_end::float8 as "byteEnd"
    from remittance_claim c where c.payment_id = ${paymentId}::uuid and c.ordinal > ${after}
    order by c.ordinal limit ${limit}`;
}

/** Sum of what the readable claims of a payment were paid (CLP04), in cents. */
export async function sumHeldClaims(tx: TenantTx, paymentId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ cents: number }[]>`
    select coalesce(sum(c.paid_cents), 0)::float8 as cents from remittance_claim c
    where c.payment_id = ${paymentId}::uuid`;
  return rows[0]!.cents;
}

/** Money of a held payment outside of claims, in file order. */
export async function listHeldAdjustments(tx: TenantTx, paymentId: string): Promise<NewProviderAdjustment[]> {
  return tx.$queryRaw<NewProviderAdjustment[]>`
    select a.id, a.payment_id as "paymentId", a.ordinal, a.reason, a.reference, a.cents::float8 as cents, a.claim_id as "claimId"
    from provider_adjustment a where a.payment_id = ${paymentId}::uuid order by a.ordinal`;
}

/** Ties money outside of claims to the claims it names. */
export async function tieAdjustments(
  tx: TenantTx,
  adjustments: readonly NewProviderAdjustment[],
): Promise<void> {
  const tied = adjustments.filter(({ claimId }) => claimId !== null);
  if (tied.length === 0) return;
  await tx.$executeRaw`
    update provider_adjustment a set claim_id = r."claimId"
    from jsonb_to_recordset(${JSON.stringify(tied)}::jsonb) as r(id uuid, "claimId" uuid) where a.id = r.id`;
}

/** Moves a held payment to posted; false where it moved on since it was read. */
export async function markPosted(
  tx: TenantTx,
  payment: { id: string; version: number },
  posting: {
    paymentKey: string | null;
    billingEntityId: string | null;
    postedAt: Date;
    postReason: string;
    postedById: string | null;
    postedByName: string;
  },
): Promise<boolean> {
  const { count } = await tx.remittancePayment.updateMany({
    where: { id: payment.id, status: "held", version: payment.version },
    data: { ...posting, status: "posted", version: { increment: 1 } },
  });
  return count === 1;
}
