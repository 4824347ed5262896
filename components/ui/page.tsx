import type { ComponentProps } from "react";
import { cn } from "./cn";

/**
 * The working area of a screen: one column with even gaps. `wide` uses the whole width (lists). Every screen begins at the
 * same left edge, so that nothing jumps between a list and its records.
 */
export function Page({ wide = false, className, ...props }: ComponentProps<"div"> & { wide?: boolean }) {
  return (
    <div
      className={cn(
        "flex w-full flex-col gap-4 px-4 py-5 sm:px-6",
        wide ? "max-w-none" : "max-w-6xl",
        className,
      )}
      {...props}
    />
  );
}
