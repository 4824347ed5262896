import type { TenantTx } from "../tenant-transaction";

/** A login. Every function here needs the sign-in login; the application's cannot see this table. */
export interface AccountRecord {
  id: string;
  email: string;
  /** Null until an invitation was accepted. */
  passwordHash: string | null;
  /** Sealed; null until enrolled. */
  totpSecret: Uint8Array | null;
  totpLastStep: bigint | null;
  totpConfirmedAt: Date | null;
  failedAttempts: number;
  lockedUntil: Date | null;
}

/** The account under its row lock, so that attempts are counted one after the other; null when there is none. */
export async function lockAccount(tx: TenantTx, id: string): Promise<AccountRecord | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from user_account where id = ${id}::uuid for update`;
  return rows.length === 0 ? null : tx.userAccount.findUnique({ where: { id } });
}

/** Id of the account with this address (lower case), or null. */
export async function findAccountId(tx: TenantTx, email: string): Promise<string | null> {
  const row = await tx.userAccount.findUnique({ where: { email }, select: { id: true } });
  return row?.id ?? null;
}

/** The account's id, made without a password when there is none yet. Two at once make one. */
export async function ensureAccount(tx: TenantTx, email: string): Promise<string> {
  await tx.userAccount.createMany({ data: [{ email }], skipDuplicates: true });
  return (await tx.userAccount.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;
}

export type AccountChange = Partial<Omit<AccountRecord, "id" | "email" | "totpSecret">> & {
  totpSecret?: Uint8Array<ArrayBuffer> | null;
};

export async function updateAccount(tx: TenantTx, id: string, data: AccountChange): Promise<void> {
  await tx.userAccount.updateMany({ where: { id }, data });
}

/** Notes the step of an accepted code; false when another request used this one or a later one first. */
export async function markStepUsed(tx: TenantTx, id: string, step: bigint): Promise<boolean> {
  const { count } = await tx.userAccount.updateMany({
    where: { id, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return count === 1;
}

export interface Membership {
  organizationId: string;
  memberId: string;
  name: string;
  requiresSecondFactor: boolean;
  isDemo: boolean;
}

/** Where the person is an active member, longest first. */
export async function listMemberships(tx: TenantTx, userId: string): Promise<Membership[]> {
  return tx.$queryRaw<Membership[]>`
    select m.organization_id as "organizationId", m.id as "memberId", m.display_name as name,
      o.requires_second_factor as "requiresSecondFactor", o.is_demo as "isDemo"
    from member m join organization o on o.id = m.organization_id
    where m.user_id = ${userId}::uuid and m.status = 'active'
    order by m.created_at, m.id`;
}

/** The account behind an active member, or null. */
export async function findAccountIdOfMember(
  tx: TenantTx,
  organizationId: string,
  memberId: string,
): Promise<string | null> {
  const row = await tx.member.findFirst({
    where: { organizationId, id: memberId },
    select: { userId: true },
  });
  return row?.userId ?? null;
}

/** Ends every session of a person, in all organizations, but the one that is kept. Answers how many were open. */
export async function revokeSessionsOfAccount(
  tx: TenantTx,
  userId: string,
  keptSessionId: string | null,
  now: Date,
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId, revokedAt: null, ...(keptSessionId ? { NOT: { id: keptSessionId } } : {}) },
    data: { revokedAt: now },
  });
  return count;
}
