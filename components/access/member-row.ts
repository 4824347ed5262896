import type { MemberStatus } from "@/lib/domain/access/member-lifecycle";
import type { Role } from "@/lib/domain/access/roles";

/** A member as the list shows them. */
export interface MemberRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  status: MemberStatus;
  isEnrolled: boolean;
  isSelf: boolean;
  /** Never accepted an invitation: can be invited again, not enabled. */
  isNewcomer: boolean;
  invitationExpiresAt: string | null;
  isInvitationOver: boolean;
  version: number;
}
