import type { ImportStatus } from "@/lib/domain/imports/import-status";
import type { Prisma } from "../generated/client";
import { fromDateColumn } from "../calendar-columns";
import type { TenantTx } from "../tenant-transaction";

/** A problem of a file or a claim with its place, as stored. */
export interface StoredProblem {
  /** refuse | quarantine | warning */
  grade: string;
  segment: number | null;
  element: string | null;
  loop: string | null;
  message: string;
}

export interface ImportRecord {
  id: string;
  fileId: string;
  fileName: string;
  kind: string;
  /** upload | command | demo */
  source: string;
  isHistory: boolean;
  status: ImportStatus;
  fileDate: string | null;
  problems: StoredProblem[];
  claimsTotal: number;
  claimsPosted: number;
  claimsQuarantined: number;
  claimsNew: number;
  claimsChanged: number;
  claimsUnchanged: number;
  claimsFlagged: number;
  centsTotal: number;
  centsPosted: number;
  centsQuarantined: number;
  /** An 835 only; 0 of every other file. */
  paymentsTotal: number;
  paymentsHeld: number;
  paymentsKnown: number;
  progressDone: number;
  progressTotal: number;
  basis: string | null;
  createdByName: string;
  createdAt: Date;
  publishedAt: Date | null;
  finishedAt: Date | null;
  version: number;
}

/** Keeps the import unless the organization has one of the same bytes; false then. Waits for one that is being kept. */
export async function insertImport(
  tx: TenantTx,
  row: {
    organizationId: string;
    id: string;
    fileId: string;
    fileName: string;
    sha256: string;
    kind: string;
    source: string;
    isHistory: boolean;
    createdById: string | null;
    createdByName: string;
  },
): Promise<boolean> {
  const { count } = await tx.importFile.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}

/** The import of a file with these bytes, or null. */
export async function findImportBySha256(
  tx: TenantTx,
  sha256: string,
): Promise<{ id: string; status: ImportStatus } | null> {
  const row = await tx.importFile.findFirst({ where: { sha256 }, select: { id: true, status: true } });
  return row && { id: row.id, status: row.status as ImportStatus };
}

/** An import by id, or null. */
export async function findImport(tx: TenantTx, importId: string): Promise<ImportRecord | null> {
  const row = await tx.importFile.findFirst({ where: { id: importId } });
  return row && toRecord(row);
}

/** Locks the import's row until the transaction ends: two runs of one import take turns. */
export async function lockImport(tx: TenantTx, importId: string): Promise<ImportRecord | null> {
  await tx.$queryRaw`select 1 from import_file where id = ${importId}::uuid for update`;
  return findImport(tx, importId);
}

/** Imports, newest first. */
export async function listImportRecords(
  tx: TenantTx,
  limit: number,
  offset: number,
): Promise<ImportRecord[]> {
  const rows = await tx.importFile.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    skip: offset,
  });
  return rows.map(toRecord);
}

/** How many imports there are. */
export async function countImports(tx: TenantTx): Promise<number> {
  return tx.importFile.count();
}

/** Columns of an import that its run sets; what is not named stays. */
export type ImportUpdate = Partial<
  Pick<
    ImportRecord,
    | ("status" | "claimsTotal" | "claimsPosted" | "claimsQuarantined" | "claimsNew" | "claimsChanged")
    | ("claimsUnchanged" | "claimsFlagged" | "centsTotal" | "centsPosted" | "centsQuarantined")
    | ("paymentsTotal" | "paymentsHeld" | "paymentsKnown")
    | ("progressDone" | "progressTotal" | "basis" | "problems" | "publishedAt" | "finishedAt")
  >
> & { fileDate?: Date | null };

/** Sets what a run found out. Callers hold the row's lock. */
export async function updateImport(tx: TenantTx, importId: string, update: ImportUpdate): Promise<void> {
  const { problems, centsTotal, centsPosted, centsQuarantined, ...rest } = update;
  const data: Prisma.ImportFileUpdateManyMutationInput = { ...rest, version: { increment: 1 } };
  if (problems !== undefined) data.problems = problems as unknown as Prisma.InputJsonArray;
  if (centsTotal !== undefined) data.centsTotal = BigInt(centsTotal);
  if (centsPosted !== undefined) data.centsPosted = BigInt(centsPosted);
  if (centsQuarantined !== undefined) data.centsQuarantined = BigInt(centsQuarantined);
  await tx.importFile.updateMany({ where: { id: importId }, data });
}

/** Imports of the organization publish one after the other; held until the transaction ends. */
export async function takePublishLock(tx: TenantTx, organizationId: string): Promise<void> {
  await tx.$queryRaw`
    select pg_advisory_xact_lock(hashtext('dorsal import publish'), hashtext(${organizationId}))::text`;
}

/** As `takePublishLock`, without waiting: false while another transaction has it. */
export async function tryPublishLock(tx: TenantTx, organizationId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ had: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtext('dorsal import publish'), hashtext(${organizationId})) as had`;
  return rows[0]!.had;
}

/**
 * What every decision about an arriving claim rests on beside its own patient: published imports, billing entities,
 * payers and their profiles. Another text means that something of it moved.
 */
export async function readImportBasis(tx: TenantTx): Promise<string> {
  const rows = await tx.$queryRaw<{ basis: string }[]>`
    select concat_ws(' ',
      (select count(*) from import_file where status = 'published'),
      (select concat(count(*), '/', sum(version)) from billing_entity),
      (select concat(count(*), '/', sum(version)) from payer),
      (select count(*) from payer_profile_version)) as basis`;
  return rows[0]!.basis;
}

interface ImportRow extends Omit<
  ImportRecord,
  "status" | "fileDate" | "problems" | "centsTotal" | "centsPosted" | "centsQuarantined"
> {
  status: string;
  fileDate: Date | null;
  problems: unknown;
  centsTotal: bigint;
  centsPosted: bigint;
  centsQuarantined: bigint;
}

function toRecord(row: ImportRow): ImportRecord {
  return {
    ...row,
    status: row.status as ImportStatus,
    fileDate: fromDateColumn(row.fileDate),
    problems: row.problems as StoredProblem[],
    centsTotal: Number(row.centsTotal),
    centsPosted: Number(row.centsPosted),
    centsQuarantined: Number(row.centsQuarantined),
  };
}
