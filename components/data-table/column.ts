import type { ReactNode } from "react";

/** One column of a table. */
export interface DataColumn<Row> {
  /** Stable name: sort order and hidden columns are kept under it. */
  id: string;
  header: ReactNode;
  /** The header in plain words, where `header` is not text: for the column chooser, cards and screen readers. */
  label?: string;
  cell: (row: Row) => ReactNode;
  /** The order that the server knows by this name; the header becomes a button. */
  sort?: string;
  /** Numbers and money stand at the end. */
  align?: "end";
  /** A CSS width ("7rem"); columns without one share the rest. */
  width?: string;
  /** May be switched off in the column chooser. */
  hideable?: boolean;
  /** On a phone a row is a card: its title line, one of its fields (default), or left out. */
  card?: "title" | "hidden";
  className?: string;
}

/** The column's name in plain words. */
export function columnLabel(column: DataColumn<never>): string {
  return column.label ?? (typeof column.header === "string" ? column.header : column.id);
}
