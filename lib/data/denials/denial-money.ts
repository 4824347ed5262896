import type { RemittanceClaim } from "@/lib/domain/remittances/remittance";
import type { DenialCategory, LineOutcome } from "@/lib/domain/denials/outcome";
import type { TenantTx } from "../tenant-transaction";

export interface DeniedClaim {
  claimNumber: string;
  patientName: string;
  payerId: string;
  payerName: string;
  status: string;
  frequency: string;
  lineSummary: string;
  chargeCents: number;
  serviceFrom: string | null;
  serviceTo: string | null;
}

/** The claim that a denial is about, as its head names it; null where it is gone. */
export async function findDeniedClaim(tx: TenantTx, claimId: string): Promise<DeniedClaim | null> {
  const rows = await tx.$queryRaw<DeniedClaim[]>`
    select c.claim_number as "claimNumber", p.last_name || coalesce(', ' || p.first_name, '') as "patientName",
      c.payer_id as "payerId", y.name as "payerName", c.status, c.frequency, c.line_summary as "lineSummary",
      c.charge_cents::float8 as "chargeCents", c.service_from::text as "serviceFrom", c.service_to::text as "serviceTo"
    from claim c
    join patient p on p.organization_id = c.organization_id and p.id = c.patient_id
    join payer y on y.organization_id = c.organization_id and y.id = c.payer_id
    where c.id = ${claimId}::uuid`;
  return rows[0] ?? null;
}

export interface DenyingAnswer {
  paymentId: string;
  content: RemittanceClaim;
  payerControlNumber: string | null;
  trace: string | null;
  paidOn: string | null;
  /** The payment's day, or the one that its posting took where it has none. */
  postedOn: string;
}

/** The payer's answer that denied: the adjudicated claim and the payment it came with; null where it is not there. */
export async function findDenyingAnswer(
  tx: TenantTx,
  remittanceClaimId: string,
): Promise<DenyingAnswer | null> {
  const rows = await tx.$queryRaw<DenyingAnswer[]>`
    select r.payment_id as "paymentId", r.content, r.payer_control_number as "payerControlNumber", y.trace, y.paid_on::text as "paidOn",
      y.posted_on::text as "postedOn"
    from remittance_claim r
    join remittance_payment y on y.organization_id = r.organization_id and y.id = r.payment_id
    where r.id = ${remittanceClaimId}::uuid`;
  return rows[0] ?? null;
}

export interface AnsweredLine {
  number: number;
  claimLine: number | null;
  code: string;
  modifiers: string[];
  submittedCode: string | null;
  units: number;
  chargeCents: number;
  allowedCents: number;
  paidCents: number;
  deniedCents: number;
  outcome: LineOutcome | null;
  category: DenialCategory | null;
  isSecondLead: boolean;
  primaryCarc: string | null;
  remarks: string[];
  why: string | null;
  serviceFrom: string | null;
}

/** The lines of an answer with what became of each, in the payer's order. */
export async function listAnsweredLines(tx: TenantTx, remittanceClaimId: string): Promise<AnsweredLine[]> {
  return tx.$queryRaw<AnsweredLine[]>`
    select l.number, l.claim_line as "claimLine", l.code, l.modifiers, l.submitted_code as "submittedCode",
      l.units_submitted::float8 as "units", l.charge_cents::float8 as "chargeCents",
      l.allowed_cents::float8 as "allowedCents", l.paid_cents::float8 as "paidCents",
      l.denied_cents::float8 as "deniedCents", l.outcome, l.category, l.is_second_lead as "isSecondLead",
      l.primary_carc as "primaryCarc", l.remarks, l.why, l.service_from::text as "serviceFrom"
    from remittance_line l where l.remittance_claim_id = ${remittanceClaimId}::uuid order by l.number`;
}
