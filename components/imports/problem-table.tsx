import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import type { ProblemView } from "@/lib/domain/imports/import-screen";
import { formatCount } from "@/lib/format/counts";
import { withDatesFormatted } from "@/lib/format/dates";

/** What was wrong with the file as a whole, each with its place. */
export function ProblemPanel({ problems }: { problems: ProblemView[] }) {
  if (problems.length === 0) return null;
  return (
    <Panel title="Problems of the file" flush>
      <ProblemTable problems={problems} caption="Problems of the file" />
    </Panel>
  );
}

/** Problems with their place in the file: segment, loop, element. */
export function ProblemTable({ problems, caption }: { problems: ProblemView[]; caption: string }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="bg-sunken text-left text-sm text-muted">
            <th scope="col" className="px-4 py-1.5 font-semibold">
              Segment
            </th>
            <th scope="col" className="px-2 py-1.5 font-semibold">
              Loop
            </th>
            <th scope="col" className="px-2 py-1.5 font-semibold">
              Element
            </th>
            <th scope="col" className="w-full px-4 py-1.5 font-semibold">
              What is wrong
            </th>
          </tr>
        </thead>
        <tbody>
          {heaviestFirst(problems).map((problem, index) => (
            <tr key={index} className="border-t border-line align-top">
              <td className="px-4 py-1.5 font-mono text-sm">
                {problem.segment === null ? "—" : formatCount(problem.segment)}
              </td>
              <td className="px-2 py-1.5 font-mono text-sm">{problem.loop ?? "—"}</td>
              <td className="px-2 py-1.5 font-mono text-sm">{problem.element ?? "—"}</td>
              <td className="px-4 py-1.5">
                {problem.grade === "warning" && <Badge className="mr-1.5">Note</Badge>}
                {problem.grade === "refuse" && (
                  <Badge tone="danger" className="mr-1.5">
                    Refuses the file
                  </Badge>
                )}
                {withDatesFormatted(problem.message)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const WEIGHT: Record<string, number> = { refuse: 0, quarantine: 1, warning: 2 };

/** What decided comes before what was only noted; inside that, file order. */
function heaviestFirst(problems: readonly ProblemView[]): ProblemView[] {
  return [...problems].sort((a, b) => (WEIGHT[a.grade] ?? 1) - (WEIGHT[b.grade] ?? 1));
}
