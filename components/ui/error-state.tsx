import { OctagonX } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

/** Something failed: what, what to do next, and a way to try again. */
export function ErrorState({
  title,
  next,
  action,
  className,
}: {
  title: string;
  next?: string;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div role="alert" className={cn("flex flex-col items-center px-6 py-12 text-center", className)}>
      <span className="mb-3 flex size-11 items-center justify-center rounded-full border border-danger-line bg-danger-soft text-danger-ink">
        <OctagonX className="size-5" aria-hidden />
      </span>
      <p className="text-lg font-semibold text-ink">{title}</p>
      {next && <p className="mt-1 max-w-md text-muted">{next}</p>}
      {action && <div className="mt-4 flex flex-wrap items-center justify-center gap-2">{action}</div>}
    </div>
  );
}
