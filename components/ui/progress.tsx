"use client";

import { Progress as BaseProgress } from "@base-ui/react/progress";
import { cn } from "./cn";

/** How far a job is. `value` 0 to 100, or null while the end is unknown. */
export function Progress({
  label,
  value,
  detail,
  className,
}: {
  label: string;
  value: number | null;
  /** "1,204 of 3,000 claims". */
  detail?: string;
  className?: string;
}) {
  return (
    <BaseProgress.Root value={value} className={cn("grid gap-1", className)}>
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <BaseProgress.Label className="font-medium text-ink">{label}</BaseProgress.Label>
        <span className="text-muted">{detail ?? (value === null ? "" : `${Math.floor(value)}%`)}</span>
      </div>
      <BaseProgress.Track className="h-1.5 overflow-hidden rounded-full bg-line">
        <BaseProgress.Indicator className="h-full rounded-full bg-accent transition-[width] duration-300 data-indeterminate:w-1/3 data-indeterminate:animate-pulse" />
      </BaseProgress.Track>
    </BaseProgress.Root>
  );
}
