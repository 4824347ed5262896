"use client";

import { Switch as Base } from "@base-ui/react/switch";
import type { ReactNode } from "react";
import { cn } from "./cn";

/** On or off, at once. In a form that is saved later, use Checkbox. */
export function Switch({
  checked,
  onChange,
  disabled,
  label,
  id,
  children,
  className,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  label?: string;
  id?: string;
  children?: ReactNode;
  className?: string;
}) {
  const control = (
    <Base.Root
      id={id}
      checked={checked}
      disabled={disabled}
      aria-label={label}
      onCheckedChange={onChange}
      className="relative flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-sunken p-px transition-colors before:absolute before:-inset-0.5 data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
    >
      <Base.Thumb className="size-4 rounded-full bg-line-strong transition-transform data-checked:translate-x-4 data-checked:bg-on-accent" />
    </Base.Root>
  );
  if (!children) return control;
  return (
    <label className={cn("flex min-h-6 items-center gap-2.5 text-base", className)}>
      {control}
      <span className="min-w-0">{children}</span>
    </label>
  );
}
