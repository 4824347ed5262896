import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";

/** What dashboards show, as plain JSON: use cases make it, components draw it. Months are written YYYY-MM. */
export type Month = string;

/** How a figure is read: a share of 1, money in cents, or a number of things. */
export type FigureUnit = "rate" | "cents" | "count";

/** Where a figure stands to its target. */
export type Band = "good" | "watch" | "bad";

export const BAND_LABELS: Record<Band, string> = {
  good: "On target",
  watch: "Watch",
  bad: "Off target",
};

export interface FigureDefinitionView {
  formula: string;
  numerator: string;
  denominator: string | null;
  /** What is left out, one sentence each. */
  exclusions: readonly string[];
  basis: string;
  source: string;
}

export interface FigureView {
  figure: string;
  name: string;
  unit: FigureUnit;
  /** Null where the denominator is zero or something that it needs is unknown: "n/a", never 0 % or 100 %. */
  value: number | null;
  /** Why there is no value, where that is not the zero denominator. */
  missing: string | null;
  numerator: number;
  /** Null for a figure that is a sum, not a share. */
  denominator: number | null;
  /** What numerator and denominator are made of. */
  parts: "lines" | "claims" | "cents";
  band: Band | null;
  /** "below 10 %"; null where the guide names none. */
  target: string | null;
  /** Value less that of the month before: points for rates (0.01 is one point), cents or things for sums. */
  change: number | null;
  /** The lower the better: a fall is an improvement. */
  isLowerBetter: boolean;
  /** The months of the trend, oldest first. */
  trend: readonly (number | null)[];
  definition: FigureDefinitionView;
  /** The list of claims behind it. */
  href: string;
}

export interface TrendView {
  figure: string;
  name: string;
  unit: FigureUnit;
  band: { from: number; to: number; name: string } | null;
  points: readonly { month: Month; value: number | null; numerator: number; denominator: number | null }[];
}

export interface AgingBucketView {
  id: string;
  /** "61–90 days". */
  name: string;
  cents: Cents;
  claimCount: number;
  /** Share of all open receivables; null where there are none. */
  share: number | null;
  href: string;
}

export interface AgingView {
  asOf: CalendarDate;
  buckets: readonly AgingBucketView[];
  openCents: Cents;
  claimCount: number;
  href: string;
}

/** Denied dollars of a month: one row a payer, one cell a category. */
export interface DeniedGridView {
  categories: readonly { id: string; name: string; cents: Cents; href: string }[];
  payers: readonly {
    payerId: string;
    name: string;
    cents: Cents;
    href: string;
    /** In the order of `categories`; null where nothing was denied. */
    cells: readonly ({ cents: Cents; href: string } | null)[];
  }[];
  totalCents: Cents;
  href: string;
}

export interface LeaderDashboard {
  month: Month;
  /** Months that can be chosen, newest first. */
  months: readonly Month[];
  /** The month is not over yet: its figures still grow. */
  isRunning: boolean;
  tiles: readonly FigureView[];
  trends: readonly TrendView[];
  aging: AgingView;
  denied: DeniedGridView;
}

/** One claim behind a figure, with what it contributes to it. */
export interface BehindRow {
  claimId: string;
  claimNumber: string;
  patientName: string;
  payerName: string;
  lineSummary: string;
  serviceFrom: CalendarDate | null;
  /** The day that puts it into the month. */
  on: CalendarDate | null;
  /** Its share of numerator and denominator, in the unit of the figure's parts. */
  numerator: number;
  denominator: number;
  /** Why, in words. */
  why: string;
}

export interface BehindView {
  figure: FigureView;
  month: Month;
  rows: readonly BehindRow[];
  total: number;
  pageSize: number;
}
