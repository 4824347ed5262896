import { randomBytes } from "node:crypto";
import {
  insertOrganizationKey,
  listOrganizationKeys,
  retireOrganizationKeys,
  type OrganizationKeyRow,
} from "@/lib/data/files/organization-key-records";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { BrokenSealError, openBytes, sealBytes } from "./secrets";

const KEY_BYTES = 32;

/** The data keys of one organization, opened when they are needed. */
export interface Keyring {
  organizationId: string;
  /** The version that seals new files. */
  currentVersion: number;
  /** The 32 bytes of a version. Throws BrokenSealError when the organization has no such key or it does not open. */
  keyOf(version: number): Buffer;
}

const contextOf = (organizationId: string, version: number): string =>
  `data key ${organizationId} ${version}`;

function keyringOf(organizationId: string, rows: readonly OrganizationKeyRow[]): Keyring {
  const wrapped = new Map(rows.map((row) => [row.keyVersion, row.wrappedKey]));
  const opened = new Map<number, Buffer>();
  return {
    organizationId,
    currentVersion: rows.at(-1)?.keyVersion ?? 0,
    keyOf(version) {
      const known = opened.get(version);
      if (known) return known;
      const sealed = wrapped.get(version);
      if (!sealed) throw new BrokenSealError(`Data key ${version}`);
      const key = openBytes(sealed, contextOf(organizationId, version));
      opened.set(version, key);
      return key;
    },
  };
}

async function makeKey(tx: TenantTx, organizationId: string, version: number): Promise<void> {
  const wrapped = sealBytes(randomBytes(KEY_BYTES), contextOf(organizationId, version));
  await insertOrganizationKey(tx, organizationId, version, wrapped);
}

/** The organization's keys; makes the first one when there is none. */
export async function loadKeyring(tx: TenantTx, organizationId: string): Promise<Keyring> {
  let rows = await listOrganizationKeys(tx, organizationId);
  if (rows.length === 0) {
    await makeKey(tx, organizationId, 1);
    rows = await listOrganizationKeys(tx, organizationId);
  }
  return keyringOf(organizationId, rows);
}

/**
 * Adds the next key and retires those before it: they open what they sealed and seal nothing any more. Two that rotate
 * at once make one new key.
 */
export async function addKey(tx: TenantTx, organizationId: string, now: Date): Promise<Keyring> {
  const version = (await loadKeyring(tx, organizationId)).currentVersion + 1;
  await makeKey(tx, organizationId, version);
  await retireOrganizationKeys(tx, organizationId, version, now);
  return keyringOf(organizationId, await listOrganizationKeys(tx, organizationId));
}
