"use client";

import { Columns3 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { countOf } from "@/lib/format/counts";
import type { DataColumn } from "./column";
import type { DataTableProps } from "./data-table";
import { TablePager } from "./table-pager";

// Fetched when it is first opened: no page pays for it.
const ColumnChooser = dynamic(() => import("./column-chooser").then((module) => module.ColumnChooser), {
  ssr: false,
});

/** Below the rows: what is selected and what can be done with it, columns, pages. */
export function TableFooter<Row>({
  selection,
  bulkActions,
  footer,
  page,
  chooserId,
  columns,
  hidden,
  setHidden,
}: DataTableProps<Row> & { hidden: ReadonlySet<string>; setHidden: (hidden: ReadonlySet<string>) => void }) {
  const count = selection?.ids.size ?? 0;
  const hideable = chooserId ? columns.filter((column) => column.hideable) : [];
  if (count === 0 && !footer && !page && hideable.length === 0) return null;
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1.5 border-t border-line bg-sunken px-3 py-1">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2 text-sm text-muted">
        {count > 0 && selection ? (
          <>
            <strong className="text-ink">{countOf(count, "row")} selected</strong>
            {bulkActions}
            <Button variant="ghost" size="small" onClick={selection.clear}>
              Clear selection
            </Button>
          </>
        ) : (
          footer
        )}
      </div>
      {hideable.length > 0 && <ColumnsButton columns={hideable} hidden={hidden} onChange={setHidden} />}
      {page && <TablePager {...page} />}
    </div>
  );
}

function ColumnsButton<Row>(props: {
  columns: readonly DataColumn<Row>[];
  hidden: ReadonlySet<string>;
  onChange: (hidden: ReadonlySet<string>) => void;
}) {
  const [asked, setAsked] = useState(false);
  if (asked) return <ColumnChooser {...props} columns={props.columns as readonly DataColumn<unknown>[]} />;
  return (
    <IconButton
      label="Columns"
      size="small"
      icon={<Columns3 />}
      aria-haspopup="menu"
      onClick={() => setAsked(true)}
    />
  );
}
