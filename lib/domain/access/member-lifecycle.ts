import { AppError } from "@/lib/domain/shared/app-error";

/** A member's way through an organization: status -> { event -> next status }. */
export const MEMBER_LIFECYCLE = {
  invited: { accepted: "active", invited_again: "invited", disabled: "disabled" },
  active: { disabled: "disabled", role_changed: "active" },
  disabled: { enabled: "active", invited_again: "invited" },
} as const satisfies Record<string, Record<string, string>>;

export type MemberStatus = keyof typeof MEMBER_LIFECYCLE;
export type MemberEvent = { [S in MemberStatus]: keyof (typeof MEMBER_LIFECYCLE)[S] }[MemberStatus];

export const MEMBER_STATUS_LABELS: Record<MemberStatus, string> = {
  invited: "Invited",
  active: "Active",
  disabled: "Disabled",
};

/** True where the table has such a row. */
export function mayHappen(status: MemberStatus, event: MemberEvent): boolean {
  return event in MEMBER_LIFECYCLE[status];
}

/** The status after `event`; throws AppError `not_allowed_now` where the table has no such row. */
export function nextMemberStatus(status: MemberStatus, event: MemberEvent): MemberStatus {
  const next = (MEMBER_LIFECYCLE[status] as Partial<Record<MemberEvent, MemberStatus>>)[event];
  if (next) return next;
  throw new AppError(
    "not_allowed_now",
    `This member is ${MEMBER_STATUS_LABELS[status].toLowerCase()}; that cannot be done now.`,
    {
      next: "Reload the list to see the present state.",
    },
  );
}

/** An invitation can be accepted this long. */
export const INVITATION_DAYS = 7;
