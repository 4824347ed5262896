import type { CellObject, SheetData } from "write-excel-file/node";
import type { Cents } from "@/lib/domain/shared/money";

export type Cell = CellObject;

/** A spreadsheet takes no more characters in a cell. */
const MOST_CHARACTERS = 32_000;
/** What a spreadsheet may run as a formula when somebody edits the cell or saves it as text. */
const RUNS = /^[=+\-@\t\r]/;
/** XML has no place for them. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text from a file, never a formula. */
export function text(value: string | null): Cell | null {
  if (value === null || value === "") return null;
  const clean = value.slice(0, MOST_CHARACTERS).replaceAll(NOT_XML, "");
  return { type: String, value: RUNS.test(clean) ? `'${clean}` : clean };
}

export function count(value: number): Cell {
  return { type: Number, value, format: "#,##0" };
}

/** Dollars in the spreadsheet: whole cents over 100 read back as the same cents. */
export function money(cents: Cents): Cell {
  return { type: Number, value: cents / 100, format: "[$$-409]#,##0.00" };
}

export function share(value: number | null): Cell {
  return value === null ? { type: String, value: "n/a" } : { type: Number, value, format: "0.0%" };
}

export function heading(value: string): Cell {
  return {
    ...{ type: String, value, fontWeight: "bold", backgroundColor: "#E0F0F2", wrap: true },
    alignVertical: "top",
  };
}

export function title(value: string): Cell {
  return { type: String, value, fontWeight: "bold", fontSize: 14 };
}

/** A sheet with its headings held in sight. */
export function table(
  sheet: string,
  columns: readonly (readonly [name: string, width: number])[],
  rows: SheetData,
): { sheet: string; data: SheetData; columns: { width: number }[]; stickyRowsCount: number } {
  return {
    sheet,
    data: [columns.map(([name]) => heading(name)), ...rows],
    columns: columns.map(([, width]) => ({ width })),
    stickyRowsCount: 1,
  };
}
