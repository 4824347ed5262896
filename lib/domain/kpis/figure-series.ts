import { FIGURE_SHAPES } from "./dashboard-figures";
import type { FigureView, TrendView } from "./dashboard-screen";
import { kpiDefinition, type KpiKey } from "./definitions";
import { figureView, percent, valueOf, type FigureFacts, type Sides } from "./figure-view";
import type { Month } from "./months";

/** A trend is a year; one month more says how its first month changed. */
export const TREND_MONTHS = 12;

/** A figure as counted in one month. */
export interface FigurePoint extends Sides {
  /** How many claims or lines were looked at. */
  n: number;
  /** Why it has no value although something was counted; null where it has one, or nothing was counted. */
  missing: string | null;
}

/** A figure in some months, oldest first; the last one is shown, the one before says how it changed. */
export interface FigureSeries {
  key: KpiKey;
  months: readonly Month[];
  points: readonly FigurePoint[];
  notes?: readonly string[];
  benchmark?: FigureFacts["benchmark"];
}

const valueAt = (point: FigurePoint): number | null => (point.missing === null ? valueOf(point) : null);

export function tileOf({ key, months, points, notes, benchmark }: FigureSeries): FigureView {
  const { numerator, denominator, n, missing } = points.at(-1)!;
  const before = points.at(-2);
  return figureView({
    ...{ key, month: months.at(-1)!, now: { numerator, denominator }, n, missing },
    before: before === undefined ? null : valueAt(before),
    trend: points.slice(-TREND_MONTHS).map(valueAt),
    ...{ notes, benchmark },
  });
}

export function trendOf({ key, months, points }: FigureSeries): TrendView {
  const { name, target } = kpiDefinition(key);
  const shownMonths = months.slice(-TREND_MONTHS);
  return {
    ...{ figure: key, name, unit: FIGURE_SHAPES[key].unit },
    band: target && { from: target.amber, to: target.red, name: `Off above ${percent(target.red)}` },
    points: points.slice(-TREND_MONTHS).map((point, index) => ({
      ...{ month: shownMonths[index]!, value: valueAt(point) },
      ...{ numerator: point.numerator, denominator: point.denominator },
    })),
  };
}
