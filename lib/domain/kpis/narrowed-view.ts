import { claimsBehindHref, FIGURE_SHAPES } from "./dashboard-figures";
import type { FigureView } from "./dashboard-screen";
import { kpiDefinition, type KpiKey } from "./definitions";
import { figureView } from "./figure-view";
import type { Month } from "./months";

/** What a list of claims adds up to. */
export interface ListTotals {
  numerator: number;
  denominator: number;
  claimCount: number;
  lines: number;
  /** Lines of which nobody can say what was to come in. */
  unknownLines: number;
}

/** What a list is narrowed to; null: not narrowed by it. */
export interface Narrowing {
  payer: string | null;
  category: string | null;
  age: string | null;
}

/** A figure over a part of what it counts: the band is the same, but there is no trend, and no mark of the practice. */
export function narrowedView(
  key: KpiKey,
  month: Month,
  whole: FigureView,
  totals: ListTotals,
  narrowing: Narrowing,
): FigureView {
  const { numerator, denominator, claimCount, lines, unknownLines } = totals;
  return figureView({
    ...{ key, month, before: null, trend: [], notes: whole.notes },
    now: { numerator, denominator: whole.denominator === null ? null : denominator },
    n: FIGURE_SHAPES[key].nOf === "claims" ? claimCount : lines,
    missing: unknownLines > 0 ? `Of ${unknownLines} of its lines nobody can say what was to come in.` : null,
    address: given(narrowing),
  });
}

/** Everything that is open, or what of it is narrowed to. */
export function receivablesView(month: Month, totals: ListTotals, narrowing: Narrowing): FigureView {
  return {
    ...{ figure: "receivables", name: "Open receivables", unit: "cents", parts: "cents", nOf: "claims" },
    ...{ value: totals.numerator, numerator: totals.numerator, denominator: null, missing: null },
    ...{ n: totals.claimCount, state: null, target: null, targetSource: null, isTargetVerified: true },
    ...{ change: null, isLowerBetter: true, trend: [], notes: [] },
    definition: {
      formula: "Open insurance balance of stimulator lines",
      numerator:
        "Charges less payments, contract and patient's share; what was denied or is pending stays open",
      denominator: "None: a sum",
      exclusions: kpiDefinition("receivables_over_60").exclusions,
      timeBasis: "On the day of the snapshot, aged from the date of service",
      benchmark: null,
    },
    href: claimsBehindHref({ figure: "receivables", month, ...given(narrowing) }),
  };
}

function given({ payer, category, age }: Narrowing) {
  return {
    ...(payer !== null && { payer }),
    ...(category !== null && { category }),
    ...(age !== null && { age }),
  };
}
