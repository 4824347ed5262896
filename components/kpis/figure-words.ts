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

/** What happened on the day that puts a claim into the figure; left out where it is the day of service. */
export const ON_LABELS: Partial<Record<Figure | MyFigure, string>> = {
  initial_denial_rate_claims: "Decided on",
  initial_denial_rate_lines: "Decided on",
  initial_denial_rate_dollars: "Decided on",
  first_pass_payment_rate: "Decided on",
  denied_dollars: "Decided on",
  denials_worked: "Worked on",
  my_denied: "Decided on",
  my_worked: "Worked on",
  my_recovered: "Paid on",
};

export type Movement = "better" | "worse" | "same";

export interface Change {
  movement: Movement;
  way: "up" | "down" | "level";
  words: string;
}

/**
 * What became of a figure since the month before; null where that is not known. The sum of a month that still runs is not
 * compared with that of a whole month: it is neither better nor worse yet.
 */
export function changeOf(figure: FigureView, month: Month, isRunning: boolean): Change | null {
  const { change, value, unit, isLowerBetter } = figure;
  if (change === null || value === null) return null;
  const before = formatMonth(shiftMonth(month, -1));
  if (isRunning && unit !== "rate")
    return {
      ...{ movement: "same", way: "level" },
      words: `So far; all of ${before} had ${formatFigure(value - change, unit)}`,
    };
  // What rounds to nothing did not move.
  if (formatStep(change, unit) === formatStep(0, unit))
    return { movement: "same", way: "level", words: `As in ${before}` };
  const movement = change < 0 === isLowerBetter ? "better" : "worse";
  const words = `${formatStep(change, unit)} ${change < 0 ? "less" : "more"} than ${before}, ${movement}`;
  return { movement, way: change < 0 ? "down" : "up", words };
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

/** Figures that have something to count as soon as a payer has decided anything. */
const OF_DECISIONS = ["initial_denial_rate_lines", "net_collection_rate"];

/** What a dashboard has to show: figures, only open receivables that no payer has decided on, or nothing at all. */
export function coverageOf({
  trends,
  aging,
}: {
  trends: readonly TrendView[];
  aging: { claimCount: number };
}): "figures" | "undecided" | "nothing" {
  const isDecided = trends.some(
    ({ figure, points }) =>
      OF_DECISIONS.includes(figure) && points.some(({ denominator }) => (denominator ?? 0) > 0),
  );
  if (isDecided) return "figures";
  return aging.claimCount > 0 ? "undecided" : "nothing";
}

/** What several figures have to say alike, to be said once: "Still being counted: …". */
export function notesInCommon(tiles: readonly FigureView[]): string[] {
  const all = tiles.flatMap(({ notes }) => notes);
  return [...new Set(all.filter((note, index) => all.indexOf(note) !== index))];
}
