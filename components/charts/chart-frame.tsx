"use client";

import { ChartLine, Table2 } from "lucide-react";
import { useId, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { Tone } from "@/components/ui/tone";

/** The same figures as text: what a chart draws, anybody can read. */
export interface ChartTable {
  columns: readonly string[];
  /** First cell names the row. */
  rows: readonly { id: string; cells: readonly ReactNode[] }[];
}

/** What a series of a chart may be coloured with; words go with it, colour is never the only sign. */
export type SeriesTone = Exclude<Tone, "neutral">;

export const SERIES_COLORS: Record<SeriesTone, string> = {
  accent: "var(--accent)",
  info: "var(--info)",
  success: "var(--success)",
  warning: "var(--warning)",
  danger: "var(--danger)",
  violet: "var(--violet)",
};

/** A chart with a heading that says what it shows, a caption, and a table of the same figures one button away. */
export function ChartFrame({
  title,
  caption,
  table,
  headingLevel: Heading = "h2",
  children,
}: {
  title: ReactNode;
  caption: ReactNode;
  table: ChartTable;
  headingLevel?: "h2" | "h3";
  children: ReactNode;
}) {
  const [asTable, setAsTable] = useState(false);
  const titleId = useId();
  return (
    <figure
      aria-labelledby={titleId}
      className="flex min-w-0 flex-col rounded-lg border border-line bg-surface shadow-low"
    >
      <div className="flex flex-wrap items-start justify-between gap-2 border-b border-line px-4 py-2.5">
        <Heading id={titleId} className="min-w-0 flex-1 basis-48 text-lg font-semibold text-ink">
          {title}
        </Heading>
        <Button size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)} data-print="hide">
          {asTable ? <ChartLine aria-hidden /> : <Table2 aria-hidden />}
          {asTable ? "Show chart" : "Show table"}
        </Button>
      </div>
      <div className="min-w-0 p-4">
        {asTable ? <FiguresTable titleId={titleId} table={table} /> : children}
      </div>
      <figcaption className="px-4 pb-3 text-sm text-muted">{caption}</figcaption>
    </figure>
  );
}

function FiguresTable({ titleId, table }: { titleId: string; table: ChartTable }) {
  return (
    <div className="max-h-72 overflow-auto" role="region" aria-labelledby={titleId} tabIndex={0}>
      <table aria-labelledby={titleId} className="w-full text-base">
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <th
                key={column}
                scope="col"
                className={`sticky top-0 bg-surface py-1 pr-3 label-caps ${index === 0 ? "text-left" : "text-right"}`}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.id} className="border-t border-line">
              {row.cells.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row" className="py-1.5 pr-3 text-left font-medium whitespace-nowrap">
                    {cell}
                  </th>
                ) : (
                  <td key={index} className="py-1.5 pr-3 text-right whitespace-nowrap">
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
