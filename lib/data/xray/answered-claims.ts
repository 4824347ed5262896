import type { RemittanceClaim } from "@/lib/domain/remittances/remittance";
import type { AnsweredPayment } from "@/lib/domain/xray/answer";
import type { TenantTx } from "../tenant-transaction";

/** A posted payment with who pays and who is paid, and how many answers are in it. */
export interface PostedPayment {
  id: string;
  claimCount: number;
  payment: AnsweredPayment;
}

/** Every posted payment, in the order in which they were posted; a few thousand a year. Held ones are not among them. */
export async function listPostedPayments(tx: TenantTx): Promise<PostedPayment[]> {
  const rows = await tx.$queryRaw<PaymentRow[]>`
    select p.id, p.claim_count as "claimCount", p.paid_on::text as "paidOn", p.produced_on::text as "producedOn",
      p.payer_name as "payerName",
      case when y.payer_code like 'name:%' then null else split_part(y.payer_code, '/', 1) end as "payerCode",
      p.payee_name as "payeeName", p.payee_npi as "payeeNpi", p.payee_tax_id as "payeeTaxId"
    from remittance_payment p
    left join payer y on y.organization_id = p.organization_id and y.id = p.payer_id
    where p.status = 'posted'
    order by p.posted_at, p.import_id, p.ordinal`;
  return rows.map(({ id, claimCount, paidOn, producedOn, ...names }) => ({
    ...{ id, claimCount },
    payment: {
      ...{ paidOn, producedOn },
      payer: { name: names.payerName, id: names.payerCode },
      payee: { name: names.payeeName, npi: names.payeeNpi, taxId: names.payeeTaxId },
    },
  }));
}

interface PaymentRow {
  id: string;
  claimCount: number;
  paidOn: string | null;
  producedOn: string | null;
  payerName: string;
  payerCode: string | null;
  payeeName: string;
  payeeNpi: string | null;
  payeeTaxId: string | null;
}

/** An answer to a claim as its file had it, and the claim that it was posted on. */
export interface AnsweredClaim {
  paymentId: string;
  ordinal: number;
  claimId: string;
  payerId: string;
  claim: RemittanceClaim;
}

/**
 * Answers of some payments behind a position of the first of them, in the order of payments and files, at most `limit`:
 * those with a line of one of `codes` (as submitted, else as adjudicated), and those without any lines.
 */
export async function listAnsweredClaims(
  tx: TenantTx,
  asked: { paymentIds: readonly string[]; afterOrdinal: number; codes: readonly string[]; limit: number },
): Promise<AnsweredClaim[]> {
  return tx.$queryRawUnsafe<AnsweredClaim[]>(
    `select r.payment_id as "paymentId", r.ordinal, r.claim_id as "claimId", c.payer_id as "payerId", r.content as claim
     from unnest($1::uuid[]) with ordinality as p(id, at)
     join remittance_claim r on r.payment_id = p.id and (p.at > 1 or r.ordinal > $2)
     join claim c on c.organization_id = r.organization_id and c.id = r.claim_id
     where exists (select from remittance_line l where l.organization_id = r.organization_id
         and l.remittance_claim_id = r.id and coalesce(l.submitted_code, l.code) = any($3::text[]))
       or not exists (select from remittance_line l where l.organization_id = r.organization_id
         and l.remittance_claim_id = r.id)
     order by p.at, r.ordinal limit $4`,
    [...asked.paymentIds],
    asked.afterOrdinal,
    [...asked.codes],
    asked.limit,
  );
}

/** NPIs that bill as the organization's own surgery centres and hospitals: by their settings, else by their claims. */
export async function listFacilityNpis(tx: TenantTx): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ npi: string }[]>`
    select distinct b.npi from billing_entity b
    where b.npi <> '' and (b.kind in ('asc', 'hospital') or exists (
      select from claim c where c.organization_id = b.organization_id and c.billing_entity_id = b.id and c.has_scs
        and c.claim_role in ('asc_facility', 'hospital') and c.status <> 'remittance_only'))`;
  return new Set(rows.map(({ npi }) => npi));
}
