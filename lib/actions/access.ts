"use server";

import { defineAction } from "@/lib/auth/define-action";
import { defineVisitorAction } from "@/lib/auth/define-visitor-action";
import { acceptInvitation } from "@/lib/use-cases/access/accept-invitation";
import { changeRole, disableMember, enableMember } from "@/lib/use-cases/access/change-member";
import { inviteAgain, inviteMember } from "@/lib/use-cases/access/invite-member";
import { resetSecondFactor } from "@/lib/use-cases/access/reset-second-factor";

export const inviteMemberAction = defineAction(inviteMember);
export const inviteAgainAction = defineAction(inviteAgain);
export const changeRoleAction = defineAction(changeRole);
export const disableMemberAction = defineAction(disableMember);
export const enableMemberAction = defineAction(enableMember);
export const resetSecondFactorAction = defineAction(resetSecondFactor);
export const acceptInvitationAction = defineVisitorAction(acceptInvitation);
