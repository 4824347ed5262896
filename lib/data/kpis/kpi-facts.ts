import { newId } from "../new-id";
import type { TenantTx } from "../tenant-transaction";

/** What a posting adds to the dashboards, by payer, code, role, payer rank and category. Signed: a reversal takes away. */
export interface KpiFact {
  payerId: string;
  code: string;
  claimRole: string;
  responsibility: string;
  category: string;
  lines: number;
  firstLines: number;
  firstDenied: number;
  chargeCents: number;
  firstChargeCents: number;
  firstDeniedCents: number;
  paidCents: number;
  allowedCents: number;
  patientCents: number;
  contractualCents: number;
  deniedCents: number;
}

/** Appends facts of one day; nothing is ever updated in place, so that postings never wait for each other. */
export async function appendKpiFacts(
  tx: TenantTx,
  scope: { organizationId: string; paymentId: string; day: string },
  facts: readonly KpiFact[],
): Promise<void> {
  if (facts.length === 0) return;
  await tx.$executeRawUnsafe(
    `insert into kpi_fact (organization_id, id, day, payment_id, payer_id, code, claim_role, responsibility, category,
       lines, first_lines, first_denied, charge_cents, first_charge_cents, first_denied_cents, paid_cents,
       allowed_cents, patient_cents, contractual_cents, denied_cents)
     select $1::uuid, r.id, $2::date, $3::uuid, r."payerId", r.code, r."claimRole", r.responsibility, r.category,
       r.lines, r."firstLines", r."firstDenied", r."chargeCents", r."firstChargeCents", r."firstDeniedCents",
       r."paidCents", r."allowedCents", r."patientCents", r."contractualCents", r."deniedCents"
     from jsonb_to_recordset($4::jsonb) as r(id uuid, "payerId" uuid, code text, "claimRole" text, responsibility text,
       category text, lines int, "firstLines" int, "firstDenied" int, "chargeCents" bigint,
       "firstChargeCents" bigint, "firstDeniedCents" bigint, "paidCents" bigint, "allowedCents" bigint,
       "patientCents" bigint, "contractualCents" bigint, "deniedCents" bigint)`,
    scope.organizationId,
    scope.day,
    scope.paymentId,
    JSON.stringify(facts.map((fact) => ({ ...fact, id: newId() }))),
  );
}
