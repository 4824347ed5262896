/** A band to stay under: amber from `amber` on, red above `red`. Fractions, compared before rounding. */
export interface TargetBand {
  amber: number;
  red: number;
  source: string;
  /** False where the numbers are nobody's published target. */
  verified: boolean;
}

export type TargetState = "good" | "amber" | "red";

/** Null where there is no value ("n/a"): it is neither good nor bad. */
export function targetState(value: number | null, band: TargetBand): TargetState | null {
  if (value === null) return null;
  if (value > band.red) return "red";
  return value >= band.amber ? "amber" : "good";
}

/** A rate that should reach another: the practice's own over all other codes. Null where either is "n/a". */
export function benchmarkState(value: number | null, benchmark: number | null): "good" | "red" | null {
  if (value === null || benchmark === null) return null;
  return value >= benchmark ? "good" : "red";
}
