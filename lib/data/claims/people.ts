import type { TenantTx } from "../tenant-transaction";

export interface PersonName {
  id: string;
  name: string;
  role: string;
}

/** Active members whose role is one of `roles`, by name: who claims can be assigned to. */
export async function listActiveMembers(tx: TenantTx, roles: string[]): Promise<PersonName[]> {
  const rows = await tx.member.findMany({
    where: { status: "active", role: { in: roles } },
    orderBy: [{ displayName: "asc" }, { id: "asc" }],
    select: { id: true, displayName: true, role: true },
  });
  return rows.map((row) => ({ id: row.id, name: row.displayName, role: row.role }));
}

/** Name of a member, or null. */
export async function findMemberName(tx: TenantTx, memberId: string): Promise<string | null> {
  const row = await tx.member.findFirst({ where: { id: memberId }, select: { displayName: true } });
  return row?.displayName ?? null;
}

export interface OrganizationSettings {
  name: string;
  timeZone: string;
  requiresSecondReview: boolean;
  /** inline | beside */
  billingMode: string;
  isDemo: boolean;
}

/** Settings of the organization in whose transaction we are. */
export async function readOrganizationSettings(tx: TenantTx): Promise<OrganizationSettings> {
  return tx.organization.findFirstOrThrow({
    select: { name: true, timeZone: true, requiresSecondReview: true, billingMode: true, isDemo: true },
  });
}
