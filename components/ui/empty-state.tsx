import { CircleCheckBig, Inbox, SearchX, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

export type EmptyKind = "nothing" | "no-match" | "done";

const ICONS: Record<EmptyKind, LucideIcon> = { nothing: Inbox, "no-match": SearchX, done: CircleCheckBig };

/** Three kinds of nothing: nothing yet (one way to begin), no match (clear the filters), all done (where to go next). */
export function EmptyState({
  kind,
  title,
  children,
  action,
  className,
}: {
  kind: EmptyKind;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  const Icon = ICONS[kind];
  return (
    <div className={cn("flex flex-col items-center px-6 py-12 text-center", className)}>
      <span
        className={cn(
          "mb-3 flex size-11 items-center justify-center rounded-full border",
          kind === "done"
            ? "border-success-line bg-success-soft text-success-ink"
            : "border-line bg-sunken text-muted",
        )}
      >
        <Icon className="size-5" aria-hidden />
      </span>
      <p className="text-lg font-semibold text-ink">{title}</p>
      {children && <div className="mt-1 max-w-md text-muted">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap items-center justify-center gap-2">{action}</div>}
    </div>
  );
}
