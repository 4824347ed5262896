"use client";

import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { FieldFlag } from "./field-flag";
import { useField } from "./use-field";

/** One box of the claim form: its number and name small on top, its content below, lit by the findings that name it. */
export function FormBox({
  label,
  box,
  field,
  wide = false,
  className,
  children,
}: {
  label: string;
  /** Number of the box on the paper form. */
  box?: string;
  /** Field of the claim shown here, by the name that findings use. */
  field: string;
  wide?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const light = useField({ line: null, field });
  return (
    <div
      className={cn(
        "relative min-w-0 bg-surface px-2.5 pt-1 pb-1.5",
        wide && "col-span-full",
        light.className,
        className,
      )}
    >
      <dt className="flex min-h-5 items-center gap-1.5 text-xs text-muted">
        {box && (
          <span className="font-mono font-semibold text-faint" title={`Box ${box} of the paper form`}>
            {box}
          </span>
        )}
        <span className="truncate">{label}</span>
        <span className="absolute top-0.5 right-1">
          <FieldFlag reference={{ line: null, field }} findings={light.findings} />
        </span>
      </dt>
      <dd className="min-h-5 break-words text-ink">{children ?? <Nothing />}</dd>
    </div>
  );
}

/** An empty field of a form, said aloud. */
export function Nothing({ words = "none" }: { words?: string }) {
  return <span className="text-faint">{words}</span>;
}
