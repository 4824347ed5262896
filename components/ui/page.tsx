import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The working area of a screen: one column with even gaps. `wide` uses the whole width (lists). */
export function Page({ wide = false, className, ...props }: ComponentProps<"div"> & { wide?: boolean }) {
  return (
    <div
      className={cn(
        "mx-auto flex w-full flex-col gap-4 px-4 py-5 sm:px-6",
        wide ? "max-w-none" : "max-w-6xl",
        className,
      )}
      {...props}
    />
  );
}
