"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { changeRoleAction } from "@/lib/actions/access";
import { ROLE_LABELS } from "@/lib/domain/access/roles";
import { useAction } from "@/lib/query/use-action";
import { ROLE_OPTIONS } from "./role-options";
import type { MemberRow } from "./member-row";

/** Another role for a member, from their next click on. */
export function RoleDialog({ member, onClose }: { member: MemberRow; onClose: () => void }) {
  const [role, setRole] = useState(member.role);
  const { run, pending } = useAction(changeRoleAction, {
    success: `${member.name} is now ${ROLE_LABELS[role].toLowerCase()}.`,
    onSuccess: onClose,
  });
  return (
    <Dialog
      title={`Role of ${member.name}`}
      description="It holds from their next click on."
      width="small"
      open
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button
            variant="primary"
            pending={pending}
            disabled={role === member.role}
            onClick={() => void run({ memberId: member.id, seenVersion: member.version, role })}
          >
            Change the role
          </Button>
        </>
      }
    >
      <Field label="Role">
        <Select value={role} onChange={setRole} options={ROLE_OPTIONS} />
      </Field>
    </Dialog>
  );
}
