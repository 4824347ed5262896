import type { ReactNode } from "react";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import type { CoderHome } from "@/lib/domain/kpis/home-screen";
import { formatDate } from "@/lib/format/dates";
import { CodeQueues } from "./code-queues";
import { CountedLink } from "./counted-link";
import { DeniedOfMinePanel } from "./denied-of-mine";
import { MyFindings } from "./my-findings";

/** A coder's day: what to code, what the edits found on it, where it went, and what payers denied of it. */
export function CoderHomeView({ home, actions }: { home: CoderHome; actions?: ReactNode }) {
  return (
    <Page wide>
      <PageHeader
        title="My coding"
        description={`Where your work stands on ${formatDate(home.today)}.`}
        actions={actions}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <section aria-label="To code">
            <h2 className="mb-2 text-lg font-semibold text-ink">To code</h2>
            <CodeQueues queues={home.queues} />
          </section>
          <MyFindings findings={home.findings} />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <Panel flush title="After coding">
            <ul>
              {home.after.map((counted) => (
                <li
                  key={counted.id}
                  className="flex min-h-10 items-center justify-between gap-3 border-b border-line px-4 py-1.5 last:border-b-0"
                >
                  <span>{counted.name}</span>
                  <CountedLink counted={counted} of="claims" className="font-semibold" />
                </li>
              ))}
            </ul>
          </Panel>
          <DeniedOfMinePanel home={home} />
        </div>
      </div>
    </Page>
  );
}
