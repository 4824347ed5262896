"use client";

import { useState } from "react";
import * as z from "zod";
import { Form, useZodForm } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { ErrorView } from "@/lib/domain/shared/app-error";
import { PasswordInput } from "./password-input";
import { postCredentials, REFUSAL_WORDS } from "./post-credentials";

const schema = z.strictObject({
  email: z.string().trim().min(1, "Enter your email address."),
  password: z.string().min(1, "Enter your password."),
});

/** Email and password. A full page load follows, so that nothing of an earlier person stays in memory. */
export function SignInForm({ next }: { next: string | null }) {
  const form = useZodForm(schema, { defaultValues: { email: "", password: "" }, mode: "onSubmit" });
  const [error, setError] = useState<ErrorView | null>(null);
  const [pending, setPending] = useState(false);

  async function submit({ email, password }: z.output<typeof schema>): Promise<void> {
    setPending(true);
    const answer = await postCredentials(email, password);
    if (answer === "accepted") return window.location.assign(next ?? "/");
    setPending(false);
    setError({ code: "invalid_input", ...REFUSAL_WORDS[answer] });
    form.resetField("password");
  }

  return (
    <Form form={form} onSubmit={submit} error={error}>
      <FormField form={form} name="email" label="Email">
        {(field) => (
          <Input
            {...field}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
          />
        )}
      </FormField>
      <FormField form={form} name="password" label="Password">
        {(field) => <PasswordInput {...field} autoComplete="current-password" />}
      </FormField>
      <Button type="submit" variant="primary" size="large" pending={pending} className="mt-1">
        Sign in
      </Button>
    </Form>
  );
}
