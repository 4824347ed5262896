import { newId } from "../new-id";
import type { TenantTx } from "../tenant-transaction";

export interface MemberRecord {
  id: string;
  userId: string;
  email: string;
  displayName: string;
  role: string;
  /** invited | active | disabled */
  status: string;
  inviteExpires: Date | null;
  createdAt: Date;
  version: number;
}

const COLUMNS = {
  id: true,
  userId: true,
  email: true,
  displayName: true,
  role: true,
  status: true,
  inviteExpires: true,
  createdAt: true,
  version: true,
} as const;

/** Members of the organization, by name. */
export async function listMemberRecords(tx: TenantTx): Promise<MemberRecord[]> {
  return tx.member.findMany({ orderBy: [{ displayName: "asc" }, { id: "asc" }], select: COLUMNS });
}

/** The member, or null when the organization has none with this id. */
export async function findMember(tx: TenantTx, id: string): Promise<MemberRecord | null> {
  return tx.member.findFirst({ where: { id }, select: COLUMNS });
}

/** The member with this address (lower case), or null. */
export async function findMemberByEmail(tx: TenantTx, email: string): Promise<MemberRecord | null> {
  return tx.member.findFirst({ where: { email }, select: COLUMNS });
}

/** Changes of members and settings come one after the other, so that a rule over all of them can be kept. */
export async function lockOrganization(tx: TenantTx): Promise<void> {
  await tx.$queryRaw`select id from organization for update`;
}

/** How many active members with this role there are beside one. */
export async function countActiveOthers(tx: TenantTx, role: string, exceptId: string): Promise<number> {
  return tx.member.count({ where: { role, status: "active", NOT: { id: exceptId } } });
}

/** Adds an invited member; answers the id. */
export async function insertMember(
  tx: TenantTx,
  member: {
    organizationId: string;
    userId: string;
    email: string;
    displayName: string;
    role: string;
    inviteHash: string;
    inviteExpires: Date;
  },
): Promise<string> {
  const id = newId();
  await tx.member.createMany({ data: [{ ...member, id, status: "invited" }] });
  return id;
}

/** Changes a member if it still has the version the caller saw. */
export async function updateMember(
  tx: TenantTx,
  id: string,
  seenVersion: number,
  data: { role?: string; status?: string; inviteHash?: string | null; inviteExpires?: Date | null },
): Promise<boolean> {
  const { count } = await tx.member.updateMany({
    where: { id, version: seenVersion },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

/** Which of the accounts have a second factor set up. Needs the sign-in login. */
export async function listEnrolledAccounts(tx: TenantTx, userIds: string[]): Promise<Set<string>> {
  const rows = await tx.userAccount.findMany({
    where: { id: { in: userIds }, totpConfirmedAt: { not: null } },
    select: { id: true },
  });
  return new Set(rows.map((row) => row.id));
}

/** True when the account is used by an active member of another organization. Needs the sign-in login. */
export async function isUsedElsewhere(
  tx: TenantTx,
  userId: string,
  organizationId: string,
): Promise<boolean> {
  const count = await tx.member.count({
    where: { userId, status: "active", NOT: { organizationId } },
  });
  return count > 0;
}

export interface Invitation {
  organizationId: string;
  organizationName: string;
  memberId: string;
  userId: string;
  email: string;
  displayName: string;
  role: string;
  inviteExpires: Date;
  hasPassword: boolean;
}

/** The open invitation of a token, also when it is too old; null when there is none. Needs the sign-in login. */
export async function findInvitation(tx: TenantTx, inviteHash: string): Promise<Invitation | null> {
  const rows = await tx.$queryRaw<Invitation[]>`
    select m.organization_id as "organizationId", o.name as "organizationName", m.id as "memberId",
      m.user_id as "userId", m.email, m.display_name as "displayName", m.role, m.invite_expires as "inviteExpires",
      u.password_hash is not null as "hasPassword"
    from member m
    join organization o on o.id = m.organization_id
    join user_account u on u.id = m.user_id
    where m.invite_hash = ${inviteHash} and m.status = 'invited' and m.invite_expires is not null`;
  return rows[0] ?? null;
}

/** Makes the invited member active; false when the invitation was used or withdrawn meanwhile. */
export async function acceptInvitationOf(
  tx: TenantTx,
  organizationId: string,
  memberId: string,
  inviteHash: string,
): Promise<boolean> {
  const { count } = await tx.member.updateMany({
    where: { organizationId, id: memberId, inviteHash, status: "invited" },
    data: { status: "active", inviteHash: null, inviteExpires: null, version: { increment: 1 } },
  });
  return count === 1;
}
