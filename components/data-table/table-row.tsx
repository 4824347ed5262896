"use client";

import type { KeyboardEvent, MouseEvent } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { columnLabel, type DataColumn } from "./column";

export interface TableRowProps<Row> {
  row: Row;
  id: string;
  label: string;
  columns: readonly DataColumn<Row>[];
  /** 1-based position in the whole list; only for virtual rows. */
  rowIndex?: number;
  current: boolean;
  tabbable: boolean;
  selected?: boolean;
  onSelect?: () => void;
  onOpen?: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  className?: string;
}

/** One row; on a phone a card with a label before each value. */
export function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, id, label, columns, selected, onSelect, onOpen } = props;
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (!onOpen || isOwnClick(event)) return;
    onOpen();
  };
  return (
    // The row is a shortcut for a pointer; the link in its first cell is what assistive technology uses.
    <tr
      role="row"
      data-row-id={id}
      aria-rowindex={props.rowIndex}
      aria-selected={selected}
      tabIndex={props.tabbable ? 0 : -1}
      onFocus={props.onFocus}
      onKeyDown={props.onKeyDown}
      onClick={onClick}
      className={cn(
        "group/row h-(--row) border-b border-line outline-none last:border-b-0 hover:bg-hover",
        "focus-visible:bg-hover focus-visible:shadow-[inset_3px_0_0_var(--accent)] focus-visible:outline-2 focus-visible:-outline-offset-2",
        "max-sm:flex max-sm:h-auto max-sm:flex-col max-sm:gap-1 max-sm:p-3",
        onOpen && "cursor-pointer",
        selected && "bg-selected hover:bg-selected",
        props.className,
      )}
    >
      {onSelect && (
        <td role="cell" className="px-(--cell-x) align-middle max-sm:px-0">
          <Checkbox label={`Select ${label}`} checked={selected ?? false} onChange={onSelect} />
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.id}
          role="cell"
          className={cn(
            "px-(--cell-x) py-1 align-middle",
            column.align === "end" && "text-right whitespace-nowrap",
            "max-sm:flex max-sm:justify-between max-sm:gap-4 max-sm:p-0 max-sm:text-left",
            column.card === "title" && "max-sm:order-first max-sm:text-lg max-sm:font-semibold",
            column.card === "hidden" && "max-sm:hidden",
            column.className,
          )}
        >
          {column.card !== "title" && (
            <span aria-hidden className="hidden shrink-0 text-sm text-muted max-sm:inline">
              {columnLabel(column as DataColumn<never>)}
            </span>
          )}
          <span
            className={cn(
              "contents max-sm:block max-sm:min-w-0",
              column.card === "title" ? "max-sm:text-left" : "max-sm:text-right",
            )}
          >
            {column.cell(row)}
          </span>
        </td>
      ))}
    </tr>
  );
}

/** A click on something in the row that acts by itself, or the end of selecting text, does not open the row. */
function isOwnClick(event: MouseEvent<HTMLElement>): boolean {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return true;
  const target = event.target as HTMLElement;
  if (target.closest("a,button,input,label,select,textarea,[role=checkbox],[role=button]")) return true;
  return (window.getSelection()?.toString() ?? "") !== "";
}
