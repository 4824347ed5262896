import type { ReactNode } from "react";
import { Mark } from "@/components/ui/mark";

/** A page outside the shell with one thing to say: not found, no access, broken. */
export function FullPage({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="w-full max-w-md rounded-xl border border-line bg-surface p-8 shadow-low">
        <Mark className="size-10" />
        <h1 className="mt-5 text-2xl font-semibold tracking-tight">{title}</h1>
        <div className="mt-2 text-lg text-muted">{children}</div>
        {actions && <div className="mt-6 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </main>
  );
}
