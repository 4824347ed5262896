"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { NumberInput } from "@/components/ui/number-input";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import type { ParameterInput } from "@/lib/domain/payers/parameters";
import { SeverityList } from "./severity-list";

/** The control that fits a parameter; it hands on a value in the shape that the parameter wants. */
export function ParameterControl({
  input,
  label,
  value,
  onChange,
}: {
  input: ParameterInput;
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  switch (input.kind) {
    case "enum":
      return (
        <Select
          label={label}
          value={(value as string | null) ?? null}
          onChange={onChange}
          options={input.options}
        />
      );
    case "boolean":
      return (
        <RadioGroup
          label={label}
          className="grid-flow-col justify-start gap-5"
          value={value === true ? "yes" : "no"}
          onChange={(word) => onChange(word === "yes")}
          options={[
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
          ]}
        />
      );
    case "number":
      return (
        <NumberInput
          value={value as number | null}
          onChange={onChange}
          min={input.min}
          max={input.max}
          label={label}
        />
      );
    case "codes":
      return (
        <Input
          mono
          aria-label={label}
          defaultValue={(value as string[]).join(", ")}
          placeholder="63650, 63685"
          onChange={(event) => onChange(codesIn(event.target.value))}
        />
      );
    case "choices":
      return (
        <div role="group" aria-label={label} className="grid gap-1">
          {input.options.map((option) => {
            const chosen = value as (string | number)[];
            return (
              <Checkbox
                key={option.value}
                checked={chosen.includes(option.value)}
                onChange={(on) =>
                  onChange(
                    input.options
                      .map((other) => other.value)
                      .filter((other) => (other === option.value ? on : chosen.includes(other))),
                  )
                }
              >
                {option.label}
              </Checkbox>
            );
          })}
        </div>
      );
    case "severities":
      return <SeverityList label={label} value={value as Record<string, string>} onChange={onChange} />;
  }
}

/** "63650, 63685" -> ["63650", "63685"]; the server says which of them is no code. */
function codesIn(text: string): string[] {
  return [
    ...new Set(
      text
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter((code) => code !== ""),
    ),
  ];
}
