import type { ServiceLine } from "@/lib/domain/claims/claim";
import { formatUnits } from "@/lib/domain/claims/diff-claims";

export interface SplitProposal {
  /** Null while the text is not a number that can be split off. */
  units: number | null;
  error: string | undefined;
  /** Charge in proportion to the units, in whole cents; the first line keeps the rest. */
  share: number | null;
}

/** What splitting so many units off a line comes to. */
export function splitOf(line: Pick<ServiceLine, "units" | "chargeCents">, text: string): SplitProposal {
  const units = /^\d+(\.\d{1,3})?$/.test(text.trim()) ? Number(text) : null;
  if (units === null || units <= 0 || units >= line.units) {
    return {
      units: null,
      share: null,
      error: `Type a number above 0 and below ${formatUnits(line.units)}.`,
    };
  }
  return { units, error: undefined, share: Math.round((line.chargeCents * units) / line.units) };
}
