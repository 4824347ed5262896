import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** A sheet of the page with an optional heading row. `flush` lets a table reach its edges. */
export function Panel({
  title,
  description,
  actions,
  flush = false,
  headingLevel: Heading = "h2",
  className,
  children,
  ...props
}: Omit<ComponentProps<"section">, "title"> & {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  flush?: boolean;
  headingLevel?: "h2" | "h3";
}) {
  return (
    <section className={cn("rounded-lg border border-line bg-surface shadow-low", className)} {...props}>
      {(title || actions) && (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b border-line px-4 py-2.5">
          <div className="min-w-0 flex-1 basis-48">
            {title && <Heading className="text-lg font-semibold text-ink">{title}</Heading>}
            {description && <p className="mt-0.5 max-w-3xl text-base text-muted">{description}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={cn(!flush && "p-4")}>{children}</div>
    </section>
  );
}
