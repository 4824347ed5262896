"use client";

import type { ComponentProps } from "react";
import { Input } from "@/components/ui/input";
import { cn } from "@/components/ui/cn";

/** One editable field of the claim: marked while it differs from the claim, and named wrong when it is. */
export function DraftInput({
  label,
  error,
  changed,
  align = "left",
  className,
  id,
  ...props
}: Omit<ComponentProps<typeof Input>, "aria-label" | "onChange" | "className"> & {
  label: string;
  error: string | undefined;
  changed: boolean;
  align?: "left" | "right";
  /** Width of the field. */
  className?: string;
  onChange: (text: string) => void;
}) {
  const { onChange, ...rest } = props;
  return (
    <span className={cn("block", className)}>
      <Input
        id={id}
        mono
        aria-label={changed ? `${label}, changed` : label}
        aria-invalid={error !== undefined || undefined}
        title={error}
        autoComplete="off"
        spellCheck={false}
        className={cn(
          "h-7 px-1.5 text-sm",
          // The picker of a date field is a narrow button, not a second field.
          "[&::-webkit-calendar-picker-indicator]:-ml-3 [&::-webkit-calendar-picker-indicator]:w-4",
          align === "right" && "text-right",
          changed && "border-accent bg-accent-soft font-medium text-accent-ink",
        )}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
      />
    </span>
  );
}
