import type { ReactNode } from "react";
import { cn } from "./cn";

/** A key as it stands on a keyboard. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={cn(
        "inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line bg-sunken px-1 font-sans text-xs font-medium text-muted",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
