"use client";

import { useRouter } from "next/navigation";
import { useRef, useTransition, type ReactNode, type RefObject } from "react";
import { cn } from "@/components/ui/cn";
import type { ErrorView } from "@/lib/domain/shared/app-error";
import type { DataColumn } from "./column";
import { useHiddenColumns } from "./use-hidden-columns";
import { TableHead, type TableSort } from "./table-head";
import { TableFooter } from "./table-footer";
import type { TablePage } from "./table-pager";
import { TableRow } from "./table-row";
import { TableError, TableNothing, TableSkeleton, type TableEmpty } from "./table-states";
import { useRowKeys } from "./use-row-keys";
import type { RowSelection } from "./use-row-selection";

/** The rows in sight of a long list, and the height of those before and after them in px. */
export interface DrawnRows {
  box: RefObject<HTMLDivElement | null>;
  indexes: readonly number[];
  before: number;
  after: number;
  /** Scrolls a row into sight, so that it is drawn. */
  reveal: (index: number) => void;
}

export interface DataTableProps<Row> {
  /** What the list is, for screen readers; `showCaption` shows it above. */
  caption: string;
  columns: readonly DataColumn<Row>[];
  /** Undefined while loading for the first time. */
  rows: readonly Row[] | undefined;
  rowId: (row: Row) => string;
  /** What a row is called: "claim HP-1001". */
  rowLabel: (row: Row) => string;
  /** Where Enter and a click go. */
  rowHref?: (row: Row) => string;
  onOpen?: (row: Row) => void;
  rowClassName?: (row: Row) => string | undefined;
  /** Newer rows are on their way: the shown ones are dimmed. */
  busy?: boolean;
  error?: ErrorView | null;
  onRetry?: () => void;
  empty: TableEmpty;
  sort?: TableSort;
  page?: TablePage;
  selection?: RowSelection;
  /** Buttons for the selected rows. */
  bulkActions?: ReactNode;
  /** Name under which hidden columns are remembered; the chooser is offered only with it. */
  chooserId?: string;
  /** Left of the footer. */
  footer?: ReactNode;
  /** Scrolls inside itself, with its header in sight. Give a CSS height ("calc(100dvh - 14rem)"). */
  maxHeight?: string;
  /** Draws only these rows: VirtualDataTable fills it in. */
  drawn?: DrawnRows;
  /** j, k, x and Enter act on this table; switch off on pages with a second one. */
  keys?: boolean;
  className?: string;
}

/** A real table with row focus, keys, selection, order, pages and a word for every state it can be in. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, rowId, rowLabel, rowHref, selection, page, maxHeight, drawn } = props;
  const router = useRouter();
  const ownBox = useRef<HTMLDivElement>(null);
  const box = drawn?.box ?? ownBox;
  const [hidden, setHidden] = useHiddenColumns(props.chooserId);
  const columns = props.columns.filter((column) => !hidden.has(column.id));
  const list = rows ?? [];
  const ids = list.map(rowId);
  const [leaving, startLeaving] = useTransition();
  const open = (row: Row) => {
    if (props.onOpen) props.onOpen(row);
    else if (rowHref) startLeaving(() => router.push(rowHref(row)));
  };
  const busy = props.busy === true || leaving;
  const canOpen = Boolean(props.onOpen ?? rowHref);
  const { currentId, setCurrentId, tabId, onRowKeyDown } = useRowKeys({
    ids,
    box,
    selection,
    open: canOpen ? (id) => open(list[ids.indexOf(id)]!) : undefined,
    reveal: drawn?.reveal,
    enabled: props.keys ?? true,
  });
  const chosen = selection ? ids.filter((id) => selection.has(id)).length : 0;
  const span = columns.length + (selection ? 1 : 0);
  const indexes = drawn?.indexes ?? list.map((_, index) => index);

  return (
    <div
      className={cn(
        "flex min-h-0 flex-col overflow-hidden rounded-lg border border-line bg-surface shadow-low",
        props.className,
      )}
    >
      {/* A box that scrolls must be reachable by keyboard. */}
      <div
        ref={box}
        role="region"
        aria-label={props.caption}
        aria-busy={rows === undefined || busy || undefined}
        tabIndex={maxHeight ? 0 : -1}
        style={maxHeight ? { maxHeight } : undefined}
        className={cn(
          "relative scroll-pt-10 overflow-auto focus-visible:-outline-offset-2",
          // On a phone the page scrolls, unless only the rows in sight are drawn.
          !drawn && "max-sm:max-h-none!",
        )}
      >
        <table
          role="table"
          aria-rowcount={drawn ? list.length + 1 : undefined}
          className={cn(
            "w-full border-separate border-spacing-0 max-sm:block [&_td]:border-b [&_td]:border-line max-sm:[&_td]:border-b-0 [&_tr:last-child_td]:border-b-0",
            busy && "opacity-60",
          )}
        >
          <caption className="sr-only">{props.caption}</caption>
          <TableHead
            columns={columns}
            sort={props.sort}
            select={
              selection && {
                checked: ids.length > 0 && chosen === ids.length,
                indeterminate: chosen > 0 && chosen < ids.length,
                onChange: (selected) => selection.set(ids, selected),
              }
            }
          />
          <tbody role="rowgroup" className="max-sm:block">
            {rows === undefined && !props.error && <TableSkeleton columns={span} />}
            {drawn && drawn.before > 0 && <Spacer height={drawn.before} span={span} />}
            {!props.error &&
              indexes.map((index) => {
                const row = list[index]!;
                const id = ids[index]!;
                return (
                  <TableRow
                    key={id}
                    row={row}
                    id={id}
                    label={rowLabel(row)}
                    columns={columns}
                    rowIndex={drawn ? index + 2 : undefined}
                    current={id === currentId}
                    tabbable={id === tabId}
                    selected={selection?.has(id)}
                    onSelect={selection && (() => selection.toggle(id))}
                    onOpen={canOpen ? () => open(row) : undefined}
                    onFocus={() => setCurrentId(id)}
                    onKeyDown={(event) => onRowKeyDown(event, id)}
                    className={props.rowClassName?.(row)}
                  />
                );
              })}
            {drawn && drawn.after > 0 && <Spacer height={drawn.after} span={span} />}
          </tbody>
        </table>
        {props.error && <TableError error={props.error} onRetry={props.onRetry} />}
        {!props.error && rows?.length === 0 && <TableNothing empty={props.empty} />}
      </div>
      <TableFooter
        {...props}
        hidden={hidden}
        setHidden={setHidden}
        // An empty list has nothing to turn, unless a page beyond its end was asked for.
        page={page && (page.shown > 0 || page.page > 1) ? page : undefined}
      />
    </div>
  );
}

function Spacer({ height, span }: { height: number; span: number }) {
  return (
    <tr role="presentation" style={{ height }}>
      <td colSpan={span} className="border-0! p-0" />
    </tr>
  );
}
