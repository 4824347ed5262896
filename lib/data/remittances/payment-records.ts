import type { HoldReason } from "@/lib/domain/remittances/hold-payment";
import type { PaymentStatus, PaymentTotals } from "@/lib/domain/remittances/remittance-screen";
import { Prisma } from "../generated/client";
import type { TenantTx } from "../tenant-transaction";

/** Payments of remittance files as people look at them. Dates are YYYY-MM-DD, money is cents. */
export interface PaymentRecord {
  id: string;
  importId: string;
  fileName: string;
  controlNumber: string;
  trace: string | null;
  traceOrigin: string | null;
  paymentKey: string | null;
  payerId: string | null;
  payerName: string;
  payeeName: string;
  payeeNpi: string | null;
  payeeTaxId: string | null;
  entityName: string | null;
  amountCents: number;
  method: string | null;
  paidOn: string | null;
  producedOn: string | null;
  postedOn: string;
  status: PaymentStatus;
  gapCents: number;
  gaps: HoldReason[];
  claimCount: number;
  quarantinedCount: number;
  bornCount: number;
  unappliedCount: number;
  deniedCount: number;
  chargeCents: number;
  paidCents: number;
  providerCents: number;
  postedAt: Date | null;
  postReason: string | null;
  postedByName: string | null;
  version: number;
}

export interface PaymentFilter {
  status: PaymentStatus | null;
  payerId: string | null;
  /** The file that brought it. */
  importId: string | null;
  /** First days of a month and of the next, by the day that the money counts in. */
  from: string | null;
  before: string | null;
}

const COLUMNS = Prisma.sql`p.id, p.import_id as "importId", i.file_name as "fileName", p.control_number as "controlNumber",
  p.trace, p.trace_origin as "traceOrigin", p.payment_key as "paymentKey", p.payer_id as "payerId",
  coalesce(y.name, p.payer_name) as "payerName", p.payee_name as "payeeName", p.payee_npi as "payeeNpi",
  p.payee_tax_id as "payeeTaxId", b.name as "entityName", p.amount_cents::float8 as "amountCents", p.method,
  p.paid_on::text as "paidOn", p.produced_on::text as "producedOn", p.posted_on::text as "postedOn", p.status,
  p.gap_cents::float8 as "gapCents", p.gaps, p.claim_count as "claimCount", p.quarantined_count as "quarantinedCount",
  p.born_count as "bornCount", p.unapplied_count as "unappliedCount", p.denied_count as "deniedCount",
  p.charge_cents::float8 as "chargeCents", p.paid_cents::float8 as "paidCents",
  p.provider_cents::float8 as "providerCents", p.posted_at as "postedAt", p.post_reason as "postReason",
  p.posted_by_name as "postedByName", p.version`;

const SOURCE = Prisma.sql`remittance_payment p
  join import_file i on i.organization_id = p.organization_id and i.id = p.import_id
  left join payer y on y.organization_id = p.organization_id and y.id = p.payer_id
  left join billing_entity b on b.organization_id = p.organization_id and b.id = p.billing_entity_id`;

function where({ status, payerId, importId, from, before }: PaymentFilter): Prisma.Sql {
  return Prisma.sql`(${status}::text is null or p.status = ${status})
    and (${payerId}::uuid is null or p.payer_id = ${payerId}::uuid)
    and (${importId}::uuid is null or p.import_id = ${importId}::uuid)
    and (${from}::date is null or p.posted_on >= ${from}::date)
    and (${before}::date is null or p.posted_on < ${before}::date)`;
}

/** One page of payments, newest money first. */
export async function listPaymentRecords(
  tx: TenantTx,
  filter: PaymentFilter,
  limit: number,
  offset: number,
): Promise<PaymentRecord[]> {
  return tx.$queryRaw<PaymentRecord[]>`select ${COLUMNS} from ${SOURCE} where ${where(filter)}
    order by p.posted_on desc, p.id desc limit ${limit} offset ${offset}`;
}

/** Sums of everything that the filter lets through. */
export async function sumPayments(tx: TenantTx, filter: PaymentFilter): Promise<PaymentTotals> {
  const rows = await tx.$queryRaw<PaymentTotals[]>`
    select count(*)::int as payments, coalesce(sum(p.paid_cents), 0)::float8 as "claimsPaidCents",
      coalesce(sum(p.provider_cents), 0)::float8 as "providerCents",
      coalesce(sum(p.amount_cents), 0)::float8 as "amountCents",
      coalesce(sum(p.amount_cents - p.paid_cents + p.provider_cents), 0)::float8 as "gapCents"
    from remittance_payment p where ${where(filter)}`;
  return rows[0]!;
}

/** How many payments are held. */
export async function countHeldPayments(tx: TenantTx): Promise<number> {
  return tx.remittancePayment.count({ where: { status: "held" } });
}

/** Months with payments, newest first: "2026-06". */
export async function listPaymentMonths(tx: TenantTx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ month: string }[]>`
    select distinct to_char(p.posted_on, 'YYYY-MM') as month from remittance_payment p order by month desc`;
  return rows.map(({ month }) => month);
}

/** Payers that have paid, by name. */
export async function listPayingPayers(tx: TenantTx): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw<{ id: string; name: string }[]>`
    select y.id, y.name from payer y
    where exists (select from remittance_payment p where p.organization_id = y.organization_id and p.payer_id = y.id)
    order by y.name, y.id`;
}

/** A payment by id, or null. */
export async function findPayment(tx: TenantTx, paymentId: string): Promise<PaymentRecord | null> {
  const rows = await tx.$queryRaw<PaymentRecord[]>`
    select ${COLUMNS} from ${SOURCE} where p.id = ${paymentId}::uuid`;
  return rows[0] ?? null;
}

export interface ProviderAdjustmentRecord {
  reason: string;
  reference: string | null;
  cents: number;
  claimId: string | null;
  claimNumber: string | null;
}

/** Money of a payment outside of claims, in file order. */
export async function listProviderAdjustments(
  tx: TenantTx,
  paymentId: string,
): Promise<ProviderAdjustmentRecord[]> {
  return tx.$queryRaw<ProviderAdjustmentRecord[]>`
    select a.reason, a.reference, a.cents::float8 as cents, a.claim_id as "claimId", c.claim_number as "claimNumber"
    from provider_adjustment a
    left join claim c on c.organization_id = a.organization_id and c.id = a.claim_id
    where a.payment_id = ${paymentId}::uuid order by a.ordinal`;
}
