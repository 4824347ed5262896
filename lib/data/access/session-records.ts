import { newId } from "../new-id";
import type { TenantTx } from "../tenant-transaction";

/** A session with what every request asks of it: the person, the place and the policy, as they are now. */
export interface SessionRecord {
  id: string;
  organizationId: string;
  memberId: string;
  userId: string;
  assurance: number;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  memberName: string;
  memberEmail: string;
  memberRole: string;
  /** invited | active | disabled */
  memberStatus: string;
  isEnrolled: boolean;
  organizationName: string;
  timeZone: string;
  billingMode: string;
  isDemo: boolean;
  requiresSecondFactor: boolean;
  requiresSecondReview: boolean;
}

/** The session of a token, whatever its state; null when there is none. Needs the sign-in login. */
export async function findSessionByToken(tx: TenantTx, tokenHash: string): Promise<SessionRecord | null> {
  const rows = await tx.$queryRaw<SessionRecord[]>`
    select s.id, s.organization_id as "organizationId", s.member_id as "memberId", s.user_id as "userId", s.assurance,
      s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt",
      s.revoked_at as "revokedAt", m.display_name as "memberName", m.email as "memberEmail", m.role as "memberRole",
      m.status as "memberStatus", u.totp_confirmed_at is not null as "isEnrolled", o.name as "organizationName",
      o.time_zone as "timeZone", o.billing_mode as "billingMode", o.is_demo as "isDemo",
      o.requires_second_factor as "requiresSecondFactor", o.requires_second_review as "requiresSecondReview"
    from session s
    join member m on m.organization_id = s.organization_id and m.id = s.member_id and m.user_id = s.user_id
    join user_account u on u.id = s.user_id
    join organization o on o.id = s.organization_id
    where s.token_hash = ${tokenHash}`;
  return rows[0] ?? null;
}

/** Notes that the person did something. Never moves back, so two requests at once cannot shorten a session. */
export async function touchSession(
  tx: TenantTx,
  organizationId: string,
  id: string,
  now: Date,
): Promise<void> {
  await tx.session.updateMany({
    where: { organizationId, id, revokedAt: null, lastSeenAt: { lt: now } },
    data: { lastSeenAt: now },
  });
}

export interface NewSession {
  organizationId: string;
  memberId: string;
  userId: string;
  tokenHash: string;
  assurance: number;
  userAgent: string | null;
  createdAt: Date;
  expiresAt: Date;
}

/** Adds a session and answers its id. Needs the sign-in login. */
export async function insertSession(tx: TenantTx, session: NewSession): Promise<string> {
  const id = newId();
  await tx.session.createMany({ data: [{ ...session, id, lastSeenAt: session.createdAt }] });
  return id;
}

/** Raises a living session to "second factor passed". Needs the sign-in login. */
export async function raiseAssurance(tx: TenantTx, organizationId: string, id: string): Promise<boolean> {
  const { count } = await tx.session.updateMany({
    where: { organizationId, id, revokedAt: null },
    data: { assurance: 2 },
  });
  return count === 1;
}

/** Ends sessions of a user in one organization: all of them, all but one, or one. Answers how many were alive. */
export async function revokeSessions(
  tx: TenantTx,
  which: { organizationId: string; memberId: string; only?: string; except?: string },
  now: Date,
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: {
      organizationId: which.organizationId,
      memberId: which.memberId,
      revokedAt: null,
      ...(which.only ? { id: which.only } : {}),
      ...(which.except ? { NOT: { id: which.except } } : {}),
    },
    data: { revokedAt: now },
  });
  return count;
}

export interface SessionListEntry {
  id: string;
  userAgent: string | null;
  assurance: number;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}

const LIST_COLUMNS = {
  id: true,
  userAgent: true,
  assurance: true,
  createdAt: true,
  lastSeenAt: true,
  expiresAt: true,
  revokedAt: true,
} as const;

/** A session that nobody ended, or null. */
export async function findOpenSession(
  tx: TenantTx,
  organizationId: string,
  id: string,
): Promise<SessionListEntry | null> {
  return tx.session.findFirst({
    where: { organizationId, id, revokedAt: null },
    select: LIST_COLUMNS,
  });
}

/** A member's sessions that nobody ended, last used first; whether they still live is for the limits to say. */
export async function listOpenSessions(
  tx: TenantTx,
  organizationId: string,
  memberId: string,
): Promise<SessionListEntry[]> {
  return tx.session.findMany({
    where: { organizationId, memberId, revokedAt: null },
    orderBy: { lastSeenAt: "desc" },
    take: 50,
    select: LIST_COLUMNS,
  });
}
