"use client";

import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import {
  disableMemberAction,
  enableMemberAction,
  inviteAgainAction,
  resetSecondFactorAction,
} from "@/lib/actions/access";
import { useAction } from "@/lib/query/use-action";
import { InvitationLinkView, type InvitationLink } from "./invitation-link-view";
import type { MemberRow } from "./member-row";
import { RoleDialog } from "./role-dialog";

type Window = "role" | "disable" | "reset" | null;

/** What can be done about one member, by their present state. Comes open, as it is fetched when asked for. */
export function MemberActions({ member }: { member: MemberRow }) {
  const [shown, setShown] = useState<Window>(null);
  const [link, setLink] = useState<InvitationLink | null>(null);
  const input = { memberId: member.id, seenVersion: member.version };
  const enable = useAction(enableMemberAction, { success: `${member.name} can sign in again.` });
  const invite = useAction(inviteAgainAction, { onSuccess: setLink });
  const disable = useAction(disableMemberAction, {
    success:
      member.status === "invited" ? "Invitation withdrawn." : `${member.name} is signed out and disabled.`,
  });
  const reset = useAction(resetSecondFactorAction, {
    success: `${member.name} sets up a new second factor at the next sign-in.`,
  });
  const close = (open: boolean) => !open && setShown(null);
  return (
    <>
      <Menu
        align="end"
        defaultOpen
        label={`Actions for ${member.name}`}
        trigger={<IconButton label={`Actions for ${member.name}`} size="small" icon={<Ellipsis />} />}
      >
        {member.status === "active" && (
          <MenuItem onSelect={() => setShown("role")}>Change the role…</MenuItem>
        )}
        {member.isEnrolled && (
          <MenuItem onSelect={() => setShown("reset")}>Reset the second factor…</MenuItem>
        )}
        {member.status === "disabled" && !member.isNewcomer && (
          <MenuItem onSelect={() => void enable.run(input)}>Enable</MenuItem>
        )}
        {member.status !== "active" && (
          <MenuItem onSelect={() => void invite.run(input)}>Make a new invitation link</MenuItem>
        )}
        {member.status !== "disabled" && (
          <MenuItem tone="danger" onSelect={() => setShown("disable")}>
            {member.status === "invited" ? "Withdraw the invitation…" : "Disable…"}
          </MenuItem>
        )}
      </Menu>
      {shown === "role" && <RoleDialog member={member} onClose={() => setShown(null)} />}
      <AlertDialog
        title={member.status === "invited" ? "Withdraw the invitation?" : `Disable ${member.name}?`}
        confirm={member.status === "invited" ? "Withdraw the invitation" : `Disable ${member.name}`}
        tone="danger"
        open={shown === "disable"}
        onOpenChange={close}
        onConfirm={() => disable.run(input)}
      >
        {member.status === "invited"
          ? "The link stops working. You can invite the person again."
          : "Their sessions end at once. What they did stays, and you can enable them again."}
      </AlertDialog>
      <AlertDialog
        title={`Reset the second factor of ${member.name}?`}
        confirm="Reset the second factor"
        tone="danger"
        open={shown === "reset"}
        onOpenChange={close}
        onConfirm={() => reset.run(input)}
      >
        Make sure that it is really them who ask. Until they set up a new device, their password alone signs
        them in.
      </AlertDialog>
      <Dialog
        title="Give this link to the person"
        width="small"
        open={link !== null}
        onOpenChange={(open) => !open && setLink(null)}
      >
        {link && <InvitationLinkView link={link} />}
      </Dialog>
    </>
  );
}
