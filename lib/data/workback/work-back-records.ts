import type { FieldDifference } from "@/lib/domain/claims/change";
import type { OpenWorkBackRow } from "@/lib/domain/claims/work-back";
import type { TenantTx } from "../tenant-transaction";

/** The claim's rows that wait to be keyed, oldest first. */
export async function listOpenRows(tx: TenantTx, claimId: string): Promise<OpenWorkBackRow[]> {
  const rows = await tx.workBackRow.findMany({
    where: { claimId, status: "open" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, lineNumber: true, field: true, oldValue: true, newValue: true },
  });
  return rows.map((row) => ({
    id: row.id,
    line: row.lineNumber,
    field: row.field,
    before: row.oldValue,
    after: row.newValue,
  }));
}

/** Adds rows to key for a version of a claim. */
export async function insertRows(
  tx: TenantTx,
  organizationId: string,
  claim: { id: string; claimNumber: string; versionNumber: number },
  differences: FieldDifference[],
): Promise<void> {
  await tx.workBackRow.createMany({
    data: differences.map((difference) => ({
      organizationId,
      claimId: claim.id,
      versionNumber: claim.versionNumber,
      account: claim.claimNumber,
      lineNumber: difference.line,
      field: difference.field,
      oldValue: difference.before,
      newValue: difference.after,
    })),
  });
}

/** Ends open rows as "closed" (a newer export carries them) or "withdrawn" (the correction is gone). */
export async function endRows(
  tx: TenantTx,
  ids: string[],
  status: "closed" | "withdrawn",
  at: Date,
  closedByImportId: string | null,
): Promise<number> {
  if (ids.length === 0) return 0;
  const { count } = await tx.workBackRow.updateMany({
    where: { id: { in: ids }, status: "open" },
    data: { status, closedAt: at, closedByImportId },
  });
  return count;
}

export interface WorkBackListRow {
  id: string;
  claimId: string;
  account: string;
  claimNumber: string;
  patientName: string;
  payerName: string;
  line: number | null;
  field: string;
  before: string | null;
  after: string | null;
  status: string;
  createdAt: Date;
  closedAt: Date | null;
}

/** Rows of a status over all claims, oldest first; `claimId` narrows to one claim. */
export async function listWorkBackRows(
  tx: TenantTx,
  filter: { status: string | null; claimId: string | null },
  limit: number,
  offset: number,
): Promise<WorkBackListRow[]> {
  return tx.$queryRaw<WorkBackListRow[]>`
    select w.id, w.claim_id as "claimId", w.account, c.claim_number as "claimNumber",
      p.last_name || coalesce(', ' || p.first_name, '') as "patientName", y.name as "payerName",
      w.line_number as "line", w.field, w.old_value as "before", w.new_value as "after", w.status,
      w.created_at as "createdAt", w.closed_at as "closedAt"
    from work_back_row w
    join claim c on c.organization_id = w.organization_id and c.id = w.claim_id
    join patient p on p.organization_id = c.organization_id and p.id = c.patient_id
    join payer y on y.organization_id = c.organization_id and y.id = c.payer_id
    where (${filter.status}::text is null or w.status = ${filter.status})
      and (${filter.claimId}::uuid is null or w.claim_id = ${filter.claimId}::uuid)
    order by w.created_at, w.claim_id, w.line_number nulls first, w.field, w.id
    limit ${limit} offset ${offset}`;
}

/** How many rows have a status, over all claims. */
export async function countWorkBackRows(tx: TenantTx, status: string | null): Promise<number> {
  return tx.workBackRow.count({ where: status === null ? {} : { status } });
}
