import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import type { KpiDefinition } from "./definitions";
import type { Month } from "./months";
import type { TargetState } from "./target";

/** What dashboards show, as plain JSON: use cases make it, components draw it. */

/** How a figure is read: a share of 1, money in cents, or a number of things. */
export type FigureUnit = "rate" | "cents" | "count";

export const TARGET_LABELS: Record<TargetState, string> = {
  good: "On target",
  amber: "Watch",
  red: "Off target",
};

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
  /** How many claims or lines were looked at: `nOf`. */
  n: number;
  nOf: "lines" | "claims";
  state: TargetState | null;
  /** "below 10 %, red above 12 %"; null where there is none. */
  target: string | null;
  /** Who set the band; null where there is none. */
  targetSource: string | null;
  /** False: nobody published these numbers; the screen says so beside the target. */
  isTargetVerified: boolean;
  /** Value less that of the month before: points for rates (0.01 is one point), cents or things for sums. */
  change: number | null;
  /** The lower the better: a fall is an improvement. */
  isLowerBetter: boolean;
  /** The months of the trend, oldest first. */
  trend: readonly (number | null)[];
  definition: Pick<
    KpiDefinition,
    "formula" | "numerator" | "denominator" | "exclusions" | "timeBasis" | "benchmark"
  >;
  /** Something to know about this value: "insurance only". */
  notes: readonly string[];
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
  /** Apart from the buckets, not in any figure: overpaid lines (zero or negative) and what patients owe. */
  creditCents: Cents;
  patientCents: Cents;
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

/** The claims behind a figure, a page at a time, those in the numerator first. */
export interface BehindView {
  /** As on the dashboard; narrowed to a payer, category or age, its parts are of what is narrowed to. */
  figure: FigureView;
  month: Month;
  /** In words, what the list is narrowed to: payer, category, age. */
  narrowedTo: readonly string[];
  rows: readonly BehindRow[];
  /** Claims over all pages, and what they add up to: the figure's own parts. */
  total: number;
  totals: { numerator: number; denominator: number };
  page: number;
  pageSize: number;
}
