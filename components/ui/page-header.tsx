import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

/** The top of a page: where we are, what it is called, what can be done here. */
export function PageHeader({
  title,
  trail = [],
  badge,
  description,
  actions,
}: {
  title: ReactNode;
  /** The pages above this one. */
  trail?: { label: string; href: string }[];
  badge?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {trail.length > 0 && (
          <nav aria-label="Breadcrumb" className="mb-0.5">
            <ol className="flex flex-wrap items-center gap-1 text-sm text-muted">
              {trail.map((step, index) => (
                <li key={step.href} className="flex items-center gap-1">
                  <Link
                    href={step.href}
                    className="inline-flex min-h-6 items-center hover:text-ink hover:underline"
                  >
                    {step.label}
                  </Link>
                  {index < trail.length - 1 && <ChevronRight className="size-3.5 text-faint" aria-hidden />}
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-2xl font-semibold tracking-tight break-words text-ink">{title}</h1>
          {badge}
        </div>
        {description && <p className="mt-1 max-w-3xl text-base text-muted">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
