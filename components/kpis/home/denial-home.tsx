import Link from "next/link";
import type { ReactNode } from "react";
import { DeadlineBadge } from "@/components/ui/deadline-badge";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import type { DenialHome, WorkOfMonth } from "@/lib/domain/kpis/home-screen";
import { countOf } from "@/lib/format/counts";
import { formatDate } from "@/lib/format/dates";
import { formatMonth } from "@/lib/format/figures";
import { formatCents } from "@/lib/format/money";
import { CountedLink } from "./counted-link";
import { RecoveryMatrix } from "./recovery-matrix";

/** The day of whoever works denials: what to work first, what is with payers, what was worked and what came back. */
export function DenialHomeView({ home, actions }: { home: DenialHome; actions?: ReactNode }) {
  const { toWork, waiting, worked, recovered, month, scope, today } = home;
  const whose = scope === "mine" ? "Your denials and those nobody has" : "Everybody's denials";
  return (
    <Page wide>
      <PageHeader title="Denial work" description={`${whose}, on ${formatDate(today)}.`} actions={actions} />
      <LinkTabs
        label="Whose denials"
        items={[
          { label: "Mine and nobody's", href: "/home/denials?scope=mine", active: scope === "mine" },
          { label: "Everybody's", href: "/home/denials?scope=anyone", active: scope === "anyone" },
        ]}
      />
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        <Tile label={toWork.name}>
          <CountedLink counted={toWork} of="denials" className={BIG} />
          <p className="text-sm text-muted">{formatCents(toWork.cents)} denied</p>
          {toWork.count > 0 && (
            <p className="mt-1">
              <DeadlineBadge {...toWork.deadline} />
            </p>
          )}
        </Tile>
        <Tile label={waiting.name}>
          <CountedLink counted={waiting} of="denials" className={BIG} />
          <p className="text-sm text-muted">{formatCents(waiting.cents)} denied</p>
        </Tile>
        <Tile label={`Worked in ${formatMonth(month)}`}>
          <Work work={worked} figure="my_worked" words={countOf(worked.lines, "line")} />
          <p className="text-sm text-muted">
            {formatCents(worked.cents)} denied · {countOf(worked.claims, "claim")}
          </p>
        </Tile>
        <Tile label={`Recovered in ${formatMonth(month)}`}>
          <Work work={recovered} figure="my_recovered" words={formatCents(recovered.cents)} />
          <p className="text-sm text-muted">
            {countOf(recovered.lines, "line")} · {countOf(recovered.claims, "claim")}
          </p>
        </Tile>
      </div>
      <RecoveryMatrix home={home} />
    </Page>
  );
}

const BIG = "text-2xl font-semibold tracking-tight no-underline hover:underline";

function Tile({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="rounded-lg border border-line bg-surface px-4 py-3 shadow-low">
      <h2 className="text-base font-medium text-muted">{label}</h2>
      <div className="mt-1">{children}</div>
    </section>
  );
}

function Work({ work, figure, words }: { work: WorkOfMonth; figure: string; words: string }) {
  return (
    <Link
      href={work.href}
      data-figure={figure}
      className={`inline-flex min-h-6 items-center text-link ${BIG}`}
    >
      {words}
      <span className="sr-only">: the claims behind it</span>
    </Link>
  );
}
