"use client";

import { NumberField } from "@base-ui/react/number-field";
import { Minus, Plus } from "lucide-react";
import { cn } from "./cn";
import { controlFrame } from "./control-styles";

/** A number with steps; null while empty. */
export function NumberInput({
  value,
  onChange,
  min,
  max,
  step,
  disabled,
  id,
  name,
  label,
  className,
}: {
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  disabled?: boolean;
  id?: string;
  name?: string;
  /** Accessible name where no Field stands around it. */
  label?: string;
  className?: string;
}) {
  const stepper =
    "flex size-7 shrink-0 items-center justify-center rounded-sm text-muted hover:bg-hover hover:text-ink disabled:opacity-50 [&_svg]:size-3.5";
  return (
    <NumberField.Root
      value={value}
      onValueChange={onChange}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      id={id}
      name={name}
      className={cn("max-w-40", className)}
    >
      <NumberField.Group className="relative flex items-center">
        <NumberField.Input aria-label={label} className={controlFrame("pr-16 text-right")} />
        <span className="absolute right-0.5 flex">
          <NumberField.Decrement aria-label="One less" className={stepper}>
            <Minus aria-hidden />
          </NumberField.Decrement>
          <NumberField.Increment aria-label="One more" className={stepper}>
            <Plus aria-hidden />
          </NumberField.Increment>
        </span>
      </NumberField.Group>
    </NumberField.Root>
  );
}
