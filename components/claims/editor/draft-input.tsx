"use client";

import type { ComponentProps } from "react";
import { Input } from "@/components/ui/input";
import { cn } from "@/components/ui/cn";

/** One editable field of the claim: marked while it differs from the claim, and named wrong when it is. */
export function DraftInput({
  label,
  error,
  changed,
  className,
  id,
  ...props
}: Omit<ComponentProps<typeof Input>, "aria-label" | "onChange"> & {
  label: string;
  error: string | undefined;
  changed: boolean;
  onChange: (text: string) => void;
}) {
  const { onChange, ...rest } = props;
  return (
    <span className="block min-w-0">
      <Input
        id={id}
        mono
        aria-label={changed ? `${label}, changed` : label}
        aria-invalid={error !== undefined || undefined}
        title={error}
        autoComplete="off"
        spellCheck={false}
        className={cn(
          "h-7 px-1.5",
          changed && "border-accent bg-accent-soft font-medium text-accent-ink",
          className,
        )}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
      />
    </span>
  );
}
