"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup as Base } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";
import { cn } from "./cn";

/** One of a few, all visible. */
export function RadioGroup<Value extends string>({
  value,
  onChange,
  options,
  label,
  disabled,
  name,
  className,
}: {
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode; description?: ReactNode; disabled?: boolean }[];
  label?: string;
  disabled?: boolean;
  name?: string;
  className?: string;
}) {
  return (
    <Base
      value={value}
      onValueChange={(next) => onChange(next as Value)}
      disabled={disabled}
      name={name}
      aria-label={label}
      className={cn("grid gap-2", className)}
    >
      {options.map((option) => (
        <label key={option.value} className="flex min-h-6 items-start gap-2 text-base">
          <Radio.Root
            value={option.value}
            disabled={option.disabled}
            className="relative mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface before:absolute before:-inset-1 data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
          >
            <Radio.Indicator className="size-1.5 rounded-full bg-on-accent" />
          </Radio.Root>
          <span className="min-w-0">
            <span className="block text-ink">{option.label}</span>
            {option.description && <span className="block text-sm text-muted">{option.description}</span>}
          </span>
        </label>
      ))}
    </Base>
  );
}
