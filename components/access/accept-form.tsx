"use client";

import * as z from "zod";
import { Form, useZodForm } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Button } from "@/components/ui/button";
import { acceptInvitationAction } from "@/lib/actions/access";
import { PASSWORD_MIN_LENGTH, passwordProblem } from "@/lib/domain/access/password-policy";
import { useAction } from "@/lib/query/use-action";
import { PasswordInput } from "./password-input";
import { postCredentials } from "./post-credentials";

/** Sets the first password, or asks for the one the person has, and goes on signed in. */
export function AcceptForm({
  token,
  email,
  hasPassword,
}: {
  token: string;
  email: string;
  hasPassword: boolean;
}) {
  const schema = z.strictObject({
    password: z.string().superRefine((password, context) => {
      const problem = hasPassword
        ? password === ""
          ? "Enter your password."
          : null
        : passwordProblem(password, email);
      if (problem) context.addIssue({ code: "custom", message: problem });
    }),
  });
  const form = useZodForm(schema, { defaultValues: { password: "" } });
  const { run, pending, error } = useAction(acceptInvitationAction, { refresh: false, onError: () => true });

  async function submit({ password }: { password: string }): Promise<void> {
    if ((await run({ token, password })) === null) return;
    const answer = await postCredentials(email, password);
    window.location.assign(answer === "accepted" ? "/" : "/sign-in");
  }

  return (
    <Form form={form} onSubmit={submit} error={error}>
      {/* Tells password managers whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <FormField
        form={form}
        name="password"
        label={hasPassword ? "Your password" : "Choose a password"}
        description={
          hasPassword
            ? "You have a login already; its password stays."
            : `At least ${PASSWORD_MIN_LENGTH} characters. Four unrelated words are easy to keep.`
        }
      >
        {(field) => (
          <PasswordInput
            {...field}
            autoComplete={hasPassword ? "current-password" : "new-password"}
            autoFocus
          />
        )}
      </FormField>
      <Button type="submit" variant="primary" size="large" pending={pending}>
        Join
      </Button>
    </Form>
  );
}
