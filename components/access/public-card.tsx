import type { ReactNode } from "react";
import { Mark } from "@/components/ui/mark";

/** The sheet that every page before the work stands on. */
export function PublicCard({
  title,
  description,
  children,
  footer,
}: {
  title: string;
  description?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <main className="grid min-h-dvh place-items-center p-4 sm:p-6">
      <div className="w-full max-w-md">
        <div className="rounded-xl border border-line bg-surface p-6 shadow-low sm:p-8">
          <p className="flex items-center gap-2.5 text-lg font-semibold tracking-tight">
            <Mark className="size-8" />
            Dorsal
          </p>
          <h1 className="mt-6 text-2xl font-semibold tracking-tight">{title}</h1>
          {description && <div className="mt-1 text-base text-muted">{description}</div>}
          <div className="mt-5">{children}</div>
        </div>
        {footer && <div className="mt-4 text-center text-sm text-muted">{footer}</div>}
      </div>
    </main>
  );
}
