import type { ClassifiedClaim } from "@/lib/domain/denials/outcome";
import type { LedgerDraft } from "@/lib/domain/remittances/ledger-entries";
import type { HoldReason } from "@/lib/domain/remittances/hold-payment";
import type { RemittanceClaim } from "@/lib/domain/remittances/remittance";
import type { TenantTx } from "../tenant-transaction";

/** The rows of a posting, each kind in one statement for a whole chunk of claims. */

export interface NewPayment {
  id: string;
  importId: string;
  ordinal: number;
  controlNumber: string;
  trace: string | null;
  traceOrigin: string | null;
  paymentKey: string | null;
  payerId: string | null;
  payerName: string;
  payeeName: string;
  payeeNpi: string | null;
  payeeTaxId: string | null;
  billingEntityId: string | null;
  amountCents: number;
  method: string | null;
  handling: string | null;
  paidOn: string | null;
  producedOn: string | null;
  postedOn: string;
  status: "posted" | "held";
  gapCents: number;
  gaps: HoldReason[];
  claimCount: number;
  quarantinedCount: number;
  chargeCents: number;
  paidCents: number;
  providerCents: number;
  /** Instant of posting, ISO; null while held. */
  postedAt: string | null;
}

const PAYMENT = `id uuid, "importId" uuid, ordinal int, "controlNumber" text, trace text, "traceOrigin" text,
  "paymentKey" text, "payerId" uuid, "payerName" text, "payeeName" text, "payeeNpi" text, "payeeTaxId" text,
  "billingEntityId" uuid, "amountCents" bigint, method text, handling text, "paidOn" date, "producedOn" date,
  "postedOn" date, status text, "gapCents" bigint, gaps jsonb, "claimCount" int, "quarantinedCount" int,
  "chargeCents" bigint, "paidCents" bigint, "providerCents" bigint, "postedAt" timestamptz`;

export async function insertPayments(
  tx: TenantTx,
  organizationId: string,
  payments: readonly NewPayment[],
): Promise<void> {
  await tx.$executeRawUnsafe(
    `insert into remittance_payment (organization_id, id, import_id, ordinal, control_number, trace, trace_origin,
       payment_key, payer_id, payer_name, payee_name, payee_npi, payee_tax_id, billing_entity_id, amount_cents, method,
       handling, paid_on, produced_on, posted_on, status, gap_cents, gaps, claim_count, quarantined_count,
       charge_cents, paid_cents, provider_cents, posted_at)
     select $1::uuid, r.id, r."importId", r.ordinal, r."controlNumber", r.trace, r."traceOrigin", r."paymentKey",
       r."payerId", r."payerName", r."payeeName", r."payeeNpi", r."payeeTaxId", r."billingEntityId", r."amountCents",
       r.method, r.handling, r."paidOn", r."producedOn", r."postedOn", r.status, r."gapCents", r.gaps, r."claimCount",
       r."quarantinedCount", r."chargeCents", r."paidCents", r."providerCents", r."postedAt"
     from jsonb_to_recordset($2::jsonb) as r(${PAYMENT})`,
    organizationId,
    JSON.stringify(payments),
  );
}

export interface PaymentCounts {
  payerId: string | null;
  bornCount: number;
  unappliedCount: number;
  deniedCount: number;
}

/** What is known of payments only behind their last claims. */
export async function updatePaymentCounts(
  tx: TenantTx,
  counts: readonly (PaymentCounts & { paymentId: string })[],
): Promise<void> {
  await tx.$executeRawUnsafe(
    `update remittance_payment p set payer_id = r."payerId", born_count = r."bornCount",
       unapplied_count = r."unappliedCount", denied_count = r."deniedCount"
     from jsonb_to_recordset($1::jsonb) as r("paymentId" uuid, "payerId" uuid, "bornCount" int, "unappliedCount" int,
       "deniedCount" int)
     where p.id = r."paymentId"`,
    JSON.stringify(counts),
  );
}

export interface NewRemittanceClaim {
  id: string;
  paymentId: string;
  ordinal: number;
  claimId: string | null;
  matchKind: string | null;
  claimNumber: string;
  statusCode: string;
  payerControlNumber: string | null;
  responsibility: string;
  chargeCents: number;
  paidCents: number;
  allowedCents: number;
  patientCents: number;
  deniedCents: number;
  outcome: string | null;
  category: string | null;
  content: RemittanceClaim;
  /** What the classifier made of it; null while held. */
  classified: ClassifiedClaim | null;
  segment: number;
  byteStart: number;
  byteEnd: number;
  reversesId: string | null;
  correctsId: string | null;
}

export async function insertRemittanceClaims(
  tx: TenantTx,
  organizationId: string,
  claims: readonly NewRemittanceClaim[],
): Promise<void> {
  await tx.$executeRawUnsafe(
    `insert into remittance_claim (organization_id, id, payment_id, ordinal, claim_id, match_kind, claim_number,
       status_code, payer_control_number, responsibility, charge_cents, paid_cents, allowed_cents, patient_cents,
       denied_cents, outcome, category, content, classified, segment, byte_start, byte_end, reverses_id, corrects_id)
     select $1::uuid, r.id, r."paymentId", r.ordinal, r."claimId", r."matchKind", r."claimNumber", r."statusCode",
       r."payerControlNumber", r.responsibility, r."chargeCents", r."paidCents", r."allowedCents", r."patientCents",
       r."deniedCents", r.outcome, r.category, r.content, nullif(r.classified, 'null'::jsonb), r.segment, r."byteStart", r."byteEnd", r."reversesId",
       r."correctsId"
     from jsonb_to_recordset($2::jsonb) as r(id uuid, "paymentId" uuid, ordinal int, "claimId" uuid, "matchKind" text,
       "claimNumber" text, "statusCode" text, "payerControlNumber" text, responsibility text, "chargeCents" bigint,
       "paidCents" bigint, "allowedCents" bigint, "patientCents" bigint, "deniedCents" bigint, outcome text,
       category text, content jsonb, classified jsonb, segment int, "byteStart" bigint, "byteEnd" bigint, "reversesId" uuid,
       "correctsId" uuid)`,
    organizationId,
    JSON.stringify(claims),
  );
}

/** Fills in what posting decides on claims of a payment that was held; what the payer said stays as it is. */
export async function decideHeldClaims(tx: TenantTx, claims: readonly NewRemittanceClaim[]): Promise<void> {
  const updated = await tx.$executeRawUnsafe(
    `update remittance_claim c set claim_id = r."claimId", match_kind = r."matchKind",
       responsibility = r.responsibility, allowed_cents = r."allowedCents", patient_cents = r."patientCents",
       denied_cents = r."deniedCents", outcome = r.outcome, category = r.category,
       classified = nullif(r.classified, 'null'::jsonb), reverses_id = r."reversesId", corrects_id = r."correctsId"
     from jsonb_to_recordset($1::jsonb) as r(id uuid, "paymentId" uuid, "claimId" uuid, "matchKind" text, responsibility text,
       "allowedCents" bigint, "patientCents" bigint, "deniedCents" bigint, outcome text, category text,
       classified jsonb, "reversesId" uuid, "correctsId" uuid)
     where c.payment_id = r."paymentId" and c.id = r.id`,
    JSON.stringify(claims.map(({ content: _content, ...claim }) => claim)),
  );
  if (updated !== claims.length) throw new Error("a claim of the held payment is not there");
}

export interface NewRemittanceLine {
  remittanceClaimId: string;
  number: number;
  claimId: string;
  claimLine: number | null;
  matchKind: string | null;
  code: string;
  modifiers: string[];
  submittedCode: string | null;
  units: number;
  unitsSubmitted: number;
  chargeCents: number;
  paidCents: number;
  allowedCents: number;
  patientCents: number;
  contractualCents: number;
  deniedCents: number;
  outcome: string | null;
  category: string | null;
  countsAsDenied: boolean;
  isSecondLead: boolean;
  primaryGroup: string | null;
  primaryCarc: string | null;
  remarks: string[];
  why: string | null;
  serviceFrom: string | null;
}

export async function insertRemittanceLines(
  tx: TenantTx,
  organizationId: string,
  lines: readonly NewRemittanceLine[],
): Promise<void> {
  await tx.$executeRawUnsafe(
    `insert into remittance_line (organization_id, remittance_claim_id, number, claim_id, claim_line, match_kind, code,
       modifiers, submitted_code, units, units_submitted, charge_cents, paid_cents, allowed_cents, patient_cents,
       contractual_cents, denied_cents, outcome, category, counts_as_denied, is_second_lead, primary_group,
       primary_carc, remarks, why, service_from)
     select $1::uuid, r."remittanceClaimId", r.number, r."claimId", r."claimLine", r."matchKind", r.code, r.modifiers,
       r."submittedCode", r.units, r."unitsSubmitted", r."chargeCents", r."paidCents", r."allowedCents",
       r."patientCents", r."contractualCents", r."deniedCents", r.outcome, r.category, r."countsAsDenied",
       r."isSecondLead", r."primaryGroup", r."primaryCarc", r.remarks, r.why, r."serviceFrom"
     from jsonb_to_recordset($2::jsonb) as r("remittanceClaimId" uuid, number int, "claimId" uuid, "claimLine" int,
       "matchKind" text, code text, modifiers text[], "submittedCode" text, units numeric, "unitsSubmitted" numeric,
       "chargeCents" bigint, "paidCents" bigint, "allowedCents" bigint, "patientCents" bigint,
       "contractualCents" bigint, "deniedCents" bigint, outcome text, category text, "countsAsDenied" boolean,
       "isSecondLead" boolean, "primaryGroup" text, "primaryCarc" text, remarks text[], why text, "serviceFrom" date)`,
    organizationId,
    JSON.stringify(lines),
  );
}

export interface NewLedgerEntry extends LedgerDraft {
  id: string;
  claimId: string | null;
  remittanceClaimId: string | null;
  paymentId: string;
  postedOn: string;
}

/** Appends entries of payments; nobody can change or remove them. */
export async function appendEntries(
  tx: TenantTx,
  organizationId: string,
  entries: readonly NewLedgerEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await tx.$executeRawUnsafe(
    `insert into ledger_entry (organization_id, id, claim_id, line_number, kind, effect, cents, adjustment_group, carc,
       posted_on, payment_id, remittance_claim_id)
     select $1::uuid, r.id, r."claimId", r."lineNumber", r.kind, r.effect, r.cents, r."group", r.carc,
       r."postedOn", r."paymentId", r."remittanceClaimId"
     from jsonb_to_recordset($2::jsonb) as r(id uuid, "claimId" uuid, "lineNumber" int, kind text, effect text,
       cents bigint, "group" text, carc text, "postedOn" date, "paymentId" uuid, "remittanceClaimId" uuid)`,
    organizationId,
    JSON.stringify(entries),
  );
}

export interface NewProviderAdjustment {
  id: string;
  paymentId: string;
  ordinal: number;
  reason: string;
  reference: string | null;
  cents: number;
  claimId: string | null;
}

export async function insertProviderAdjustments(
  tx: TenantTx,
  organizationId: string,
  adjustments: readonly NewProviderAdjustment[],
): Promise<void> {
  if (adjustments.length === 0) return;
  await tx.$executeRawUnsafe(
    `insert into provider_adjustment (organization_id, id, payment_id, ordinal, reason, reference, cents, claim_id)
     select $1::uuid, r.id, r."paymentId", r.ordinal, r.reason, r.reference, r.cents, r."claimId"
     from jsonb_to_recordset($2::jsonb)
       as r(id uuid, "paymentId" uuid, ordinal int, reason text, reference text, cents bigint, "claimId" uuid)`,
    organizationId,
    JSON.stringify(adjustments),
  );
}
