import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { revokeSessionsOfAccount } from "@/lib/data/access/account-records";
import { findOpenSession, listOpenSessions, revokeSessions } from "@/lib/data/access/session-records";
import { withAuthOf } from "@/lib/data/tenant-transaction";
import { isSessionAlive, sessionEndsAt } from "@/lib/domain/access/session-limits";
import { AppError } from "@/lib/domain/shared/app-error";
import { defineAccountUseCase, type AccountContext } from "./define-account-use-case";

export interface OwnSession {
  id: string;
  isThisOne: boolean;
  userAgent: string | null;
  startedAt: string;
  lastSeenAt: string;
}

/** The person's living sessions in this organization, last used first. */
export const listOwnSessions = defineAccountUseCase({
  name: "account.list_sessions",
  input: z.strictObject({}),
  async run({ actor, now }): Promise<{ sessions: OwnSession[] }> {
    const rows = await withAuthOf(actor, (tx) => listOpenSessions(tx, actor.organizationId, actor.memberId));
    return {
      sessions: rows
        .filter((row) => isSessionAlive(row, now))
        .map((row) => ({
          id: row.id,
          isThisOne: row.id === actor.sessionId,
          userAgent: row.userAgent,
          startedAt: row.createdAt.toISOString(),
          lastSeenAt: row.lastSeenAt.toISOString(),
        })),
    };
  },
});

/** When the present session ends. Asking does not lengthen it; the door that is asked through may. */
export const readSessionEnd = defineAccountUseCase({
  name: "account.read_session_end",
  input: z.strictObject({}),
  async run({ actor, now }) {
    const session = await withAuthOf(actor, (tx) =>
      findOpenSession(tx, actor.organizationId, actor.sessionId),
    );
    if (!session) throw new AppError("not_signed_in", "You are signed out.");
    // Seconds, not instants: the browser's clock may be wrong.
    return {
      memberId: actor.memberId,
      endsInSeconds: Math.max(0, Math.floor((sessionEndsAt(session).getTime() - now.getTime()) / 1000)),
      isAbsolute: sessionEndsAt(session).getTime() === session.expiresAt.getTime(),
    };
  },
});

async function endOne({ actor, now }: AccountContext, sessionId: string, event: string): Promise<number> {
  return withAuthOf(actor, async (tx) => {
    const ended = await revokeSessions(
      tx,
      { organizationId: actor.organizationId, memberId: actor.memberId, only: sessionId },
      now,
    );
    if (ended > 0) await recordEvent(tx, actor, { event, subjectType: "session", subjectId: sessionId });
    return ended;
  });
}

/** Signs out: the present session is over, whatever a copied cookie says. */
export const signOut = defineAccountUseCase({
  name: "account.sign_out",
  input: z.strictObject({}),
  async run(context) {
    await endOne(context, context.actor.sessionId, "session.ended");
    return { signedOut: true };
  },
});

/** Ends one of the own sessions. One that is not there, or somebody else's, is a `not_found` alike. */
export const endSession = defineAccountUseCase({
  name: "account.end_session",
  input: z.strictObject({ sessionId: z.uuid() }),
  async run(context, { sessionId }) {
    if ((await endOne(context, sessionId, "session.revoked")) === 0)
      throw new AppError("not_found", "This session is over already.", { next: "Reload the list." });
    return { ended: true };
  },
});

/** Ends every session of the person, in all organizations, the present one too. */
export const signOutEverywhere = defineAccountUseCase({
  name: "account.sign_out_everywhere",
  input: z.strictObject({}),
  async run({ actor, userId, now }) {
    return withAuthOf(actor, async (tx) => {
      const endedCount = await revokeSessionsOfAccount(tx, userId, null, now);
      await recordEvent(tx, actor, {
        event: "session.ended_everywhere",
        subjectType: "member",
        subjectId: actor.memberId,
        detail: { endedCount },
      });
      return { ended: endedCount };
    });
  },
});
