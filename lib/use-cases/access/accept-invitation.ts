import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { lockAccount, updateAccount } from "@/lib/data/access/account-records";
import { acceptInvitationOf, findInvitation, type Invitation } from "@/lib/data/access/member-records";
import { withAuth, withAuthOf } from "@/lib/data/tenant-transaction";
import { passwordProblem } from "@/lib/domain/access/password-policy";
import { AppError } from "@/lib/domain/shared/app-error";
import { countAttempt, forgiveAttempt } from "./count-attempt";
import { hashPassword, verifyPassword } from "./password-hash";
import { hashToken } from "./session-token";

export interface VisitorContext {
  requestId: string;
  now: Date;
}

/** What somebody may do who is not signed in. The token in the input is the authorization. */
export interface VisitorUseCase<Input extends z.ZodType = z.ZodType, Output = unknown> {
  name: string;
  input: Input;
  run: (context: VisitorContext, input: z.output<Input>) => Promise<Output>;
}

const tokenSchema = z.string().regex(/^[\w-]{20,100}$/);

async function openInvitation(token: string, now: Date): Promise<Invitation | null> {
  if (!tokenSchema.safeParse(token).success) return null;
  const invitation = await withAuth((tx) => findInvitation(tx, hashToken(token)));
  return invitation && invitation.inviteExpires > now ? invitation : null;
}

export interface InvitationView {
  organizationName: string;
  name: string;
  email: string;
  role: string;
  /** The person has a login already and joins with its password. */
  hasPassword: boolean;
}

/** What the holder of the link sees; null for a link that is unknown, used, withdrawn or too old, all alike. */
export async function readInvitation(token: string, now: Date): Promise<InvitationView | null> {
  const invitation = await openInvitation(token, now);
  if (!invitation) return null;
  const { organizationName, displayName, email, role, hasPassword } = invitation;
  return { organizationName, name: displayName, email, role, hasPassword };
}

async function checkedHash(invitation: Invitation, password: string, now: Date): Promise<string | null> {
  if (!invitation.hasPassword) {
    const problem = passwordProblem(password, invitation.email);
    if (problem)
      throw new AppError("invalid_input", "The password is not good enough.", {
        fields: { password: problem },
      });
    return hashPassword(password);
  }
  const attempt = await withAuth((tx) => countAttempt(tx, invitation.userId, now));
  if (attempt.kind !== "open")
    throw new AppError("rate_limited", "Too many wrong attempts; this is locked for a while.", {
      next: "Wait a quarter of an hour and try again.",
    });
  if (!(await verifyPassword(attempt.account.passwordHash, password)))
    throw new AppError("invalid_input", "The password is not right.", {
      next: "You have a login already: use its password.",
      fields: { password: "This is not the password of your login." },
    });
  await withAuth((tx) => forgiveAttempt(tx, attempt.account));
  return null;
}

/**
 * Joins the organization that invited: sets the first password, or takes the password of a login that exists already.
 * The link works once.
 */
export const acceptInvitation: VisitorUseCase<
  z.ZodObject<{ token: z.ZodString; password: z.ZodString }, z.core.$strict>,
  { email: string }
> = {
  name: "invitations.accept",
  input: z.strictObject({ token: z.string().max(100), password: z.string().max(1000) }),
  async run({ requestId, now }, { token, password }) {
    const invitation = await openInvitation(token, now);
    if (!invitation) throw invitationOver();
    const passwordHash = await checkedHash(invitation, password, now);
    await withAuthOf(invitation, async (tx) => {
      const account = await lockAccount(tx, invitation.userId);
      // Two links of the same new login at once: the second must not set the first one's password anew.
      if (passwordHash !== null && account?.passwordHash !== null) throw invitationOver();
      const { organizationId, memberId } = invitation;
      if (!(await acceptInvitationOf(tx, organizationId, memberId, hashToken(token)))) throw invitationOver();
      if (passwordHash !== null) await updateAccount(tx, invitation.userId, { passwordHash });
      await recordEvent(
        tx,
        {
          kind: "member",
          organizationId,
          memberId,
          name: invitation.displayName,
          role: "coder",
          requestId,
        },
        {
          event: "member.joined",
          subjectType: "member",
          subjectId: memberId,
          detail: { role: invitation.role },
        },
      );
    });
    return { email: invitation.email };
  },
};

function invitationOver(): AppError {
  return new AppError("not_found", "This invitation was used, withdrawn, or is too old.", {
    next: "Ask the administrator who invited you for a new link.",
  });
}
