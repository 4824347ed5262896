"use client";

import { Field as Base } from "@base-ui/react/field";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

export interface FieldProps {
  label: ReactNode;
  /** Hides the label from the eye, not from a screen reader. */
  hideLabel?: boolean;
  description?: ReactNode;
  /** Says what is wrong; its presence marks the field invalid and ties the words to it. */
  error?: string | undefined;
  /** Marks the field as one that may stay empty; all others are required. */
  optional?: boolean;
  disabled?: boolean;
  className?: string;
  children: ReactNode;
}

/** Label, control, help and error, tied together for assistive technology. Holds one of our controls. */
export function Field({
  label,
  hideLabel = false,
  description,
  error,
  optional = false,
  disabled,
  className,
  children,
}: FieldProps) {
  return (
    <Base.Root invalid={error !== undefined} disabled={disabled} className={cn("grid gap-1", className)}>
      <Base.Label className={cn("text-base font-medium text-ink", hideLabel && "sr-only")}>
        {label}
        {optional && <span className="ml-1 font-normal text-faint">optional</span>}
      </Base.Label>
      {children}
      {description && <Base.Description className="text-sm text-muted">{description}</Base.Description>}
      {error !== undefined && (
        <Base.Error match className="flex items-start gap-1 text-sm font-medium text-danger-ink">
          <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          {error}
        </Base.Error>
      )}
    </Base.Root>
  );
}
