import type { FigureView, TrendView } from "@/lib/domain/kpis/dashboard-screen";
import type { Figure } from "@/lib/domain/kpis/dashboard-figures";
import type { MyFigure } from "@/lib/domain/kpis/home-screen";
import { shiftMonth, type Month } from "@/lib/domain/kpis/months";
import { formatFigure, formatMonth, formatStep } from "@/lib/format/figures";

/** What a claim adds to a figure, as the heads of two columns; without a second the figure is a sum. */
export const SIDE_LABELS: Record<Figure | MyFigure, { numerator: string; denominator?: string }> = {
  initial_denial_rate_claims: { numerator: "Denied", denominator: "Decided" },
  initial_denial_rate_lines: { numerator: "Denied", denominator: "Decided" },
  initial_denial_rate_dollars: { numerator: "Denied", denominator: "Decided" },
  first_pass_payment_rate: { numerator: "Paid at first", denominator: "Decided" },
  net_collection_rate: { numerator: "Collected", denominator: "To come in" },
  receivables_over_60: { numerator: "Over 60 days", denominator: "Open" },
  receivables_over_120: { numerator: "Over 120 days", denominator: "Open" },
  denied_dollars: { numerator: "Denied" },
  denials_worked: { numerator: "Worked" },
  receivables: { numerator: "Open" },
  my_denied: { numerator: "Denied" },
  my_worked: { numerator: "Worked" },
  my_recovered: { numerator: "Recovered" },
};

export type Movement = "better" | "worse" | "same";

/** Whether a figure moved the right way; what rounds to nothing did not move. */
export function movementOf({ change, unit, isLowerBetter }: FigureView): Movement | null {
  if (change === null) return null;
  if (unit === "rate" ? Math.abs(change) < 0.0005 : change === 0) return "same";
  return change < 0 === isLowerBetter ? "better" : "worse";
}

/** "1.2 points less than February 2026, better"; null where the month before is not known. */
export function changeInWords(figure: FigureView, month: Month): string | null {
  const movement = movementOf(figure);
  if (movement === null) return null;
  const before = formatMonth(shiftMonth(month, -1));
  if (movement === "same") return `As in ${before}`;
  const way = figure.change! < 0 ? "less" : "more";
  return `${formatStep(figure.change!, figure.unit)} ${way} than ${before}, ${movement}`;
}

/** The figures with a target, off it first, for the sentence at the top. */
export function verdictOf(tiles: readonly FigureView[]): {
  off: FigureView[];
  watch: FigureView[];
  good: FigureView[];
} {
  const of = (state: FigureView["state"]) => tiles.filter((tile) => tile.state === state);
  return { off: of("red"), watch: of("amber"), good: of("good") };
}

/** The finding that a trend shows, as its title: "Initial denial rate: 14.2 % now, 3.1 points less than in June 2025". */
export function trendTitle({ name, unit, points }: TrendView): string {
  const known = points.filter((point) => point.value !== null);
  const last = known.at(-1);
  const first = known[0];
  if (!last || !first) return `${name}: nothing to show yet`;
  const now = formatFigure(last.value, unit);
  const when = last === points.at(-1) ? "now" : `in ${formatMonth(last.month)}`;
  if (first === last) return `${name}: ${now} ${when}`;
  const change = last.value! - first.value!;
  if (formatStep(change, unit) === formatStep(0, unit))
    return `${name}: ${now} ${when}, as in ${formatMonth(first.month)}`;
  const way = change < 0 ? "less" : "more";
  return `${name}: ${now} ${when}, ${formatStep(change, unit)} ${way} than in ${formatMonth(first.month)}`;
}

/** True when nothing was decided, is open or was worked: no remittance has come yet. */
export function isNothingYet(dashboard: {
  tiles: readonly FigureView[];
  trends: readonly TrendView[];
  aging: { claimCount: number };
}): boolean {
  return (
    dashboard.aging.claimCount === 0 &&
    dashboard.tiles.every(({ n, trend }) => n === 0 && trend.every((value) => !value)) &&
    dashboard.trends.every(({ points }) => points.every(({ value }) => !value))
  );
}
