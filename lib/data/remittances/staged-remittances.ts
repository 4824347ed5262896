import type { Gap, PaymentBalance } from "@/lib/domain/remittances/balance";
import type {
  ProviderAdjustment,
  RemittanceClaim,
  RemittancePayment,
} from "@/lib/domain/remittances/remittance";
import type { StoredProblem } from "../imports/import-records";
import type { TenantSql, TenantTx } from "../tenant-transaction";

/** A payment between reading and publishing. */
export interface StagedPayment {
  ordinal: number;
  payment: RemittancePayment;
  adjustments: ProviderAdjustment[];
  balance: PaymentBalance;
  segment: number;
}

/** An adjudicated claim between reading and publishing; `content` is null where it could not be read. */
export interface StagedRemittance {
  ordinal: number;
  paymentOrdinal: number;
  content: RemittanceClaim | null;
  claimNumber: string | null;
  chargeCents: number;
  paidCents: number;
  /** Gaps that hold its payment. */
  gaps: Gap[];
  problems: StoredProblem[];
  segment: number;
  byteStart: number;
  byteEnd: number;
}

interface Scope {
  organizationId: string;
  importId: string;
}

/** Keeps payments that are complete; one that an interrupted run has kept stays. */
export async function insertStagedPayments(
  sql: TenantSql,
  scope: Scope,
  payments: readonly StagedPayment[],
): Promise<void> {
  if (payments.length === 0) return;
  await sql.query(
    `insert into staged_payment (organization_id, import_id, ordinal, payment, adjustments, balance, segment)
     select $1::uuid, $2::uuid, r.ordinal, r.payment, r.adjustments, r.balance, r.segment
     from jsonb_to_recordset($3::jsonb)
       as r(ordinal int, payment jsonb, adjustments jsonb, balance jsonb, segment int)
     on conflict (organization_id, import_id, ordinal) do nothing`,
    [scope.organizationId, scope.importId, JSON.stringify(payments)],
  );
}

/** Keeps a chunk of claims; the caller has moved the import's progress in the same transaction. */
export async function insertStagedRemittances(
  sql: TenantSql,
  scope: Scope,
  claims: readonly StagedRemittance[],
): Promise<void> {
  if (claims.length === 0) return;
  await sql.query(
    `insert into staged_remittance (organization_id, import_id, ordinal, payment_ordinal, content, claim_number,
       charge_cents, paid_cents, gaps, problems, segment, byte_start, byte_end)
     select $1::uuid, $2::uuid, r.ordinal, r."paymentOrdinal", nullif(r.content, 'null'::jsonb), r."claimNumber",
       r."chargeCents", r."paidCents", r.gaps, r.problems, r.segment, r."byteStart", r."byteEnd"
     from jsonb_to_recordset($3::jsonb) as r(ordinal int, "paymentOrdinal" int, content jsonb, "claimNumber" text,
       "chargeCents" bigint, "paidCents" bigint, gaps jsonb, problems jsonb, segment int, "byteStart" bigint,
       "byteEnd" bigint)`,
    [scope.organizationId, scope.importId, JSON.stringify(claims)],
  );
}

/** Throws away what was staged of an import. */
export async function deleteStagedRemittances(tx: TenantTx, importId: string): Promise<void> {
  await tx.$executeRaw`delete from staged_remittance where import_id = ${importId}::uuid`;
  await tx.$executeRaw`delete from staged_payment where import_id = ${importId}::uuid`;
}

/** The staged payments of an import, in file order, each with what its claims say about posting it. */
export interface StagedPaymentSummary extends StagedPayment {
  claimCount: number;
  unreadable: { claimNumber: string | null; paidCents: number }[];
  chargeCents: number;
  paidCents: number;
  /** Gaps of its claims, in file order. */
  gaps: Gap[];
  /** Numbers of its readable claims, ours and the payer's (CLP01, CLP07): what an answer finds its claim by. */
  claimNumbers: string[];
}

export async function listStagedPayments(tx: TenantTx, importId: string): Promise<StagedPaymentSummary[]> {
  return tx.$queryRaw<StagedPaymentSummary[]>`
    select p.ordinal, p.payment, p.adjustments, p.balance, p.segment,
      coalesce(c.count, 0)::int as "claimCount", coalesce(c.unreadable, '[]'::jsonb) as unreadable,
      coalesce(c.charge, 0)::float8 as "chargeCents", coalesce(c.paid, 0)::float8 as "paidCents",
      coalesce(c.numbers, '{}') as "claimNumbers", coalesce(g.gaps, '[]'::jsonb) as gaps
    from staged_payment p
    left join (
      select s.payment_ordinal, count(*) filter (where s.content is not null) as count, sum(s.charge_cents) as charge,
        sum(s.paid_cents) as paid, array_agg(distinct s.claim_number) filter (where s.content is not null)
          || array_agg(distinct s.content->>'payerControlNumber')
            filter (where s.content->>'payerControlNumber' is not null) as numbers,
        jsonb_agg(jsonb_build_object('claimNumber', s.claim_number, 'paidCents', s.paid_cents) order by s.ordinal)
          filter (where s.content is null) as unreadable
      from staged_remittance s where s.import_id = ${importId}::uuid group by s.payment_ordinal
    ) c on c.payment_ordinal = p.ordinal
    left join (
      select s.payment_ordinal, jsonb_agg(g.gap order by s.ordinal, g.position) as gaps
      from staged_remittance s, jsonb_array_elements(s.gaps) with ordinality as g(gap, position)
      where s.import_id = ${importId}::uuid group by s.payment_ordinal
    ) g on g.payment_ordinal = p.ordinal
    where p.import_id = ${importId}::uuid order by p.ordinal`;
}

/** The readable claims of staged payments behind a position, in file order. */
export async function listStagedRemittances(
  tx: TenantTx,
  importId: string,
  paymentOrdinals: readonly number[],
  after: number,
  limit: number,
): Promise<(StagedRemittance & { content: RemittanceClaim })[]> {
  return tx.$queryRaw<(StagedRemittance & { content: RemittanceClaim })[]>`
    select s.ordinal, s.payment_ordinal as "paymentOrdinal", s.content, s.claim_number as "claimNumber",
      s.charge_cents::float8 as "chargeCents", s.paid_cents::float8 as "paidCents", s.gaps, s.problems, s.segment,
      s.byte_start::float8 as "byteStart", s.byte_end::float8 as "byteEnd"
    from staged_remittance s
    where s.import_id = ${importId}::uuid and s.payment_ordinal = any(${[...paymentOrdinals]}::int[]) and s.ordinal > ${after}
      and s.content is not null
    order by s.ordinal limit ${limit}`;
}

/** Claims that could not be read, kept with their place; answers how many, and what they say they were paid. */
export async function insertUnreadableRemittances(
  tx: TenantTx,
  scope: Scope,
): Promise<{ count: number; cents: number }> {
  const rows = await tx.$queryRaw<{ count: number; cents: number }[]>`
    with unreadable as (
      select s.* from staged_remittance s where s.import_id = ${scope.importId}::uuid and s.content is null
    ), kept as (
      insert into quarantined_claim (organization_id, id, import_id, ordinal, claim_number, charge_cents, problems,
        reason_code, segment, byte_start, byte_end)
      select ${scope.organizationId}::uuid, gen_random_uuid(), u.import_id, u.ordinal, u.claim_number, u.charge_cents,
        u.problems, 'unreadable', u.segment, u.byte_start, u.byte_end
      from unreadable u)
    select count(*)::int as count, coalesce(sum(paid_cents), 0)::float8 as cents from unreadable`;
  return rows[0]!;
}
