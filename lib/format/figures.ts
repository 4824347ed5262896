import type { FigureUnit } from "@/lib/domain/kpis/dashboard-screen";
import type { Month } from "@/lib/domain/kpis/months";
import { countOf, formatCount } from "./counts";
import { formatCents } from "./money";

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** "2026-03" -> "March 2026". */
export function formatMonth(month: Month): string {
  return `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

/** "2026-03" -> "Mar 26", for axes. */
export function formatMonthShort(month: Month): string {
  return `${MONTHS[Number(month.slice(5)) - 1]!.slice(0, 3)} ${month.slice(2, 4)}`;
}

/** A share of 1 with one decimal and a space that does not break: 0.1249 -> "12.5 %"; "n/a" where there is none. */
export function formatShare(share: number | null): string {
  return share === null ? "n/a" : `${(share * 100).toFixed(1)}\u00a0%`;
}

/** A figure in its own unit; "n/a" where there is none, never 0. */
export function formatFigure(value: number | null, unit: FigureUnit): string {
  if (value === null) return "n/a";
  if (unit === "rate") return formatShare(value);
  return unit === "cents" ? formatCents(value) : formatCount(value);
}

/** A side of a figure with what it is made of: "12 claims", "$1,234.50". */
export function formatPart(amount: number, parts: "lines" | "claims" | "cents"): string {
  return parts === "cents" ? formatCents(amount) : countOf(amount, parts.slice(0, -1));
}

/** Both sides of a figure: "12 of 48 claims", "$20.00 of $80.00"; of a sum only itself. */
export function formatSides(
  numerator: number,
  denominator: number | null,
  parts: "lines" | "claims" | "cents",
): string {
  if (denominator === null) return formatPart(numerator, parts);
  const first = parts === "cents" ? formatCents(numerator) : formatCount(numerator);
  return `${first} of ${formatPart(denominator, parts)}`;
}

/** How far a figure moved, without its direction: "1.2 points", "$1,200.00", "3". */
export function formatStep(change: number, unit: FigureUnit): string {
  const size = Math.abs(change);
  return unit === "rate" ? `${(size * 100).toFixed(1)} points` : formatFigure(size, unit);
}
