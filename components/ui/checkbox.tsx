"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

export interface CheckboxProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Some, not all, of what it stands for is chosen. */
  indeterminate?: boolean;
  disabled?: boolean;
  id?: string;
  name?: string;
  /** Accessible name where no visible text stands beside it (table rows). */
  label?: string;
  /** Visible text beside the box. */
  children?: ReactNode;
  className?: string;
}

/** A box to tick; the whole 24 px around it and the text beside it take the click. */
export function Checkbox({
  checked,
  onChange,
  indeterminate,
  disabled,
  id,
  name,
  label,
  children,
  className,
}: CheckboxProps) {
  const box = (
    <Base.Root
      id={id}
      name={name}
      checked={checked}
      indeterminate={indeterminate}
      disabled={disabled}
      aria-label={label}
      onCheckedChange={onChange}
      className={cn(
        "relative flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-surface",
        // The visible box is small, the target is not.
        "before:absolute before:-inset-1",
        "data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50 data-indeterminate:border-accent data-indeterminate:bg-accent",
        !children && className,
      )}
    >
      <Base.Indicator className="text-on-accent [&_svg]:size-3.5" keepMounted={false}>
        {indeterminate ? <Minus strokeWidth={3} aria-hidden /> : <Check strokeWidth={3} aria-hidden />}
      </Base.Indicator>
    </Base.Root>
  );
  if (!children) return box;
  return (
    <label
      className={cn("flex min-h-6 items-start gap-2 text-base text-ink [&>*:first-child]:mt-0.5", className)}
    >
      {box}
      <span className="min-w-0">{children}</span>
    </label>
  );
}
