"use client";

import * as z from "zod";
import { Form, useZodForm } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Button } from "@/components/ui/button";
import { verifySecondFactorAction } from "@/lib/actions/account";
import { useAction } from "@/lib/query/use-action";
import { CodeInput } from "./code-input";

const schema = z.strictObject({
  code: z.string().regex(/^\s*(\d\s*){6}$/, "The code has six digits."),
});

/** Asks for the code of the authenticator app. */
export function CodeForm({ onPassed }: { onPassed: () => void }) {
  const form = useZodForm(schema, { defaultValues: { code: "" }, mode: "onSubmit" });
  const { run, pending, error } = useAction(verifySecondFactorAction, {
    refresh: false,
    onSuccess: onPassed,
    onError: () => true,
  });
  return (
    <Form form={form} onSubmit={run} error={error}>
      <FormField
        form={form}
        name="code"
        label="Code"
        description="Six digits from your authenticator app. Each code works once."
      >
        {(field) => <CodeInput {...field} autoFocus />}
      </FormField>
      <Button type="submit" variant="primary" size="large" pending={pending}>
        Continue
      </Button>
    </Form>
  );
}
