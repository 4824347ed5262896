"use client";

import { CircleCheck, CircleSlash, MailQuestion, ShieldCheck, type LucideIcon } from "lucide-react";
import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn } from "@/components/data-table/column";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import { MEMBER_STATUS_LABELS, type MemberStatus } from "@/lib/domain/access/member-lifecycle";
import { ROLE_LABELS } from "@/lib/domain/access/roles";
import { formatInstant } from "@/lib/format/dates";
import { MemberActionsButton } from "./member-actions-button";
import type { MemberRow } from "./member-row";

const STATUS: Record<MemberStatus, { tone: Tone; icon: LucideIcon }> = {
  active: { tone: "success", icon: CircleCheck },
  invited: { tone: "info", icon: MailQuestion },
  disabled: { tone: "neutral", icon: CircleSlash },
};

/** Everybody of the organization; with actions for whoever may manage them. */
export function MembersTable({
  members,
  mayManage,
  timeZone,
}: {
  members: MemberRow[];
  mayManage: boolean;
  timeZone: string;
}) {
  const columns: DataColumn<MemberRow>[] = [
    {
      id: "name",
      header: "Name",
      card: "title",
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-2 font-medium">
          {row.name}
          {row.isSelf && <Badge tone="accent">You</Badge>}
        </span>
      ),
    },
    { id: "email", header: "Email", cell: (row) => row.email },
    { id: "role", header: "Role", cell: (row) => ROLE_LABELS[row.role] },
    { id: "status", header: "State", cell: (row) => <Status member={row} timeZone={timeZone} /> },
    {
      id: "factor",
      header: "Second factor",
      cell: (row) =>
        row.isEnrolled ? (
          <Badge plain tone="success" icon={ShieldCheck}>
            On
          </Badge>
        ) : (
          <span className="text-muted">Not set up</span>
        ),
    },
  ];
  if (mayManage) {
    columns.push({
      id: "actions",
      header: <span className="sr-only">Actions</span>,
      label: "Actions",
      align: "end",
      width: "4rem",
      cell: (row) => !row.isSelf && <MemberActionsButton member={row} />,
    });
  }
  return (
    <DataTable
      caption="Members"
      columns={columns}
      rows={members}
      rowId={(row) => row.id}
      rowLabel={(row) => row.name}
      empty={{ kind: "nothing", title: "No members" }}
    />
  );
}

function Status({ member, timeZone }: { member: MemberRow; timeZone: string }) {
  const { tone, icon } = STATUS[member.status];
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge tone={member.isInvitationOver && member.status === "invited" ? "warning" : tone} icon={icon}>
        {MEMBER_STATUS_LABELS[member.status]}
      </Badge>
      {member.invitationExpiresAt && (
        <span className="text-sm text-muted">
          {member.isInvitationOver
            ? "invitation is over"
            : `until ${formatInstant(member.invitationExpiresAt, timeZone)}`}
        </span>
      )}
    </span>
  );
}
