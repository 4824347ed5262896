import type { BehindView } from "@/lib/domain/kpis/dashboard-screen";
import { formatSides } from "@/lib/format/figures";

/** What the listed claims come to, beside what the figure says; both must be the same to the cent. */
export interface BehindSums {
  /** "12 of 48 claims": the figure's own parts. */
  figure: string;
  /** The same of the claims of the list, added up. */
  list: string;
  addsUp: boolean;
}

export function behindSums({ figure, totals }: BehindView): BehindSums {
  const { numerator, denominator, parts } = figure;
  return {
    figure: formatSides(numerator, denominator, parts),
    list: formatSides(totals.numerator, denominator === null ? null : totals.denominator, parts),
    addsUp: numerator === totals.numerator && (denominator === null || denominator === totals.denominator),
  };
}
