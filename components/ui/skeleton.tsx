import { cn } from "./cn";

/** The shape of what is coming; hidden from assistive technology, which hears "Loading" from its surrounding. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("block h-3.5 animate-pulse rounded-sm bg-line", className)} />;
}
