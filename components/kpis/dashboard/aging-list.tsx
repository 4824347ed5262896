import Link from "next/link";
import type { FigureView } from "@/lib/domain/kpis/dashboard-screen";
import { countOf } from "@/lib/format/counts";
import { formatFigure } from "@/lib/format/figures";
import { formatCents } from "@/lib/format/money";
import { TargetBadge } from "../target-badge";

interface AgeRow {
  id: string;
  name: string;
  cents: number;
  claimCount: number;
  href: string;
}

/** Each age with its money, which opens its claims; below, how much of it all is too old. */
export function AgingList({ rows, shares }: { rows: readonly AgeRow[]; shares: readonly FigureView[] }) {
  return (
    <div className="self-center">
      <ul aria-label="Ages">
        {rows.map(({ id, name, cents, claimCount, href }) => (
          <li
            key={id}
            className="grid grid-cols-[minmax(0,1fr)_7rem_5.5rem] items-center gap-2 border-b border-line py-0.5"
          >
            <span>{name}</span>
            <Link
              href={href}
              data-figure="receivables"
              className="inline-flex min-h-6 items-center justify-end text-link"
            >
              {formatCents(cents)}
              <span className="sr-only"> open, {name}</span>
            </Link>
            <span className="text-right text-sm text-muted">{countOf(claimCount, "claim")}</span>
          </li>
        ))}
      </ul>
      <dl className="mt-2 grid gap-1.5">
        {shares.map((share) => (
          <div key={share.figure} className="flex flex-wrap items-center justify-between gap-2">
            <dt className="text-muted">{share.name}</dt>
            <dd className="flex items-center gap-2">
              {share.state && <TargetBadge state={share.state} />}
              <span className="font-semibold text-ink">{formatFigure(share.value, share.unit)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
