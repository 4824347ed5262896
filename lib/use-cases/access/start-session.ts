import { setTimeout as delay } from "node:timers/promises";
import { recordEvent } from "@/lib/audit/record-event";
import { findAccountId, listMemberships, type Membership } from "@/lib/data/access/account-records";
import { insertSession } from "@/lib/data/access/session-records";
import { withAuth, withAuthOf } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { ABSOLUTE_SECONDS } from "@/lib/domain/access/session-limits";
import { countAttempt, forgiveAll, forgiveAttempt, type Attempt } from "./count-attempt";
import { verifyPassword } from "./password-hash";
import { hashToken, newToken } from "./session-token";

/** A refusal takes this long at least, so that its time does not tell which step refused. */
export const REFUSAL_MS = 300;
const USER_AGENT_LENGTH = 200;

export interface Credentials {
  email: string;
  password: string;
  userAgent: string | null;
}

const nobody = (member: Membership, requestId: string): Actor => ({
  kind: "system",
  organizationId: member.organizationId,
  memberId: null,
  name: "Sign-in",
  role: "system",
  requestId,
});

/**
 * Checks a password and starts a session: the opaque token for the cookie, or null. An unknown address, a wrong
 * password, a locked account and a disabled member get the same answer after the same time. The session is good for
 * the second factor only, where one is asked for.
 */
export async function startSession(
  credentials: Credentials,
  { requestId, now }: { requestId: string; now: Date },
): Promise<string | null> {
  const floor = delay(REFUSAL_MS);
  const email = credentials.email.trim().toLowerCase();
  const attempt = await withAuth(async (tx) => countAttempt(tx, await findAccountId(tx, email), now));
  const hash = attempt.kind === "open" ? attempt.account.passwordHash : null;
  const isRight = await verifyPassword(hash, credentials.password);
  const memberships =
    attempt.kind === "unknown" ? [] : await withAuth((tx) => listMemberships(tx, attempt.account.id));
  const place = memberships[0];
  if (attempt.kind !== "open" || !isRight || !place) {
    if (place) await recordRefusal(place, attempt, requestId);
    await floor;
    return null;
  }
  const token = newToken();
  await withAuthOf(place, async (tx) => {
    if (attempt.account.totpConfirmedAt) await forgiveAttempt(tx, attempt.account);
    else await forgiveAll(tx, attempt.account.id);
    const sessionId = await insertSession(tx, {
      organizationId: place.organizationId,
      memberId: place.memberId,
      userId: attempt.account.id,
      tokenHash: hashToken(token),
      assurance: 1,
      userAgent: credentials.userAgent?.slice(0, USER_AGENT_LENGTH) ?? null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + ABSOLUTE_SECONDS * 1000),
    });
    const member: Actor = { ...nobody(place, requestId), memberId: place.memberId, name: place.name };
    await recordEvent(tx, member, {
      event: "session.started",
      subjectType: "session",
      subjectId: sessionId,
    });
  });
  return token;
}

/** The organization sees that somebody tried one of its members, and whether the account is locked by now. */
async function recordRefusal(place: Membership, attempt: Attempt, requestId: string): Promise<void> {
  await withAuthOf(place, (tx) =>
    recordEvent(tx, nobody(place, requestId), {
      event: "session.refused",
      subjectType: "member",
      subjectId: place.memberId,
      detail: {
        status: attempt.kind === "locked" ? "locked" : "wrong_password",
        ...(attempt.kind === "open" ? { failedCount: attempt.account.failedAttempts + 1 } : {}),
      },
    }),
  );
}
