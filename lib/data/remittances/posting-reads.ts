import type { LinkedAnswer } from "@/lib/domain/remittances/link-answers";
import type { LedgerKind } from "@/lib/domain/remittances/ledger-kinds";
import type { MatchCandidate } from "@/lib/domain/remittances/match-claim";
import type { TenantTx } from "../tenant-transaction";

/** What a chunk of adjudicated claims is matched and posted against. Every function takes the whole chunk at once. */

export interface PostingClaim extends MatchCandidate {
  payerId: string;
  serviceTo: string | null;
  claimRole: string;
  /** remittance_only claims have no version and no sent lines yet. */
  currentVersion: number;
}

const CANDIDATE = `c.id as "claimId", c.billing_entity_id as "billingEntityId", c.claim_number as "claimNumber", c.cycle,
  c.frequency, c.responsibility, c.charge_cents::float8 as "chargeCents", c.service_from::text as "serviceFrom",
  c.service_to::text as "serviceTo", c.payer_id as "payerId", c.claim_role as "claimRole", c.current_version as "currentVersion"`;

/** Every claim with one of these numbers. */
export async function listClaimsByNumber(tx: TenantTx, numbers: readonly string[]): Promise<PostingClaim[]> {
  return tx.$queryRawUnsafe<PostingClaim[]>(
    `select ${CANDIDATE} from claim c where c.claim_number = any($1::text[])`,
    [...new Set(numbers)],
  );
}

/** Claims whose earlier answers carried one of these numbers of the payer, with that number. */
export async function listClaimsByPayerNumber(
  tx: TenantTx,
  numbers: readonly string[],
): Promise<(PostingClaim & { payerControlNumber: string })[]> {
  if (numbers.length === 0) return [];
  return tx.$queryRawUnsafe<(PostingClaim & { payerControlNumber: string })[]>(
    `select distinct ${CANDIDATE}, r.payer_control_number as "payerControlNumber"
     from remittance_claim r join claim c on c.organization_id = r.organization_id and c.id = r.claim_id
     where r.payer_control_number = any($1::text[])`,
    [...new Set(numbers)],
  );
}

/** Claims of a member on a first day of service, with the member's normalised id. */
export async function listClaimsByMemberDay(
  tx: TenantTx,
  days: readonly { memberId: string; serviceFrom: string; chargeCents: number }[],
): Promise<(PostingClaim & { memberId: string })[]> {
  if (days.length === 0) return [];
  return tx.$queryRawUnsafe<(PostingClaim & { memberId: string })[]>(
    `select ${CANDIDATE}, d."memberId"
     from (select distinct * from jsonb_to_recordset($1::jsonb)
       as r("memberId" text, "serviceFrom" date, "chargeCents" bigint)) d
     join patient p on p.search_member_id = d."memberId"
     join claim c on c.organization_id = p.organization_id and c.patient_id = p.id
       and c.service_from = d."serviceFrom" and c.charge_cents = d."chargeCents"`,
    JSON.stringify(days),
  );
}

export interface SentLineRow {
  claimId: string;
  number: number;
  controlNumber: string | null;
  code: string;
  modifiers: string[];
  units: number;
  chargeCents: number;
  serviceFrom: string | null;
}

/** Lines of claims as they stand now; those of a claim that only remittances know are the remittance's. */
export async function listSentLines(tx: TenantTx, claimIds: readonly string[]): Promise<SentLineRow[]> {
  const ids = [...claimIds];
  // Each version is opened once, whatever the number of its lines.
  return tx.$queryRaw<SentLineRow[]>`
    with sent as materialized (
      select c.id as claim_id, (x.line ->> 'number')::int as number, x.line ->> 'controlNumber' as control_number
      from claim c
      join claim_version w on w.organization_id = c.organization_id and w.claim_id = c.id
        and w.version_number = c.current_version
      cross join lateral jsonb_array_elements(w.content -> 'lines') as x(line)
      where c.id = any(${ids}::uuid[])
    )
    select l.claim_id as "claimId", l.line_number as number, s.control_number as "controlNumber", l.code,
      l.modifiers, l.units::float8 as units, l.charge_cents::float8 as "chargeCents",
      l.service_from::text as "serviceFrom"
    from claim_line l
    left join sent s on s.claim_id = l.claim_id and s.number = l.line_number
    where l.claim_id = any(${ids}::uuid[])
    order by l.claim_id, l.line_number`;
}

export interface PriorRemittance extends LinkedAnswer {
  claimId: string;
  responsibility: string;
}

/** What was posted on claims before, in the order of posting. */
export async function listPriorRemittances(
  tx: TenantTx,
  claimIds: readonly string[],
): Promise<PriorRemittance[]> {
  return tx.$queryRaw<PriorRemittance[]>`
    select r.id, r.claim_id as "claimId", r.status_code as "statusCode",
      r.payer_control_number as "payerControlNumber", r.responsibility, r.charge_cents::float8 as "chargeCents",
      r.paid_cents::float8 as "paidCents", p.posted_on::text as "decidedOn", r.reverses_id as "reversesId",
      exists (select from remittance_claim b where b.organization_id = r.organization_id and b.reverses_id = r.id)
        as "isReversed",
      exists (select from remittance_claim k where k.organization_id = r.organization_id and k.corrects_id = r.id)
        as "isCorrected"
    from remittance_claim r
    join remittance_payment p on p.organization_id = r.organization_id and p.id = r.payment_id
    where r.claim_id = any(${[...claimIds]}::uuid[])
    order by p.posted_at, p.ordinal, r.ordinal`;
}

export interface LedgerSum {
  claimId: string;
  lineNumber: number;
  kind: LedgerKind;
  cents: number;
}

/** Sums of the ledger by claim, line and kind; a claim without entries has no rows. */
export async function listLedgerSums(tx: TenantTx, claimIds: readonly string[]): Promise<LedgerSum[]> {
  return tx.$queryRaw<LedgerSum[]>`
    select e.claim_id as "claimId", e.line_number as "lineNumber", e.kind, sum(e.cents)::float8 as cents
    from ledger_entry e where e.claim_id = any(${[...claimIds]}::uuid[])
    group by e.claim_id, e.line_number, e.kind`;
}

export interface PostedPayment {
  paymentKey: string;
  paymentId: string;
  importId: string;
  fileName: string;
}

/** Keys of payments that are posted here, with the import that brought each. */
export async function listPostedPayments(tx: TenantTx, keys: readonly string[]): Promise<PostedPayment[]> {
  return tx.$queryRaw<PostedPayment[]>`
    select p.payment_key as "paymentKey", p.id as "paymentId", p.import_id as "importId", i.file_name as "fileName"
    from remittance_payment p join import_file i on i.organization_id = p.organization_id and i.id = p.import_id
    where p.payment_key = any(${[...keys]}::text[])`;
}
