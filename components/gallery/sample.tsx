import type { ReactNode } from "react";

/** Samples of one kind side by side. */
export function Sample({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-2 border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0 sm:grid-cols-[9rem_1fr]">
      <h3 className="text-sm font-medium text-muted">{label}</h3>
      <div className="flex min-w-0 flex-wrap items-center gap-3">{children}</div>
    </div>
  );
}
