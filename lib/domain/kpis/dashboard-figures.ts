import { KPI_KEYS, type KpiKey } from "./definitions";
import { AGE_BUCKETS } from "./aged-receivables";
import type { FigureUnit } from "./dashboard-screen";

export interface FigureShape {
  unit: FigureUnit;
  /** What numerator and denominator are counted in. */
  parts: "claims" | "lines" | "cents";
  /** What `n` counts. */
  nOf: "claims" | "lines";
  isLowerBetter: boolean;
}

/** How each key figure is shown on a tile. */
export const FIGURE_SHAPES: Readonly<Record<KpiKey, FigureShape>> = {
  initial_denial_rate_claims: { unit: "rate", parts: "claims", nOf: "claims", isLowerBetter: true },
  initial_denial_rate_lines: { unit: "rate", parts: "lines", nOf: "lines", isLowerBetter: true },
  initial_denial_rate_dollars: { unit: "rate", parts: "cents", nOf: "lines", isLowerBetter: true },
  first_pass_payment_rate: { unit: "rate", parts: "claims", nOf: "claims", isLowerBetter: false },
  net_collection_rate: { unit: "rate", parts: "cents", nOf: "lines", isLowerBetter: false },
  receivables_over_60: { unit: "rate", parts: "cents", nOf: "claims", isLowerBetter: true },
  receivables_over_120: { unit: "rate", parts: "cents", nOf: "claims", isLowerBetter: true },
  denied_dollars: { unit: "cents", parts: "cents", nOf: "lines", isLowerBetter: true },
  denials_worked: { unit: "count", parts: "lines", nOf: "lines", isLowerBetter: false },
};

/** Every list of claims that a figure can open: the key figures, and open receivables as a whole or by age. */
export const FIGURES = [...KPI_KEYS, "receivables"] as const;
export type Figure = KpiKey | "receivables";

export interface FigureAddress {
  figure: Figure;
  month: string;
  payer?: string;
  category?: string;
  /** An age of receivables. */
  age?: string;
}

/** Where the claims behind a figure are listed. */
export function claimsBehindHref({ figure, month, payer, category, age }: FigureAddress): string {
  const query = new URLSearchParams({ figure, month });
  if (payer !== undefined) query.set("payer", payer);
  if (category !== undefined) query.set("category", category);
  if (age !== undefined) query.set("age", age);
  return `/dashboard/claims?${query}`;
}

/** Days of a bucket, both included; null where it has no end. */
export function daysOfAge(age: string): { from: number; to: number | null } | null {
  const bucket = AGE_BUCKETS.find(({ key }) => key === age);
  if (bucket === undefined) return null;
  return { from: bucket.from, to: Number.isFinite(bucket.to) ? bucket.to : null };
}
