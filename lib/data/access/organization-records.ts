import { newId } from "../new-id";
import type { TenantTx } from "../tenant-transaction";

export interface OrganizationRecord {
  id: string;
  name: string;
  timeZone: string;
  requiresSecondFactor: boolean;
  requiresSecondReview: boolean;
  /** inline | beside */
  billingMode: string;
  isDemo: boolean;
  version: number;
}

/** The organization in whose transaction we are. */
export async function readOrganization(tx: TenantTx): Promise<OrganizationRecord> {
  return tx.organization.findFirstOrThrow({
    select: {
      id: true,
      name: true,
      timeZone: true,
      requiresSecondFactor: true,
      requiresSecondReview: true,
      billingMode: true,
      isDemo: true,
      version: true,
    },
  });
}

/** Adds the organization in whose transaction we are; everything else is as the schema has it. */
export async function insertOrganization(
  tx: TenantTx,
  organization: { id: string; name: string; timeZone: string },
): Promise<void> {
  await tx.organization.create({ data: organization });
}

/** Changes settings if they still have the version the caller saw. */
export async function updateOrganization(
  tx: TenantTx,
  seenVersion: number,
  data: Partial<Omit<OrganizationRecord, "id" | "isDemo" | "version">>,
): Promise<boolean> {
  const { count } = await tx.organization.updateMany({
    where: { version: seenVersion },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

export interface BillingEntityRecord {
  id: string;
  name: string;
  taxId: string;
  npi: string;
  /** lib/domain/access/billing-identifiers.ts */
  kind: string;
  active: boolean;
  version: number;
}

const ENTITY_COLUMNS = {
  id: true,
  name: true,
  taxId: true,
  npi: true,
  kind: true,
  active: true,
  version: true,
} as const;

/** Billing entities, active ones first, by name. */
export async function listBillingEntities(tx: TenantTx): Promise<BillingEntityRecord[]> {
  return tx.billingEntity.findMany({
    orderBy: [{ active: "desc" }, { name: "asc" }, { id: "asc" }],
    select: ENTITY_COLUMNS,
  });
}

/** The entity, or null when the organization has none with this id. */
export async function findBillingEntity(tx: TenantTx, id: string): Promise<BillingEntityRecord | null> {
  return tx.billingEntity.findFirst({ where: { id }, select: ENTITY_COLUMNS });
}

/** The entity with these numbers, or null. */
export async function findBillingEntityByNumbers(
  tx: TenantTx,
  taxId: string,
  npi: string,
): Promise<BillingEntityRecord | null> {
  return tx.billingEntity.findFirst({ where: { taxId, npi }, select: ENTITY_COLUMNS });
}

/** Adds an entity and answers its id. */
export async function insertBillingEntity(
  tx: TenantTx,
  entity: { organizationId: string; name: string; taxId: string; npi: string; kind: string },
): Promise<string> {
  const id = newId();
  await tx.billingEntity.createMany({ data: [{ ...entity, id }] });
  return id;
}

/** Changes an entity if it still has the version the caller saw. */
export async function updateBillingEntity(
  tx: TenantTx,
  id: string,
  seenVersion: number,
  data: Partial<Omit<BillingEntityRecord, "id" | "version">>,
): Promise<boolean> {
  const { count } = await tx.billingEntity.updateMany({
    where: { id, version: seenVersion },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

export interface KeyVersionRecord {
  keyVersion: number;
  createdAt: Date;
  retiredAt: Date | null;
  fileCount: number;
}

/** The versions of the data key, newest first, each with how many files it seals; never the keys themselves. */
export async function listKeyVersions(tx: TenantTx): Promise<KeyVersionRecord[]> {
  return tx.$queryRaw<KeyVersionRecord[]>`
    select k.key_version as "keyVersion", k.created_at as "createdAt", k.retired_at as "retiredAt",
      (select count(*)::int from stored_file f
       where f.organization_id = k.organization_id and f.key_version = k.key_version) as "fileCount"
    from organization_key k order by k.key_version desc`;
}

export interface RotationRecord {
  id: string;
  status: string;
  done: number;
  total: number;
  message: string | null;
  createdAt: Date;
}

/** The last key rotation that was asked for, or null. */
export async function findLastRotation(tx: TenantTx): Promise<RotationRecord | null> {
  return tx.backgroundJob.findFirst({
    where: { kind: "rotate_key" },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, status: true, done: true, total: true, message: true, createdAt: true },
  });
}
