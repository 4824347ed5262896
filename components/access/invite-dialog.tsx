"use client";

import { UserPlus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { InvitationLinkView, type InvitationLink } from "./invitation-link-view";

// Fetched when the window opens: no page pays for it.
const InviteForm = dynamic(() => import("./invite-form").then((module) => module.InviteForm), { ssr: false });

/** Invites somebody; afterwards the same window shows the link, once. */
export function InviteDialog() {
  const [open, setOpen] = useState(false);
  const [link, setLink] = useState<InvitationLink | null>(null);
  const close = (isOpen: boolean) => {
    setOpen(isOpen);
    if (!isOpen) setLink(null);
  };
  return (
    <Dialog
      title={link ? "Give this link to the person" : "Invite a member"}
      width="small"
      open={open}
      onOpenChange={close}
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden />
          Invite a member
        </Button>
      }
    >
      {link ? <InvitationLinkView link={link} /> : <InviteForm onInvited={setLink} />}
    </Dialog>
  );
}
