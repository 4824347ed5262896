import type { TenantTx } from "../tenant-transaction";

export interface BatchRecord {
  id: string;
  number: number;
  /** released | handed_over | undone */
  status: string;
  claimCount: number;
  chargeCents: number;
  fileId: string;
  createdById: string;
  createdByName: string;
  createdAt: Date;
  handedOverAt: Date | null;
  version: number;
}

/**
 * The next batch number of the organization. Its row is locked, so two releases at once get two numbers, one after the
 * other, and a rolled-back release leaves no gap.
 */
export async function takeBatchNumber(tx: TenantTx): Promise<number> {
  await tx.$queryRaw`select id from organization for no key update`;
  const rows = await tx.$queryRaw<
    { next: number }[]
  >`select coalesce(max(number), 0)::int + 1 as next from release_batch`;
  return rows[0]!.next;
}

/** Adds a batch with its claims. */
export async function insertBatch(
  tx: TenantTx,
  batch: {
    organizationId: string;
    id: string;
    number: number;
    fileId: string;
    createdById: string;
    createdByName: string;
    createdAt: Date;
    claims: { id: string; versionNumber: number; chargeCents: number }[];
  },
): Promise<void> {
  const { claims, ...head } = batch;
  await tx.releaseBatch.create({
    data: {
      ...head,
      claimCount: claims.length,
      chargeCents: BigInt(claims.reduce((sum, claim) => sum + claim.chargeCents, 0)),
    },
  });
  await tx.$executeRaw`
    insert into release_batch_claim (organization_id, batch_id, claim_id, version_number, charge_cents)
    select ${batch.organizationId}::uuid, ${batch.id}::uuid, r.id, r."versionNumber", r."chargeCents"
    from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as r(id uuid, "versionNumber" int, "chargeCents" bigint)`;
}

/** A batch by id, or null. */
export async function findBatch(tx: TenantTx, batchId: string): Promise<BatchRecord | null> {
  const row = await tx.releaseBatch.findFirst({ where: { id: batchId } });
  return row && { ...row, chargeCents: Number(row.chargeCents) };
}

/** Locks a batch until the transaction ends; false where there is none. */
export async function lockBatch(tx: TenantTx, batchId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<
    { id: string }[]
  >`select id from release_batch where id = ${batchId}::uuid for update`;
  return rows.length === 1;
}

/** Newest batches first. */
export async function listBatchRecords(tx: TenantTx, limit: number, offset: number): Promise<BatchRecord[]> {
  const rows = await tx.releaseBatch.findMany({ orderBy: { number: "desc" }, take: limit, skip: offset });
  return rows.map((row) => ({ ...row, chargeCents: Number(row.chargeCents) }));
}

/** How many batches there are. */
export async function countBatches(tx: TenantTx): Promise<number> {
  return tx.releaseBatch.count();
}

/** Moves the batch on if it still has the version the caller saw. */
export async function updateBatch(
  tx: TenantTx,
  batchId: string,
  seenVersion: number,
  data: { status: "handed_over" | "undone"; handedOverAt?: Date },
): Promise<boolean> {
  const { count } = await tx.releaseBatch.updateMany({
    where: { id: batchId, version: seenVersion },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

export interface BatchClaimRow {
  claimId: string;
  claimNumber: string;
  patientName: string;
  payerName: string;
  lineSummary: string;
  versionNumber: number;
  chargeCents: number;
  status: string;
}

/** The claims of a batch as they were when it left. */
export async function listBatchClaims(tx: TenantTx, batchId: string): Promise<BatchClaimRow[]> {
  return tx.$queryRaw<BatchClaimRow[]>`
    select b.claim_id as "claimId", c.claim_number as "claimNumber",
      p.last_name || coalesce(', ' || p.first_name, '') as "patientName", y.name as "payerName",
      c.line_summary as "lineSummary", b.version_number as "versionNumber",
      b.charge_cents::float8 as "chargeCents", c.status
    from release_batch_claim b
    join claim c on c.organization_id = b.organization_id and c.id = b.claim_id
    join patient p on p.organization_id = c.organization_id and p.id = c.patient_id
    join payer y on y.organization_id = c.organization_id and y.id = c.payer_id
    where b.batch_id = ${batchId}::uuid order by c.claim_number, c.cycle`;
}

/** The batch in which a claim is out, newest first; null when it is in none. */
export async function findBatchOfClaim(
  tx: TenantTx,
  claimId: string,
): Promise<{ id: string; number: number; status: string } | null> {
  const row = await tx.releaseBatchClaim.findFirst({
    where: { claimId, batch: { is: { status: { not: "undone" } } } },
    orderBy: { batch: { number: "desc" } },
    select: { batch: { select: { id: true, number: true, status: true } } },
  });
  return row?.batch ?? null;
}
