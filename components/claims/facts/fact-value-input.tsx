"use client";

import { Field } from "@/components/ui/field";
import { DateInput, Input, InputGroup } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import type { FactForm } from "../workbench-context";

const YES_NO = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
] as const;

/** The control that fits the kind of fact. */
export function FactValueInput({
  form,
  text,
  onChange,
  error,
}: {
  form: FactForm;
  text: string;
  onChange: (text: string) => void;
  error: string | undefined;
}) {
  const { input } = form;
  if (input.kind === "enum" || input.kind === "boolean") {
    const options = input.kind === "enum" ? input.options : YES_NO;
    return (
      <div>
        <RadioGroup
          label={form.question}
          value={text === "" ? null : text}
          onChange={onChange}
          options={options}
          className="flex flex-wrap gap-x-4 gap-y-1"
        />
        {error && <p className="mt-1 text-sm font-medium text-danger-ink">{error}</p>}
      </div>
    );
  }
  return (
    <Field label={form.label} error={error}>
      {input.kind === "date" ? (
        <DateInput value={text} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <InputGroup after={input.unit} className="max-w-40">
          <Input
            inputMode="decimal"
            autoComplete="off"
            className="pr-20"
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
        </InputGroup>
      )}
    </Field>
  );
}
