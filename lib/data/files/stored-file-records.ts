import { newId } from "../new-id";
import type { TenantTx } from "../tenant-transaction";

export interface NewStoredFile {
  organizationId: string;
  /** Made here when absent. */
  id?: string;
  fileName: string;
  mediaType: string;
  storageKey: string;
  keyVersion: number;
  /** Of the clear bytes, hex. */
  sha256: string;
  /** Of the clear bytes. */
  byteSize: number;
}

export interface StoredFileRow {
  id: string;
  fileName: string;
  mediaType: string;
  storageKey: string;
  keyVersion: number;
  sha256: string;
  byteSize: number;
  createdAt: Date;
}

type Found = Omit<StoredFileRow, "byteSize"> & { byteSize: bigint };

const toRow = (row: Found): StoredFileRow => ({
  id: row.id,
  fileName: row.fileName,
  mediaType: row.mediaType,
  storageKey: row.storageKey,
  keyVersion: row.keyVersion,
  sha256: row.sha256,
  byteSize: Number(row.byteSize),
  createdAt: row.createdAt,
});

/** Describes a sealed file; answers its id. */
export async function insertStoredFile(tx: TenantTx, file: NewStoredFile): Promise<string> {
  const id = file.id ?? newId();
  await tx.storedFile.createMany({
    data: [
      {
        organizationId: file.organizationId,
        id,
        fileName: file.fileName,
        mediaType: file.mediaType,
        storageKey: file.storageKey,
        keyVersion: file.keyVersion,
        sha256: file.sha256,
        byteSize: BigInt(file.byteSize),
      },
    ],
  });
  return id;
}

/** The file, or null when the organization has none with this id. */
export async function findStoredFile(tx: TenantTx, fileId: string): Promise<StoredFileRow | null> {
  const row = await tx.storedFile.findFirst({ where: { id: fileId } });
  return row && toRow(row);
}

/** Files sealed with a key older than `keyVersion`, oldest first: what a key rotation still has to seal anew. */
export async function listStoredFilesSealedBefore(
  tx: TenantTx,
  keyVersion: number,
  limit: number,
): Promise<StoredFileRow[]> {
  const rows = await tx.storedFile.findMany({
    where: { keyVersion: { lt: keyVersion } },
    orderBy: { id: "asc" },
    take: limit,
  });
  return rows.map(toRow);
}

/** How many files are sealed with a key older than `keyVersion`. */
export async function countStoredFilesSealedBefore(tx: TenantTx, keyVersion: number): Promise<number> {
  return tx.storedFile.count({ where: { keyVersion: { lt: keyVersion } } });
}

/** Points the file at its newly sealed bytes, if it still points where the caller saw it. Answers whether it did. */
export async function moveStoredFile(
  tx: TenantTx,
  fileId: string,
  seenStorageKey: string,
  to: { storageKey: string; keyVersion: number },
): Promise<boolean> {
  const { count } = await tx.storedFile.updateMany({
    where: { id: fileId, storageKey: seenStorageKey },
    data: { storageKey: to.storageKey, keyVersion: to.keyVersion },
  });
  return count === 1;
}
