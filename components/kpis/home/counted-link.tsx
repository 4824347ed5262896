import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { CountLink } from "@/lib/domain/kpis/home-screen";
import { cappedCount } from "@/lib/format/counts";

/** A number that opens the list of what it counts; plain where nothing is in it. */
export function CountedLink({
  counted,
  of,
  className,
  children,
}: {
  counted: Pick<CountLink, "name" | "count" | "capped" | "href">;
  /** What is counted, for screen readers: "claims". */
  of: string;
  className?: string;
  /** Stands after the number, inside the link. */
  children?: ReactNode;
}) {
  const { name, count, capped, href } = counted;
  const words = (
    <>
      {cappedCount(count, capped)}
      {children}
      <span className="sr-only">
        {" "}
        {of}, {name}
      </span>
    </>
  );
  if (count === 0) return <span className={cn("text-muted", className)}>{words}</span>;
  return (
    <Link
      href={href}
      data-counted={count}
      className={cn("inline-flex min-h-6 items-center text-link", className)}
    >
      {words}
    </Link>
  );
}
