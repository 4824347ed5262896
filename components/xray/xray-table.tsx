import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export interface XrayColumn<Row> {
  header: string;
  cell: (row: Row) => ReactNode;
  /** Money and counts stand at the end. The first column names the row. */
  align?: "end";
  className?: string;
}

/** A table of figures, drawn on the server; it scrolls sideways where there is no room. */
export function XrayTable<Row>({
  caption,
  columns,
  rows,
  rowId,
}: {
  caption: string;
  columns: readonly XrayColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
}) {
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className="relative overflow-x-auto print:overflow-visible"
    >
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ header, align, className }, index) => (
              <th
                key={header}
                scope="col"
                className={cn(
                  "px-2 py-2 align-bottom label-caps first:pl-4 last:pr-4 print:py-1",
                  align === "end" && index > 0 ? "text-right" : "text-left",
                  className,
                )}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)} className="break-inside-avoid">
              {columns.map(({ header, cell, align, className }, index) => {
                const Cell = index === 0 ? "th" : "td";
                return (
                  <Cell
                    key={header}
                    scope={index === 0 ? "row" : undefined}
                    className={cn(
                      "border-t border-line px-2 py-1.5 first:pl-4 last:pr-4 print:py-0.5",
                      index === 0
                        ? "text-left font-medium"
                        : align === "end" && "text-right whitespace-nowrap",
                      className,
                    )}
                  >
                    {cell(row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A bar under a number: how it stands to the largest of its column. The number says it in words. */
export function ShareBar({ share }: { share: number }) {
  return (
    <span aria-hidden className="mt-0.5 block h-1 w-full rounded-full bg-sunken print:hidden">
      <span
        className="ml-auto block h-1 rounded-full bg-danger"
        style={{ width: `${Math.max(1, Math.round(share * 100))}%` }}
      />
    </span>
  );
}
