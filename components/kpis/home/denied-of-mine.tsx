import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { CoderHome, DeniedOfMine } from "@/lib/domain/kpis/home-screen";
import { countOf, formatCount } from "@/lib/format/counts";
import { formatMonth, formatShare } from "@/lib/format/figures";
import { formatCents } from "@/lib/format/money";

/** What payers denied of the claims that I signed: this month, twelve months, and why. */
export function DeniedOfMinePanel({ home }: { home: CoderHome }) {
  const { deniedThisMonth, deniedTwelveMonths, decidedTwelveMonths, month } = home;
  return (
    <Panel
      headingLevel="h3"
      title="Denied of mine"
      description="First decisions on claims that you signed as their coder."
    >
      {decidedTwelveMonths === 0 ? (
        <EmptyState kind="nothing" title="Nothing decided yet" className="py-6">
          It fills with the first remittance that answers a claim you signed.
        </EmptyState>
      ) : (
        <>
          <dl className="grid grid-cols-2 gap-4">
            <Sum label={formatMonth(month)} denied={deniedThisMonth} />
            <Sum label="Twelve months" denied={deniedTwelveMonths} />
          </dl>
          <p className="mt-2 text-sm text-muted">
            {formatCount(deniedTwelveMonths.claims)} of {countOf(decidedTwelveMonths, "claim")} decided in
            twelve months: {formatShare(deniedTwelveMonths.claims / decidedTwelveMonths)}
          </p>
          {deniedTwelveMonths.categories.length > 0 && <Reasons denied={deniedTwelveMonths} />}
        </>
      )}
    </Panel>
  );
}

function Sum({ label, denied }: { label: string; denied: DeniedOfMine }) {
  return (
    <div>
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="mt-0.5">
        <Link
          href={denied.href}
          data-figure="my_denied"
          className="inline-flex min-h-6 items-center text-xl font-semibold tracking-tight text-link no-underline hover:underline"
        >
          {formatCents(denied.cents)}
          <span className="sr-only"> denied, {label}</span>
        </Link>
        <p className="text-sm text-muted">{countOf(denied.claims, "claim")}</p>
      </dd>
    </div>
  );
}

function Reasons({ denied }: { denied: DeniedOfMine }) {
  const most = Math.max(...denied.categories.map(({ cents }) => cents), 1);
  return (
    <ul aria-label="Reasons in twelve months" className="mt-3 grid gap-2 border-t border-line pt-3">
      {denied.categories.map(({ id, name, claims, cents, href }) => (
        <li key={id}>
          <div className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span className="text-ink">{name}</span>
            <span className="text-sm text-muted">
              {countOf(claims, "claim")} ·{" "}
              <Link
                href={href}
                data-figure="my_denied"
                className="inline-flex min-h-6 items-center text-base text-link"
              >
                {formatCents(cents)}
                <span className="sr-only"> denied: {name}</span>
              </Link>
            </span>
          </div>
          <div aria-hidden className="h-1.5 rounded-sm bg-sunken">
            <div className="h-full rounded-sm bg-danger/70" style={{ width: `${(100 * cents) / most}%` }} />
          </div>
        </li>
      ))}
    </ul>
  );
}
