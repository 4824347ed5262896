import * as z from "zod";
import { listEnrolledAccounts, listMemberRecords } from "@/lib/data/access/member-records";
import { withAuthOf } from "@/lib/data/tenant-transaction";
import type { MemberStatus } from "@/lib/domain/access/member-lifecycle";
import { can } from "@/lib/domain/access/permissions";
import type { Role } from "@/lib/domain/access/roles";
import { defineUseCase } from "../define-use-case";

export interface MemberEntry {
  id: string;
  name: string;
  email: string;
  role: Role;
  status: MemberStatus;
  isEnrolled: boolean;
  /** Nobody changes the own membership. */
  isSelf: boolean;
  /** Never accepted an invitation: can be invited again, not enabled. */
  isNewcomer: boolean;
  invitationExpiresAt: string | null;
  isInvitationOver: boolean;
  since: string;
  version: number;
}

/** Everybody of the organization, with what the actor may do about them. */
export const listMembers = defineUseCase({
  name: "members.list",
  permission: "members.view",
  input: z.strictObject({}),
  async run({ tx, actor, now }) {
    const records = await listMemberRecords(tx);
    const enrolled = await withAuthOf(actor, (auth) =>
      listEnrolledAccounts(
        auth,
        records.map((record) => record.userId),
      ),
    );
    const members = records.map((record): MemberEntry => ({
      id: record.id,
      name: record.displayName,
      email: record.email,
      role: record.role as Role,
      status: record.status as MemberStatus,
      isEnrolled: enrolled.has(record.userId),
      isSelf: record.id === actor.memberId,
      isNewcomer: record.inviteExpires !== null,
      invitationExpiresAt: record.status === "invited" ? (record.inviteExpires?.toISOString() ?? null) : null,
      isInvitationOver: record.inviteExpires !== null && record.inviteExpires <= now,
      since: record.createdAt.toISOString(),
      version: record.version,
    }));
    return { members, mayManage: can(actor, "members.manage") };
  },
});
