"use client";

import * as z from "zod";
import { Form, useZodForm } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { inviteMemberAction } from "@/lib/actions/access";
import { ROLES } from "@/lib/domain/access/roles";
import { useAction } from "@/lib/query/use-action";
import type { InvitationLink } from "./invitation-link-view";
import { ROLE_OPTIONS } from "./role-options";

const schema = z.strictObject({
  name: z.string().trim().min(2, "Enter the person's name."),
  email: z.email("Enter an email address."),
  role: z.enum(ROLES, "Choose a role."),
});

/** Who is invited, and as what. */
export function InviteForm({ onInvited }: { onInvited: (link: InvitationLink) => void }) {
  const form = useZodForm(schema, { defaultValues: { name: "", email: "", role: "coder" } });
  const { run, pending, error } = useAction(inviteMemberAction, {
    onSuccess: onInvited,
    onError: () => true,
  });
  return (
    <Form form={form} onSubmit={run} error={error}>
      <FormField form={form} name="name" label="Name">
        {(field) => <Input {...field} autoComplete="off" />}
      </FormField>
      <FormField form={form} name="email" label="Email" description="They sign in with it.">
        {(field) => <Input {...field} type="email" autoComplete="off" autoCapitalize="none" />}
      </FormField>
      <FormField
        form={form}
        name="role"
        label="Role"
        description="What each role may do is listed on this page."
      >
        {(field) => <Select value={field.value} onChange={field.onChange} options={ROLE_OPTIONS} />}
      </FormField>
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          Make the invitation
        </Button>
      </div>
    </Form>
  );
}
