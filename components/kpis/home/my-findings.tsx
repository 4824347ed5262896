import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { SeverityBadge, type SeverityWord } from "@/components/ui/severity-badge";
import type { CoderHome } from "@/lib/domain/kpis/home-screen";
import { WORK_QUEUES, type WorkQueue } from "@/lib/domain/claims/work-queues";
import { CountedLink } from "./counted-link";

const HEAD = "px-4 py-2 text-left label-caps";
const CELL = "border-t border-line px-4 py-1.5";

/** What the edits found on the claims that are mine, an edit a row; the number opens these claims. */
export function MyFindings({ findings }: { findings: CoderHome["findings"] }) {
  return (
    <Panel flush headingLevel="h3" title="Findings on my claims" description="Open ones, most claims first.">
      {findings.length === 0 ? (
        <EmptyState kind="done" title="No open finding on your claims" className="py-8" />
      ) : (
        <div role="region" aria-label="Findings on my claims" tabIndex={0} className="overflow-x-auto">
          <table className="w-full border-separate border-spacing-0">
            <caption className="sr-only">Findings on my claims</caption>
            <thead>
              <tr>
                <th scope="col" className={HEAD}>
                  Finding
                </th>
                <th scope="col" className={HEAD}>
                  Weight
                </th>
                <th scope="col" className={HEAD}>
                  Queue
                </th>
                <th scope="col" className={`${HEAD} text-right`}>
                  Claims
                </th>
              </tr>
            </thead>
            <tbody>
              {findings.map((finding) => (
                <tr key={finding.id} className="hover:bg-hover">
                  <th scope="row" className={`${CELL} text-left font-medium`}>
                    {finding.name} <span className="ml-1 font-mono text-sm text-muted">{finding.rule}</span>
                  </th>
                  <td className={CELL}>
                    <SeverityBadge plain severity={finding.severity as SeverityWord} />
                  </td>
                  <td className={`${CELL} text-muted`}>
                    {WORK_QUEUES[finding.queue as WorkQueue]?.label ?? finding.queue}
                  </td>
                  <td className={`${CELL} text-right`}>
                    <CountedLink counted={finding} of="claims" />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
