"use client";

import { LoaderCircle } from "lucide-react";
import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export function RailSection({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label}>
      <h2 className="px-2 pb-1 label-caps">{label}</h2>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-px">{children}</ul>
    </section>
  );
}

export function RailLink({
  href,
  current,
  title,
  children,
}: {
  href: string;
  current?: boolean;
  title?: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const here = current ?? (path === href || path.startsWith(`${href}/`));
  return (
    <li>
      <Link
        href={href}
        title={title}
        aria-current={here ? "page" : undefined}
        className={cn(
          "group/link flex min-h-8 items-center gap-2 rounded-md px-2 py-1 text-base font-medium text-muted hover:bg-white/6 hover:text-ink",
          here &&
            "bg-white/10 text-white shadow-[inset_2px_0_0_var(--accent)] hover:bg-white/10 hover:text-white",
        )}
      >
        {children}
        <OnTheWay />
      </Link>
    </li>
  );
}

/** The page was asked for and is not there yet; shown only when it takes longer than a blink. */
function OnTheWay() {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  return (
    <LoaderCircle className="size-3.5 shrink-0 animate-spin text-faint" aria-label="Loading" role="img" />
  );
}
