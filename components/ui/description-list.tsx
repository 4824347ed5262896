import type { ReactNode } from "react";
import { cn } from "./cn";

export interface Description {
  label: ReactNode;
  value: ReactNode;
}

/** Facts of one thing, label over value. */
export function DescriptionList({
  items,
  columns = 2,
  className,
}: {
  items: Description[];
  columns?: 1 | 2 | 3 | 4;
  className?: string;
}) {
  const grid = {
    1: "grid-cols-1",
    2: "grid-cols-2",
    3: "grid-cols-2 md:grid-cols-3",
    4: "grid-cols-2 md:grid-cols-4",
  }[columns];
  return (
    <dl className={cn("grid gap-x-6 gap-y-3", grid, className)}>
      {items.map((item, index) => (
        <div key={index} className="min-w-0">
          <dt className="text-sm text-muted">{item.label}</dt>
          <dd className="mt-0.5 break-words text-ink">{item.value ?? "—"}</dd>
        </div>
      ))}
    </dl>
  );
}
