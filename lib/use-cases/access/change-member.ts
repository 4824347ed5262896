import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { revokeSessions } from "@/lib/data/access/session-records";
import { ROLES } from "@/lib/domain/access/roles";
import { AppError } from "@/lib/domain/shared/app-error";
import { defineUseCase } from "../define-use-case";
import { lockMember, moveMember, requireAnotherAdministrator } from "./member-for-update";

const seen = { memberId: z.uuid(), seenVersion: z.int().min(1) };

/** Gives a member another role; it holds from their next request on. */
export const changeRole = defineUseCase({
  name: "members.change_role",
  permission: "members.manage",
  input: z.strictObject({ ...seen, role: z.enum(ROLES) }),
  async run(context, { memberId, seenVersion, role }) {
    const member = await lockMember(context, memberId, seenVersion);
    if (member.role === role) return { role };
    await requireAnotherAdministrator(context, member);
    if (member.status !== "active")
      throw new AppError("not_allowed_now", "Only the role of an active member can be changed.", {
        next: "Invite the person again with the other role, or enable them first.",
      });
    await moveMember(context, member, "role_changed", { role });
    await recordEvent(context.tx, context.actor, {
      event: "member.role_changed",
      subjectType: "member",
      subjectId: memberId,
      detail: { from: member.role, to: role },
    });
    return { role };
  },
});

/** Shuts a member out from their next request on, or withdraws an invitation. Nothing of what they did is lost. */
export const disableMember = defineUseCase({
  name: "members.disable",
  permission: "members.manage",
  input: z.strictObject(seen),
  async run(context, { memberId, seenVersion }) {
    const { tx, actor, now } = context;
    const member = await lockMember(context, memberId, seenVersion);
    await requireAnotherAdministrator(context, member);
    // The expiry of an invitation that nobody accepted stays: it tells that this person never joined.
    await moveMember(context, member, "disabled", { inviteHash: null });
    const { organizationId } = actor;
    const endedCount = await revokeSessions(tx, { organizationId, memberId }, now);
    await recordEvent(tx, actor, {
      event: "member.disabled",
      subjectType: "member",
      subjectId: memberId,
      detail: { from: member.status, endedCount },
    });
    return { status: "disabled" as const };
  },
});

/**
 * Lets a disabled member in again, with the role they had. Who never accepted the invitation is invited again instead:
 * the login may by now belong to whoever accepted another organization's.
 */
export const enableMember = defineUseCase({
  name: "members.enable",
  permission: "members.manage",
  input: z.strictObject(seen),
  async run(context, { memberId, seenVersion }) {
    const member = await lockMember(context, memberId, seenVersion);
    if (member.inviteExpires !== null)
      throw new AppError("not_allowed_now", "This person never accepted the invitation.", {
        next: "Invite them again.",
      });
    await moveMember(context, member, "enabled");
    await recordEvent(context.tx, context.actor, {
      event: "member.enabled",
      subjectType: "member",
      subjectId: memberId,
      detail: { role: member.role },
    });
    return { status: "active" as const };
  },
});
