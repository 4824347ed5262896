"use client";

import { ArrowDownNarrowWide, ArrowUpDown } from "lucide-react";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import type { DataColumn } from "./column";

export interface TableSort {
  /** The order in force. */
  value: string;
  onSort: (sort: string) => void;
}

/** The header row: names, orders, and one box for the whole page. It stays in sight while the rows scroll. */
export function TableHead<Row>({
  columns,
  sort,
  select,
}: {
  columns: readonly DataColumn<Row>[];
  sort?: TableSort;
  select?: { checked: boolean; indeterminate: boolean; onChange: (selected: boolean) => void };
}) {
  return (
    <thead role="rowgroup" className="max-sm:sr-only">
      <tr role="row">
        {select && (
          <th role="columnheader" scope="col" className={cn(HEAD, "w-9")}>
            <Checkbox
              label="Select all rows of this page"
              checked={select.checked}
              indeterminate={select.indeterminate}
              onChange={select.onChange}
            />
          </th>
        )}
        {columns.map((column) => {
          const active = column.sort !== undefined && column.sort === sort?.value;
          return (
            <th
              key={column.id}
              role="columnheader"
              scope="col"
              aria-sort={column.sort === undefined ? undefined : active ? "other" : "none"}
              style={column.width ? { width: column.width } : undefined}
              className={cn(HEAD, column.align === "end" && "text-right")}
            >
              {column.sort !== undefined && sort ? (
                <button
                  type="button"
                  onClick={() => sort.onSort(column.sort!)}
                  className={cn(
                    "inline-flex min-h-6 items-center gap-1 rounded-sm hover:text-ink",
                    active && "text-ink",
                  )}
                >
                  {column.header}
                  {active ? (
                    <ArrowDownNarrowWide className="size-3.5" aria-hidden />
                  ) : (
                    <ArrowUpDown className="size-3 text-faint" aria-hidden />
                  )}
                </button>
              ) : (
                column.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

const HEAD =
  "sticky top-0 z-10 h-8 border-b border-line bg-sunken px-(--cell-x) text-left text-sm font-semibold whitespace-nowrap text-muted";
