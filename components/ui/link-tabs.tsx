import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn";

/** Views of a page that have their own address: looks like tabs, works like links. */
export function LinkTabs({
  label,
  items,
}: {
  label: string;
  items: readonly { label: ReactNode; href: string; active: boolean; count?: string }[];
}) {
  return (
    <nav aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line">
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item.active ? "page" : undefined}
          className={cn(
            "flex h-9 items-center gap-1.5 border-b-2 border-transparent px-2.5 text-base font-medium whitespace-nowrap text-muted hover:text-ink focus-visible:-outline-offset-2",
            item.active && "border-accent text-ink",
          )}
        >
          {item.label}
          {item.count !== undefined && (
            <span className="rounded-sm bg-sunken px-1 text-sm text-muted">{item.count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
