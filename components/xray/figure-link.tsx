import Link from "next/link";
import { cn } from "@/components/ui/cn";
import type { Cents } from "@/lib/domain/shared/money";
import { xrayListHref, type XrayListAddress } from "@/lib/domain/xray/list-address";
import { formatCents } from "@/lib/format/money";

/** Money that opens the claims behind it; nothing to open where there is none. */
export function FigureLink({
  address,
  cents,
  of,
  className,
  children,
}: {
  address: XrayListAddress;
  cents: Cents;
  /** What the money is, for who hears the link alone: "denied by Aetna". */
  of: string;
  className?: string;
  /** Instead of the money. */
  children?: React.ReactNode;
}) {
  if (cents === 0 && children === undefined)
    return <span className={cn("text-faint", className)}>{formatCents(0)}</span>;
  return (
    <Link
      href={xrayListHref(address)}
      className={cn("inline-flex min-h-6 items-center text-link print:no-underline", className)}
    >
      {children ?? formatCents(cents)}
      <span className="sr-only">: {of}</span>
    </Link>
  );
}
