"use client";

import { Columns3 } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuCheckbox } from "@/components/ui/menu";
import { columnLabel, type DataColumn } from "./column";

/** The menu of columns to show. Comes open, as it is fetched when asked for. */
export function ColumnChooser<Row>({
  columns,
  hidden,
  onChange,
}: {
  columns: readonly DataColumn<Row>[];
  hidden: ReadonlySet<string>;
  onChange: (hidden: ReadonlySet<string>) => void;
}) {
  return (
    <Menu
      label="Columns"
      align="end"
      defaultOpen
      trigger={<IconButton label="Columns" size="small" icon={<Columns3 />} />}
    >
      {columns.map((column) => (
        <MenuCheckbox
          key={column.id}
          checked={!hidden.has(column.id)}
          onChange={(shown) => {
            const next = new Set(hidden);
            if (shown) next.delete(column.id);
            else next.add(column.id);
            onChange(next);
          }}
        >
          {columnLabel(column as DataColumn<never>)}
        </MenuCheckbox>
      ))}
    </Menu>
  );
}
