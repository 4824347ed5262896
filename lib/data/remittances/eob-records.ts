import type { ClaimOutcome } from "@/lib/domain/denials/outcome";
import type { EobViewName } from "@/lib/domain/remittances/remittance-screen";
import type { DecidedLine, StoredAnswer } from "@/lib/domain/remittances/view-eob";
import { Prisma } from "../generated/client";
import type { TenantTx } from "../tenant-transaction";

/** Adjudicated claims of a payment as people read them. */
export interface EobRecord extends StoredAnswer {
  payerId: string | null;
}

function shown(view: EobViewName): Prisma.Sql {
  if (view === "denied") return Prisma.sql`r.denied_cents > 0`;
  return view === "taken_back" ? Prisma.sql`r.status_code = '22'` : Prisma.sql`true`;
}

/** One page of the answers of a payment, in file order. */
export async function listEobs(
  tx: TenantTx,
  paymentId: string,
  view: EobViewName,
  { limit, offset }: { limit: number; offset: number },
): Promise<EobRecord[]> {
  return tx.$queryRaw<EobRecord[]>`
    select r.id, r.ordinal, r.claim_id as "claimId", r.match_kind as "matchKind",
      t.last_name || coalesce(', ' || t.first_name, '') as "patientName", r.outcome, r.category,
      r.allowed_cents::float8 as "allowedCents", r.content, c.payer_id as "payerId", d.id as "denialId",
      coalesce((select jsonb_agg(jsonb_build_object('kind', o.kind, 'paymentId', o.payment_id, 'remittanceClaimId', o.id)
          order by o.kind)
        from (
          select 'reverses' as kind, x.id, x.payment_id from remittance_claim x
          where x.organization_id = r.organization_id and x.id = r.reverses_id
          union all
          select 'corrects', x.id, x.payment_id from remittance_claim x
          where x.organization_id = r.organization_id and x.id = r.corrects_id
          union all
          select 'reversed_by', x.id, x.payment_id from remittance_claim x
          where x.organization_id = r.organization_id and x.reverses_id = r.id and x.claim_id = r.claim_id
        ) o), '[]'::jsonb) as related
    from remittance_claim r
    left join claim c on c.organization_id = r.organization_id and c.id = r.claim_id
    left join patient t on t.organization_id = c.organization_id and t.id = c.patient_id
    left join denial_item d on d.organization_id = r.organization_id and d.claim_id = r.claim_id
    where r.payment_id = ${paymentId}::uuid and ${shown(view)}
    order by r.ordinal limit ${limit} offset ${offset}`;
}

/** How many answers of a payment each view holds. */
export async function countEobs(tx: TenantTx, paymentId: string): Promise<Record<EobViewName, number>> {
  const rows = await tx.$queryRaw<Record<EobViewName, number>[]>`
    select count(*)::int as "all", (count(*) filter (where ${shown("denied")}))::int as denied,
      (count(*) filter (where ${shown("taken_back")}))::int as "taken_back"
    from remittance_claim r where r.payment_id = ${paymentId}::uuid`;
  return rows[0]!;
}

/** How many answers of the payment stand before this one; null where it is not one of its. */
export async function rankOfEob(tx: TenantTx, paymentId: string, id: string): Promise<number | null> {
  const rows = await tx.$queryRaw<{ rank: number }[]>`
    select (select count(*)::int from remittance_claim b where b.payment_id = r.payment_id and b.ordinal < r.ordinal) as rank
    from remittance_claim r where r.id = ${id}::uuid and r.payment_id = ${paymentId}::uuid`;
  return rows[0]?.rank ?? null;
}

/** What was decided on the lines of these answers. */
export async function listDecidedLines(
  tx: TenantTx,
  ids: readonly string[],
): Promise<(DecidedLine & { remittanceClaimId: string })[]> {
  if (ids.length === 0) return [];
  return tx.$queryRaw<(DecidedLine & { remittanceClaimId: string })[]>`
    select l.remittance_claim_id as "remittanceClaimId", l.number, l.claim_line as "claimLine",
      l.allowed_cents::float8 as "allowedCents", l.outcome, l.category, l.counts_as_denied as "countsAsDenied",
      l.is_second_lead as "isSecondLead", l.why
    from remittance_line l where l.remittance_claim_id = any(${[...ids]}::uuid[])
    order by l.remittance_claim_id, l.number`;
}

export interface ClaimAnswer {
  remittanceClaimId: string;
  paymentId: string;
  statusCode: string;
  outcome: ClaimOutcome | null;
  payerName: string;
  trace: string | null;
  postedOn: string;
  chargeCents: number;
  paidCents: number;
  deniedCents: number;
  patientCents: number;
}

/** What payers answered to a claim, newest first. */
export async function listClaimAnswers(tx: TenantTx, claimId: string): Promise<ClaimAnswer[]> {
  return tx.$queryRaw<ClaimAnswer[]>`
    select r.id as "remittanceClaimId", r.payment_id as "paymentId", r.status_code as "statusCode", r.outcome,
      coalesce(y.name, p.payer_name) as "payerName", p.trace, p.posted_on::text as "postedOn",
      r.charge_cents::float8 as "chargeCents", r.paid_cents::float8 as "paidCents",
      r.denied_cents::float8 as "deniedCents", r.patient_cents::float8 as "patientCents"
    from remittance_claim r
    join remittance_payment p on p.organization_id = r.organization_id and p.id = r.payment_id
    left join payer y on y.organization_id = p.organization_id and y.id = p.payer_id
    where r.claim_id = ${claimId}::uuid
    order by p.posted_on desc, p.posted_at desc, r.ordinal desc`;
}

/** The denial of a claim, or null. */
export async function findDenialOfClaim(tx: TenantTx, claimId: string): Promise<string | null> {
  const row = await tx.denialItem.findFirst({ where: { claimId }, select: { id: true } });
  return row?.id ?? null;
}
