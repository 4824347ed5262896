"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useState } from "react";
import * as z from "zod";
import { Form, useZodForm } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Mark } from "@/components/ui/mark";
import { Button } from "@/components/ui/button";
import type { ErrorView } from "@/lib/domain/shared/app-error";
import { CodeForm } from "./code-form";
import { PasswordInput } from "./password-input";
import { postCredentials, REFUSAL_WORDS } from "./post-credentials";
import { askSessionEnd } from "./use-session-clock";

const schema = z.strictObject({ password: z.string().min(1, "Enter your password.") });

/** Covers a page whose session is over. The same person goes on where they were; anybody else begins anew. */
export function SessionCover({
  memberId,
  email,
  onBack,
}: {
  memberId: string;
  email: string;
  onBack: () => Promise<void>;
}) {
  const [needsCode, setNeedsCode] = useState(false);

  const finish = async () => {
    const end = await askSessionEnd("POST");
    if (end === null) return setNeedsCode(true);
    if (end === "unreachable" || end.memberId !== memberId) return window.location.assign("/");
    await onBack();
  };
  return (
    <Dialog.Root open modal disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-100 bg-canvas" />
        <Dialog.Popup className="fixed inset-0 z-100 grid place-items-center overflow-y-auto p-4 outline-none">
          <div className="w-full max-w-md rounded-xl border border-line bg-surface p-6 shadow-low sm:p-8">
            <Mark className="size-8" />
            <Dialog.Title className="mt-5 text-2xl font-semibold tracking-tight">
              Your session is over
            </Dialog.Title>
            <Dialog.Description className="mt-1 mb-5 text-base text-muted">
              The page is covered, and what you typed on it is still there. Sign in as {email} to go on.
            </Dialog.Description>
            {needsCode ? (
              <CodeForm onPassed={() => void finish()} />
            ) : (
              <PasswordStep email={email} onAccepted={finish} />
            )}
            <p className="mt-5 text-sm text-muted">
              Somebody else?{" "}
              <a className="text-accent-ink underline underline-offset-2" href="/sign-in">
                Begin anew
              </a>
              ; what was typed here is dropped.
            </p>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PasswordStep({ email, onAccepted }: { email: string; onAccepted: () => Promise<void> }) {
  const form = useZodForm(schema, { defaultValues: { password: "" }, mode: "onSubmit" });
  const [error, setError] = useState<ErrorView | null>(null);
  const [pending, setPending] = useState(false);
  async function submit({ password }: { password: string }): Promise<void> {
    setPending(true);
    const answer = await postCredentials(email, password);
    if (answer === "accepted") await onAccepted();
    else setError({ code: "invalid_input", ...REFUSAL_WORDS[answer] });
    setPending(false);
  }
  return (
    <Form form={form} onSubmit={submit} error={error}>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <FormField form={form} name="password" label="Password">
        {(field) => <PasswordInput {...field} autoComplete="current-password" autoFocus />}
      </FormField>
      <Button type="submit" variant="primary" size="large" pending={pending}>
        Go on
      </Button>
    </Form>
  );
}
