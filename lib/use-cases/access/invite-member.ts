import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { ensureAccount } from "@/lib/data/access/account-records";
import { findMemberByEmail, insertMember, lockOrganization } from "@/lib/data/access/member-records";
import { withAuth } from "@/lib/data/tenant-transaction";
import { INVITATION_DAYS } from "@/lib/domain/access/member-lifecycle";
import { ROLES } from "@/lib/domain/access/roles";
import { AppError } from "@/lib/domain/shared/app-error";
import { defineUseCase } from "../define-use-case";
import { lockMember, moveMember } from "./member-for-update";
import { hashToken, newToken } from "./session-token";

const expiry = (now: Date): Date => new Date(now.getTime() + INVITATION_DAYS * 86_400_000);

export interface InvitationLink {
  memberId: string;
  /** Path of the page where the invitation is accepted. Shown once: the database keeps a hash of its secret part. */
  path: string;
  expiresAt: string;
}

/**
 * Invites somebody and answers the link to give to them. Dorsal sends no mail yet, so that the administrator hands it
 * over. The login is made without a password; accepting sets one.
 */
export const inviteMember = defineUseCase({
  name: "members.invite",
  permission: "members.manage",
  input: z.strictObject({
    email: z.email("Enter an email address.").max(254).trim().toLowerCase(),
    name: z.string().trim().min(2, "Enter the person's name.").max(100),
    role: z.enum(ROLES),
  }),
  async run({ tx, actor, now }, { email, name, role }): Promise<InvitationLink> {
    await lockOrganization(tx);
    if (await findMemberByEmail(tx, email)) {
      throw new AppError("conflict", "Somebody with this address is already a member.", {
        next: "Find them in the list: an invitation can be made anew there.",
        fields: { email: "Already a member of this organization." },
      });
    }
    const token = newToken();
    const inviteExpires = expiry(now);
    // A login without a password and without a membership opens nothing, should the rest fail.
    const userId = await withAuth((auth) => ensureAccount(auth, email));
    const memberId = await insertMember(tx, {
      organizationId: actor.organizationId,
      userId,
      email,
      displayName: name,
      role,
      inviteHash: hashToken(token),
      inviteExpires,
    });
    await recordEvent(tx, actor, {
      event: "member.invited",
      subjectType: "member",
      subjectId: memberId,
      detail: { role },
    });
    return { memberId, path: `/invitation/${token}`, expiresAt: inviteExpires.toISOString() };
  },
});

/** A new link for somebody whose invitation is open or over, or who was disabled. The old link stops working. */
export const inviteAgain = defineUseCase({
  name: "members.invite_again",
  permission: "members.manage",
  input: z.strictObject({ memberId: z.uuid(), seenVersion: z.int().min(1) }),
  async run(context, { memberId, seenVersion }): Promise<InvitationLink> {
    const { tx, actor, now } = context;
    const member = await lockMember(context, memberId, seenVersion);
    const token = newToken();
    const inviteExpires = expiry(now);
    await moveMember(context, member, "invited_again", { inviteHash: hashToken(token), inviteExpires });
    await recordEvent(tx, actor, {
      event: "member.invited",
      subjectType: "member",
      subjectId: memberId,
      detail: { role: member.role, from: member.status, to: "invited" },
    });
    return { memberId, path: `/invitation/${token}`, expiresAt: inviteExpires.toISOString() };
  },
});
