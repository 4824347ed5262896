"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { DataTable, type DataTableProps } from "./data-table";

/** A table of thousands of rows at once: only those in sight are drawn, and it scrolls inside itself. */
export function VirtualDataTable<Row>(
  props: Omit<DataTableProps<Row>, "drawn" | "maxHeight" | "rows"> & {
    rows: readonly Row[];
    maxHeight: string;
  },
) {
  const box = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: props.rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 33,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1);
  return (
    <DataTable
      {...props}
      drawn={{
        box,
        indexes: items.map((item) => item.index),
        before: items[0]?.start ?? 0,
        after: last ? virtualizer.getTotalSize() - last.end : 0,
        reveal: (index) => virtualizer.scrollToIndex(index),
      }}
    />
  );
}
