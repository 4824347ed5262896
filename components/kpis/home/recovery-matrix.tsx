import { DeadlineBadge } from "@/components/ui/deadline-badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { DenialHome } from "@/lib/domain/kpis/home-screen";
import { formatCentsShort } from "@/lib/format/money";
import { CountedLink } from "./counted-link";

const HEAD = "px-3 py-2 text-right align-bottom";
const CELL = "border-t border-line px-3 py-1.5 text-right whitespace-nowrap";

/** The queue at a glance: how likely the money comes back, by how near its deadline is. Each number opens its denials. */
export function RecoveryMatrix({ home }: { home: DenialHome }) {
  const { deadlines, toWork } = home;
  // Most denials are rated: the row of those that are not stands there only when it has any.
  const tiers = home.tiers.filter(({ id, count }) => id !== "unrated" || count > 0);
  const most = Math.max(1, ...tiers.flatMap(({ cells }) => cells.map(({ cents }) => cents)));
  return (
    <Panel
      flush
      title="What to work first"
      description="Denials to work by chance of recovery and deadline, with the denied money in them."
    >
      {toWork.count === 0 ? (
        <EmptyState kind="done" title="Nothing left to work" className="py-8">
          New denials arrive with the next remittance.
        </EmptyState>
      ) : (
        <div
          role="region"
          aria-label="Denials by chance and deadline"
          tabIndex={0}
          className="overflow-x-auto"
        >
          <table className="w-full border-separate border-spacing-0">
            <caption className="sr-only">Denials by chance of recovery and deadline</caption>
            <thead>
              <tr>
                <th scope="col" className="px-4 py-2 text-left align-bottom label-caps">
                  Recovery
                </th>
                {deadlines.map(({ id, name, tone }) => (
                  <th key={id} scope="col" className={HEAD}>
                    <DeadlineBadge tone={tone} words={name} plain />
                  </th>
                ))}
                <th scope="col" className={`${HEAD} px-4 label-caps`}>
                  All
                </th>
              </tr>
            </thead>
            <tbody>
              {tiers.map((tier) => (
                <tr key={tier.id}>
                  <th
                    scope="row"
                    className="border-t border-line px-4 text-left font-medium whitespace-nowrap"
                  >
                    {tier.name}
                  </th>
                  {tier.cells.map((cell) => (
                    <td key={cell.id} className={CELL} style={shade(cell.cents, most)}>
                      <Cell cell={cell} of={`${tier.name}: `} />
                    </td>
                  ))}
                  <td className={`${CELL} px-4 font-semibold`}>
                    <Cell cell={tier} of="" />
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

function Cell({ cell, of }: { cell: DenialHome["tiers"][number]["cells"][number]; of: string }) {
  if (cell.count === 0)
    return (
      <span className="text-faint">
        <span aria-hidden>–</span>
        <span className="sr-only">none</span>
      </span>
    );
  return (
    <>
      <CountedLink
        counted={{ ...cell, name: of + cell.name }}
        of="denials"
        className="text-lg font-semibold"
      />
      <span className="block text-sm font-normal text-muted">{formatCentsShort(cell.cents)}</span>
    </>
  );
}

function shade(cents: number, most: number): { backgroundColor: string } | undefined {
  if (cents <= 0) return undefined;
  const share = Math.round(20 + (80 * cents) / most);
  return { backgroundColor: `color-mix(in srgb, var(--accent-soft) ${share}%, transparent)` };
}
