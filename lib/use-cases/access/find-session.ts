import { findSessionByToken, touchSession } from "@/lib/data/access/session-records";
import { withAuth } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { ROLES, type Role } from "@/lib/domain/access/roles";
import { missingFactor } from "@/lib/domain/access/second-factor";
import { isSeenStale, isSessionAlive, sessionEndsAt } from "@/lib/domain/access/session-limits";
import { hashToken } from "./session-token";

export interface SignedIn {
  actor: Actor;
  member: { id: string; name: string; email: string; role: Role };
  organization: {
    id: string;
    name: string;
    isDemo: boolean;
    timeZone: string;
    /** inline | beside */
    billingMode: string;
    requiresSecondFactor: boolean;
    requiresSecondReview: boolean;
  };
  session: {
    id: string;
    userId: string;
    assurance: number;
    isEnrolled: boolean;
    /** When it ends if nothing more happens. */
    endsAt: Date;
    /** When it ends in any case. */
    expiresAt: Date;
  };
}

export type SessionState =
  | { kind: "none" }
  /** The password was right; nothing but the second factor may be done. */
  | { kind: "needs_factor"; missing: "code" | "enrolment"; signedIn: SignedIn }
  | { kind: "full"; signedIn: SignedIn };

/**
 * Who stands behind a session token at this moment. Read from the database for every request, so that a disabled
 * member, a changed role, a revoked session and a changed policy hold from the next request on.
 * `isActivity`: this request was the person's doing, so the idle limit starts anew.
 */
export async function findSession(
  token: string,
  request: { requestId: string; now: Date; isActivity: boolean },
): Promise<SessionState> {
  return withAuth(async (tx): Promise<SessionState> => {
    const row = await findSessionByToken(tx, hashToken(token));
    if (!row || row.memberStatus !== "active" || !isSessionAlive(row, request.now)) return { kind: "none" };
    const role = ROLES.find((known) => known === row.memberRole);
    if (!role) return { kind: "none" };
    if (request.isActivity && isSeenStale(row, request.now)) {
      await touchSession(tx, row.organizationId, row.id, request.now);
      row.lastSeenAt = request.now;
    }
    const signedIn: SignedIn = {
      actor: {
        kind: "member",
        organizationId: row.organizationId,
        memberId: row.memberId,
        name: row.memberName,
        role,
        requestId: request.requestId,
        sessionId: row.id,
      },
      member: { id: row.memberId, name: row.memberName, email: row.memberEmail, role },
      organization: {
        id: row.organizationId,
        name: row.organizationName,
        isDemo: row.isDemo,
        timeZone: row.timeZone,
        billingMode: row.billingMode,
        requiresSecondFactor: row.requiresSecondFactor,
        requiresSecondReview: row.requiresSecondReview,
      },
      session: {
        id: row.id,
        userId: row.userId,
        assurance: row.assurance,
        isEnrolled: row.isEnrolled,
        endsAt: sessionEndsAt(row),
        expiresAt: row.expiresAt,
      },
    };
    const missing = missingFactor(row, row);
    return missing ? { kind: "needs_factor", missing, signedIn } : { kind: "full", signedIn };
  });
}
