import type { TenantTx } from "../tenant-transaction";
import type { StoredProblem } from "./import-records";

export interface QuarantineRecord {
  id: string;
  importId: string;
  ordinal: number;
  claimNumber: string | null;
  chargeCents: number;
  problems: StoredProblem[];
  reasonCode: string;
  segment: number;
  byteStart: number;
  byteEnd: number;
  createdAt: Date;
  postedAt: Date | null;
  claimId: string | null;
}

/** Claims of an import that were not posted, in file order. */
export async function listQuarantineRecords(
  tx: TenantTx,
  importId: string,
  limit: number,
  offset: number,
): Promise<QuarantineRecord[]> {
  const rows = await tx.quarantinedClaim.findMany({
    where: { importId },
    orderBy: { ordinal: "asc" },
    take: limit,
    skip: offset,
  });
  return rows.map(toRecord);
}

/** How many claims of an import were not posted, by reason. */
export async function countQuarantinedByReason(
  tx: TenantTx,
  importId: string,
): Promise<{ reasonCode: string; count: number }[]> {
  return tx.$queryRaw<{ reasonCode: string; count: number }[]>`
    select reason_code as "reasonCode", count(*)::int as count from quarantined_claim
    where import_id = ${importId}::uuid group by reason_code order by 2 desc, 1`;
}

/** A quarantined claim by id, or null. */
export async function findQuarantined(tx: TenantTx, id: string): Promise<QuarantineRecord | null> {
  const row = await tx.quarantinedClaim.findFirst({ where: { id } });
  return row && toRecord(row);
}

interface QuarantineRow extends Omit<QuarantineRecord, "chargeCents" | "problems" | "byteStart" | "byteEnd"> {
  chargeCents: bigint;
  problems: unknown;
  byteStart: bigint;
  byteEnd: bigint;
}

function toRecord(row: QuarantineRow): QuarantineRecord {
  return {
    ...{ id: row.id, importId: row.importId, ordinal: row.ordinal, claimNumber: row.claimNumber },
    ...{ chargeCents: Number(row.chargeCents), problems: row.problems as StoredProblem[] },
    ...{ reasonCode: row.reasonCode, segment: row.segment, createdAt: row.createdAt },
    ...{ byteStart: Number(row.byteStart), byteEnd: Number(row.byteEnd) },
    ...{ postedAt: row.postedAt, claimId: row.claimId },
  };
}
