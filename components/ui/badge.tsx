import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { softTone, type Tone } from "./tone";

export interface BadgeProps extends ComponentProps<"span"> {
  tone?: Tone;
  icon?: LucideIcon;
  /** Without the frame: for rows where many badges stand side by side. */
  plain?: boolean;
}

/** A state in words, with a tone and mostly an icon, so that colour is never the only sign. */
export function Badge({
  tone = "neutral",
  icon: Icon,
  plain = false,
  className,
  children,
  ...props
}: BadgeProps) {
  return (
    <span
      className={cn(
        "inline-flex h-5 max-w-full shrink-0 items-center gap-1 rounded-sm border px-1.5 align-middle text-sm font-medium whitespace-nowrap",
        softTone({ tone }),
        plain && "border-transparent bg-transparent px-0",
        className,
      )}
      {...props}
    >
      {Icon && <Icon className="size-3.5 shrink-0" aria-hidden />}
      <span className="truncate">{children}</span>
    </span>
  );
}
