import { Prisma } from "../generated/client";
import type { TenantTx } from "../tenant-transaction";
import { prefix } from "./worklist";

export interface SearchHit {
  claimId: string;
  claimNumber: string;
  patientName: string;
  birthDate: string | null;
  payerName: string;
  status: string;
  role: string;
  lineSummary: string;
  chargeCents: number;
  serviceFrom: string | null;
}

/** Claims whose number, patient's name or member id begins with what was typed, newest service first. */
export async function searchClaimRecords(
  tx: TenantTx,
  text: { claimNumber: string; name: string; memberId: string },
  limit: number,
): Promise<SearchHit[]> {
  const byPatient: Prisma.Sql[] = [];
  if (text.name !== "") byPatient.push(prefix(Prisma.sql`p.search_name`, text.name));
  if (text.memberId !== "") byPatient.push(prefix(Prisma.sql`p.search_member_id`, text.memberId));
  const people =
    byPatient.length === 0
      ? Prisma.sql`select null::uuid where false`
      : Prisma.sql`select p.id from patient p where ${Prisma.join(byPatient, " or ")} limit 200`;
  return tx.$queryRaw<SearchHit[]>`
    with hit as (
      (select c.id from claim c where ${prefix(Prisma.sql`c.claim_number`, text.claimNumber)} limit ${limit})
      union
      (select c.id from claim c where c.patient_id in (${people}) limit ${limit})
    )
    select c.id as "claimId", c.claim_number as "claimNumber",
      p.last_name || coalesce(', ' || p.first_name, '') as "patientName", p.birth_date::text as "birthDate",
      y.name as "payerName", c.status, c.claim_role as "role", c.line_summary as "lineSummary",
      c.charge_cents::float8 as "chargeCents", c.service_from::text as "serviceFrom"
    from hit join claim c on c.id = hit.id and c.status <> 'remittance_only'
    join patient p on p.organization_id = c.organization_id and p.id = c.patient_id
    join payer y on y.organization_id = c.organization_id and y.id = c.payer_id
    order by c.service_from desc nulls last, c.claim_number, c.id limit ${limit}`;
}
