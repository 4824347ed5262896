"use client";

import { Form, useZodForm } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { changePasswordAction } from "@/lib/actions/account";
import { PASSWORD_MIN_LENGTH } from "@/lib/domain/access/password-policy";
import { countOf } from "@/lib/format/counts";
import { useAction } from "@/lib/query/use-action";
import { PasswordInput } from "./password-input";

/** Changes the own password; says how many other sessions ended with it. */
export function PasswordForm({ email }: { email: string }) {
  const schema = () => import("./password-schema").then((module) => module.passwordSchema(email));
  const form = useZodForm(schema, { defaultValues: { currentPassword: "", newPassword: "" } });
  const { run, pending, error } = useAction(changePasswordAction, {
    success: ({ endedSessions }) =>
      endedSessions === 0
        ? "Password changed."
        : `Password changed; ${countOf(endedSessions, "other session")} ended.`,
    onSuccess: () => form.reset(),
    onError: () => true,
  });
  return (
    <Panel title="Password" description="Changing it ends all your other sessions.">
      <Form form={form} onSubmit={run} error={error} className="max-w-md">
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <FormField form={form} name="currentPassword" label="Present password">
          {(field) => <PasswordInput {...field} autoComplete="current-password" />}
        </FormField>
        <FormField
          form={form}
          name="newPassword"
          label="New password"
          description={`At least ${PASSWORD_MIN_LENGTH} characters. Four unrelated words are easy to keep.`}
        >
          {(field) => <PasswordInput {...field} autoComplete="new-password" />}
        </FormField>
        <div>
          <Button type="submit" variant="primary" pending={pending}>
            Change the password
          </Button>
        </div>
      </Form>
    </Panel>
  );
}
