import {
  countActiveOthers,
  findMember,
  lockOrganization,
  updateMember,
  type MemberRecord,
} from "@/lib/data/access/member-records";
import { nextMemberStatus, type MemberEvent, type MemberStatus } from "@/lib/domain/access/member-lifecycle";
import { AppError } from "@/lib/domain/shared/app-error";
import type { UseCaseContext } from "../define-use-case";

export type LockedMember = MemberRecord & { status: MemberStatus };

/** The member, with changes of members held off until this one is done. Nobody changes the own membership. */
export async function lockMember(
  { tx, actor }: UseCaseContext,
  memberId: string,
  seenVersion: number,
): Promise<LockedMember> {
  await lockOrganization(tx);
  const member = await findMember(tx, memberId);
  if (!member)
    throw new AppError("not_found", "There is no such member.", { next: "Go back to the list of members." });
  if (member.id === actor.memberId)
    throw new AppError("not_allowed_now", "You cannot change your own membership.", {
      next: "Ask another administrator to do it.",
    });
  if (member.version !== seenVersion)
    throw new AppError("conflict", "Somebody changed this member after you opened the list.", {
      next: "The list is loaded again; look at the present state first.",
      current: { role: member.role, status: member.status, version: member.version },
    });
  return { ...member, status: member.status as MemberStatus };
}

/** Throws when the organization would be left without anybody who can manage it. */
export async function requireAnotherAdministrator(
  { tx }: UseCaseContext,
  member: MemberRecord,
): Promise<void> {
  if (member.role !== "administrator" || member.status !== "active") return;
  if ((await countActiveOthers(tx, "administrator", member.id)) > 0) return;
  throw new AppError("not_allowed_now", "This is the last administrator.", {
    next: "Make somebody else an administrator first.",
  });
}

/** Moves the member on by the table, with further changes. */
export async function moveMember(
  { tx }: UseCaseContext,
  member: LockedMember,
  event: MemberEvent,
  changes: { role?: string; inviteHash?: string | null; inviteExpires?: Date | null } = {},
): Promise<void> {
  const status = nextMemberStatus(member.status, event);
  if (await updateMember(tx, member.id, member.version, { ...changes, status })) return;
  throw new AppError("conflict", "The member changed while this was being saved.", {
    next: "Reload the list and try again.",
  });
}
