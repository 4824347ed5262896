import type { ClassifiedClaim } from "@/lib/domain/denials/outcome";
import type { RemittanceClaim } from "@/lib/domain/remittances/remittance";
import type { TenantTx } from "../tenant-transaction";

/** An answer that is stored, as decisions are read off it. */
export interface StoredAnswer {
  id: string;
  claimId: string;
  paymentId: string;
  decidedOn: string;
  responsibility: string;
  content: RemittanceClaim;
  classified: ClassifiedClaim | null;
  lines: { number: number; claimLine: number | null }[];
}

/** Everything that payers said of some claims, in the order of posting. */
export async function listStoredAnswers(tx: TenantTx, claimIds: readonly string[]): Promise<StoredAnswer[]> {
  if (claimIds.length === 0) return [];
  return tx.$queryRaw<StoredAnswer[]>`
    select r.id, r.claim_id as "claimId", r.payment_id as "paymentId", p.posted_on::text as "decidedOn",
      r.responsibility, r.content, r.classified,
      coalesce((select jsonb_agg(jsonb_build_object('number', l.number, 'claimLine', l.claim_line) order by l.number)
        from remittance_line l
        where l.organization_id = r.organization_id and l.remittance_claim_id = r.id), '[]'::jsonb) as lines
    from remittance_claim r
    join remittance_payment p on p.organization_id = r.organization_id and p.id = r.payment_id
    where r.claim_id = any(${[...claimIds]}::uuid[])
    order by p.posted_at, p.ordinal, r.ordinal`;
}

export interface DeterminationRow {
  claimId: string;
  responsibility: string;
  lineNumber: number;
  payerId: string;
  code: string;
  initialOutcome: string | null;
  initialCategory: string | null;
  initialGroup: string | null;
  initialCarc: string | null;
  initialDenied: boolean | null;
  initialChargeCents: number | null;
  initialPaidCents: number | null;
  initialAllowedCents: number | null;
  initialDeniedCents: number | null;
  initialOn: string | null;
  initialRemittanceId: string | null;
  currentOutcome: string | null;
  currentCategory: string | null;
  currentDenied: boolean | null;
  currentPaidCents: number | null;
  currentAllowedCents: number | null;
  currentDeniedCents: number | null;
  currentOn: string | null;
  currentRemittanceId: string | null;
  finalOutcome: string | null;
  finalOn: string | null;
  isSecondLead: boolean;
  change: string | null;
}

/** Writes decisions in the place of those that stood; one row a claim, line and payer rank. */
export async function saveDeterminations(
  tx: TenantTx,
  organizationId: string,
  rows: readonly DeterminationRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRawUnsafe(
    `insert into determination (organization_id, claim_id, responsibility, line_number, payer_id, code, initial_outcome,
       initial_category, initial_group, initial_carc, initial_denied, initial_charge_cents, initial_paid_cents,
       initial_allowed_cents, initial_denied_cents, initial_on, initial_remittance_id, current_outcome,
       current_category, current_denied, current_paid_cents, current_allowed_cents, current_denied_cents, current_on,
       current_remittance_id, final_outcome, final_on, is_second_lead, change)
     select $1::uuid, r."claimId", r.responsibility, r."lineNumber", r."payerId", r.code, r."initialOutcome",
       r."initialCategory", r."initialGroup", r."initialCarc", r."initialDenied", r."initialChargeCents",
       r."initialPaidCents", r."initialAllowedCents", r."initialDeniedCents", r."initialOn", r."initialRemittanceId",
       r."currentOutcome", r."currentCategory", r."currentDenied", r."currentPaidCents", r."currentAllowedCents",
       r."currentDeniedCents", r."currentOn", r."currentRemittanceId", r."finalOutcome", r."finalOn",
       r."isSecondLead", r.change
     from jsonb_to_recordset($2::jsonb) as r("claimId" uuid, responsibility text, "lineNumber" int, "payerId" uuid,
       code text, "initialOutcome" text, "initialCategory" text, "initialGroup" text, "initialCarc" text,
       "initialDenied" boolean, "initialChargeCents" bigint, "initialPaidCents" bigint, "initialAllowedCents" bigint,
       "initialDeniedCents" bigint, "initialOn" date, "initialRemittanceId" uuid, "currentOutcome" text,
       "currentCategory" text, "currentDenied" boolean, "currentPaidCents" bigint, "currentAllowedCents" bigint,
       "currentDeniedCents" bigint, "currentOn" date, "currentRemittanceId" uuid, "finalOutcome" text,
       "finalOn" date, "isSecondLead" boolean, change text)
     on conflict (organization_id, claim_id, responsibility, line_number) do update set
       payer_id = excluded.payer_id, code = excluded.code, initial_outcome = excluded.initial_outcome,
       initial_category = excluded.initial_category, initial_group = excluded.initial_group,
       initial_carc = excluded.initial_carc, initial_denied = excluded.initial_denied,
       initial_charge_cents = excluded.initial_charge_cents, initial_paid_cents = excluded.initial_paid_cents,
       initial_allowed_cents = excluded.initial_allowed_cents, initial_denied_cents = excluded.initial_denied_cents,
       initial_on = excluded.initial_on, initial_remittance_id = excluded.initial_remittance_id,
       current_outcome = excluded.current_outcome, current_category = excluded.current_category,
       current_denied = excluded.current_denied, current_paid_cents = excluded.current_paid_cents,
       current_allowed_cents = excluded.current_allowed_cents, current_denied_cents = excluded.current_denied_cents,
       current_on = excluded.current_on, current_remittance_id = excluded.current_remittance_id,
       final_outcome = excluded.final_outcome, final_on = excluded.final_on,
       is_second_lead = excluded.is_second_lead, change = excluded.change`,
    organizationId,
    JSON.stringify(rows),
  );
}
