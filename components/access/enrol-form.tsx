"use client";

import { Copy } from "lucide-react";
import * as z from "zod";
import { Form, useZodForm } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { enrolSecondFactorAction } from "@/lib/actions/account";
import { useAction } from "@/lib/query/use-action";
import { toast } from "@/lib/query/toasts";
import { CodeInput } from "./code-input";
import { PasswordInput } from "./password-input";

export interface SecondFactorOffer {
  offer: string;
  manualKey: string;
  qrSvg: string;
  isReplacement: boolean;
}

const schema = z.strictObject({
  code: z.string().regex(/^\s*(\d\s*){6}$/, "The code has six digits."),
  currentPassword: z.string(),
});

/** Three steps on one page: an app, the QR code or the key to type, a code that proves it. */
export function EnrolForm({ offer, onEnrolled }: { offer: SecondFactorOffer; onEnrolled: () => void }) {
  const form = useZodForm(schema, { defaultValues: { code: "", currentPassword: "" }, mode: "onSubmit" });
  const { run, pending, error } = useAction(enrolSecondFactorAction, {
    refresh: false,
    onSuccess: onEnrolled,
    onError: () => true,
  });
  return (
    <Form
      form={form}
      error={error}
      onSubmit={({ code, currentPassword }) =>
        run({ offer: offer.offer, code, ...(offer.isReplacement ? { currentPassword } : {}) })
      }
    >
      <ol className="grid list-decimal gap-3 pl-5 text-base text-ink marker:text-faint">
        <li>Open an authenticator app on your telephone, or install one (any app for six-digit codes).</li>
        <li>
          Scan this code with it.
          <QrCode svg={offer.qrSvg} />
          <ManualKey value={offer.manualKey} />
        </li>
        <li>Enter the six digits that the app shows now.</li>
      </ol>
      <FormField form={form} name="code" label="Code">
        {(field) => <CodeInput {...field} />}
      </FormField>
      {offer.isReplacement && (
        <FormField form={form} name="currentPassword" label="Your password">
          {(field) => <PasswordInput {...field} autoComplete="current-password" />}
        </FormField>
      )}
      <Button type="submit" variant="primary" size="large" pending={pending}>
        {offer.isReplacement ? "Use this device from now on" : "Turn on the second factor"}
      </Button>
    </Form>
  );
}

function QrCode({ svg }: { svg: string }) {
  return (
    // White also in the dark theme: cameras want dark on light.
    // eslint-disable-next-line @next/next/no-img-element -- a picture made for this page, nothing to optimise
    <img
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
      alt="QR code for your authenticator app; the key below says the same"
      width={176}
      height={176}
      className="my-2 block rounded-md border border-line bg-white p-1"
    />
  );
}

function ManualKey({ value }: { value: string }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
      Cannot scan? Type this key:
      <span className="flex items-center gap-1">
        <code className="font-mono text-base break-all text-ink select-all">{value}</code>
        <IconButton
          label="Copy the key"
          size="small"
          icon={<Copy />}
          onClick={() => {
            void navigator.clipboard
              .writeText(value.replaceAll(" ", ""))
              .then(() => toast.success("Key copied."))
              .catch(() => toast.error("The browser did not allow copying; select the key instead."));
          }}
        />
      </span>
    </span>
  );
}
