"use client";

import { NumberField } from "@base-ui/react/number-field";
import { Minus, Plus } from "lucide-react";
import { useState } from "react";
import { formatCentsPlain } from "@/lib/format/money";
import { parseCents } from "@/lib/domain/shared/money";
import { cn } from "./cn";
import { controlFrame } from "./control-styles";
import { Input, InputGroup } from "./input";

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

/**
 * An amount typed in dollars and held in integer cents; null while empty, `undefined` while what was typed is not an
 * amount (more than two decimals, letters), so a form can refuse it instead of rounding.
 */
export function MoneyInput({
  value,
  onChange,
  disabled,
  id,
  name,
  className,
}: {
  value: number | null;
  onChange: (cents: number | null | undefined) => void;
  disabled?: boolean;
  id?: string;
  name?: string;
  className?: string;
}) {
  const [text, setText] = useState(value === null ? "" : formatCentsPlain(value));
  const [shown, setShown] = useState(value);
  // The value was changed from outside (a reset, an undo): show that, not what was typed before.
  if (value !== shown && value !== readAmount(text)) {
    setShown(value);
    setText(value === null ? "" : formatCentsPlain(value));
  }
  return (
    <InputGroup before="$" className={cn("max-w-40", className)}>
      <Input
        id={id}
        name={name}
        inputMode="decimal"
        autoComplete="off"
        className="pl-6 text-right"
        value={text}
        disabled={disabled}
        onChange={(event) => {
          setText(event.target.value);
          onChange(readAmount(event.target.value));
        }}
        onBlur={() => {
          const cents = readAmount(text);
          if (typeof cents === "number") setText(formatCentsPlain(cents));
        }}
      />
    </InputGroup>
  );
}

function readAmount(text: string): number | null | undefined {
  const bare = text.replaceAll(/[$,\s]/g, "");
  if (bare === "") return null;
  return parseCents(bare) ?? undefined;
}
