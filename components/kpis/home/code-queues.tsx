import { DeadlineBadge } from "@/components/ui/deadline-badge";
import { Panel } from "@/components/ui/panel";
import type { CoderHome } from "@/lib/domain/kpis/home-screen";
import { CountedLink } from "./counted-link";

/** The queues to code: mine, with the nearest filing deadline, and what nobody has. */
export function CodeQueues({ queues }: { queues: CoderHome["queues"] }) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {queues.map(({ id, name, why, mine, unassigned, deadline }) => (
        <Panel key={id} headingLevel="h3" title={name} description={why} className="flex flex-col">
          <dl className="grid grid-cols-2 gap-4">
            <div>
              <dt className="text-sm text-muted">Mine</dt>
              <dd className="mt-0.5">
                <CountedLink
                  counted={mine}
                  of="claims"
                  className="text-3xl font-semibold tracking-tight no-underline hover:underline"
                />
                {mine.count > 0 && (
                  <p className="mt-1">
                    <DeadlineBadge {...deadline} />
                  </p>
                )}
              </dd>
            </div>
            <div>
              <dt className="text-sm text-muted">Nobody has them</dt>
              <dd className="mt-0.5">
                <CountedLink
                  counted={unassigned}
                  of="claims"
                  className="text-3xl font-semibold tracking-tight no-underline hover:underline"
                />
              </dd>
            </div>
          </dl>
        </Panel>
      ))}
    </div>
  );
}
