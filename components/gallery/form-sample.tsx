"use client";

import * as z from "zod";
import { Form, useZodForm } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Button } from "@/components/ui/button";
import { DateInput, Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import type { ActionResult } from "@/lib/domain/shared/action-result";
import { useAction } from "@/lib/query/use-action";

const schema = z.strictObject({
  number: z.string().regex(/^\w{4,}$/, "An authorization number has at least four letters or digits."),
  from: z.iso.date("Choose the first day."),
  kind: z.enum(["trial", "permanent"], "Choose the stage."),
});

/** Answers like a server that already knows the number. */
async function refuse(values: { number: string }): Promise<ActionResult<string>> {
  await Promise.resolve();
  return {
    ok: false,
    error: {
      code: "invalid_input",
      message: "The authorization could not be saved.",
      next: "Correct the marked field.",
      fields: { number: `${values.number} is used for another case.` },
    },
  };
}

/** A whole form: checked here, refused by the server, errors beside their fields. */
export function FormSample() {
  const form = useZodForm(schema, { defaultValues: { number: "", from: "", kind: undefined } });
  const { run, pending, error } = useAction(refuse, { onError: () => true, refresh: false });
  return (
    <Panel
      title="A form"
      description="Submit it empty, then with values: the sample server refuses the number."
    >
      <Form form={form} onSubmit={run} error={error} className="max-w-md">
        <FormField form={form} name="number" label="Authorization number">
          {(field) => <Input mono {...field} />}
        </FormField>
        <FormField form={form} name="from" label="Valid from">
          {(field) => <DateInput {...field} />}
        </FormField>
        <FormField form={form} name="kind" label="Stage">
          {(field) => (
            <Select
              value={field.value ?? null}
              onChange={field.onChange}
              options={[
                { value: "trial", label: "Trial" },
                { value: "permanent", label: "Permanent" },
              ]}
            />
          )}
        </FormField>
        <div>
          <Button type="submit" variant="primary" pending={pending}>
            Save the authorization
          </Button>
        </div>
      </Form>
    </Panel>
  );
}
