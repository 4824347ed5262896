import type { TenantTx } from "../tenant-transaction";

export interface OrganizationKeyRow {
  keyVersion: number;
  wrappedKey: Uint8Array;
  retiredAt: Date | null;
}

/** Data keys of the organization, oldest first. */
export async function listOrganizationKeys(
  tx: TenantTx,
  organizationId: string,
): Promise<OrganizationKeyRow[]> {
  return tx.organizationKey.findMany({
    where: { organizationId },
    select: { keyVersion: true, wrappedKey: true, retiredAt: true },
    orderBy: { keyVersion: "asc" },
  });
}

/** Keeps a wrapped data key unless its version is taken: of two that make the same version at once, one is kept. */
export async function insertOrganizationKey(
  tx: TenantTx,
  organizationId: string,
  keyVersion: number,
  wrappedKey: Uint8Array,
): Promise<void> {
  await tx.organizationKey.createMany({
    data: [{ organizationId, keyVersion, wrappedKey: Uint8Array.from(wrappedKey) }],
    skipDuplicates: true,
  });
}

/** Marks every key older than `keyVersion` as no longer sealing anything new. They still open what they sealed. */
export async function retireOrganizationKeys(
  tx: TenantTx,
  organizationId: string,
  keyVersion: number,
  now: Date,
): Promise<void> {
  await tx.organizationKey.updateMany({
    where: { organizationId, keyVersion: { lt: keyVersion }, retiredAt: null },
    data: { retiredAt: now },
  });
}
