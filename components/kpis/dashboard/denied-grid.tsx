import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { DeniedGridView } from "@/lib/domain/kpis/dashboard-screen";
import type { Month } from "@/lib/domain/kpis/months";
import { formatMonth } from "@/lib/format/figures";
import { formatCents } from "@/lib/format/money";

const CELL = "border-t border-line px-(--cell-x) text-right whitespace-nowrap";
const LINK =
  "inline-flex min-h-6 items-center text-accent-ink decoration-accent-line underline-offset-2 hover:underline focus-visible:underline";

/** Denied dollars, payer by category: the darker a cell, the more of the month's denied money is in it. */
export function DeniedGrid({ denied, month }: { denied: DeniedGridView; month: Month }) {
  const { categories, payers, totalCents } = denied;
  const most = Math.max(0, ...payers.flatMap(({ cells }) => cells.map((cell) => cell?.cents ?? 0)));
  return (
    <Panel
      flush
      headingLevel="h3"
      title={deniedTitle(denied)}
      description={`Charges first denied in ${formatMonth(month)}, by payer and reason. Each amount opens its claims.`}
    >
      {payers.length === 0 ? (
        <EmptyState kind="done" title={`Nothing was denied in ${formatMonth(month)}`} className="py-6" />
      ) : (
        <div
          role="region"
          aria-label="Denied dollars by payer and reason"
          tabIndex={0}
          className="overflow-x-auto"
        >
          <table className="w-full border-separate border-spacing-0">
            <caption className="sr-only">Denied dollars by payer and reason</caption>
            <thead>
              <tr>
                <th
                  scope="col"
                  className="sticky left-0 bg-surface px-4 py-2 text-left align-bottom label-caps"
                >
                  Payer
                </th>
                {categories.map(({ id, name }) => (
                  <th
                    key={id}
                    scope="col"
                    className="min-w-24 px-(--cell-x) py-2 text-right align-bottom label-caps"
                  >
                    {name}
                  </th>
                ))}
                <th scope="col" className="px-4 py-2 text-right align-bottom label-caps">
                  All
                </th>
              </tr>
            </thead>
            <tbody>
              {payers.map((payer) => (
                <tr key={payer.payerId} className="h-(--row)">
                  <th
                    scope="row"
                    className="sticky left-0 max-w-56 truncate border-t border-line bg-surface px-4 text-left font-medium"
                  >
                    {payer.name}
                  </th>
                  {payer.cells.map((cell, index) => (
                    <td key={categories[index]!.id} className={CELL} style={shade(cell?.cents ?? 0, most)}>
                      {cell ? (
                        <Link href={cell.href} data-figure="denied_dollars" className={LINK}>
                          {formatCents(cell.cents)}
                        </Link>
                      ) : (
                        <span className="text-faint">
                          <span aria-hidden>–</span>
                          <span className="sr-only">nothing</span>
                        </span>
                      )}
                    </td>
                  ))}
                  <td className={`${CELL} px-4 font-semibold`}>
                    <Link href={payer.href} data-figure="denied_dollars" className={LINK}>
                      {formatCents(payer.cents)}
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr className="h-(--row) bg-sunken font-semibold">
                <th
                  scope="row"
                  className="sticky left-0 border-t border-line bg-sunken px-4 text-left font-semibold"
                >
                  All payers
                </th>
                {categories.map(({ id, cents, href }) => (
                  <td key={id} className={CELL}>
                    <Link href={href} data-figure="denied_dollars" className={LINK}>
                      {formatCents(cents)}
                    </Link>
                  </td>
                ))}
                <td className={`${CELL} px-4`}>
                  <Link href={denied.href} data-figure="denied_dollars" className={LINK}>
                    {formatCents(totalCents)}
                  </Link>
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </Panel>
  );
}

function deniedTitle({ categories, totalCents }: DeniedGridView): string {
  const top = categories.reduce<DeniedGridView["categories"][number] | null>(
    (most, category) => (most === null || category.cents > most.cents ? category : most),
    null,
  );
  if (top === null || totalCents === 0) return "Denied dollars";
  const share = Math.round((top.cents / totalCents) * 100);
  return `Denied dollars: ${share} % for “${top.name}”`;
}

/** Never darker than the soft tone, on which every text keeps its contrast. */
function shade(cents: number, most: number): { backgroundColor: string } | undefined {
  if (cents <= 0 || most === 0) return undefined;
  const share = Math.round(20 + (80 * cents) / most);
  return { backgroundColor: `color-mix(in srgb, var(--danger-soft) ${share}%, transparent)` };
}
