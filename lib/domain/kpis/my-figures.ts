import type { FigureView } from "./dashboard-screen";
import { mineHref, type MineAddress, type MyFigure } from "./home-screen";
import type { ListTotals } from "./narrowed-view";

type Words = Pick<FigureView, "name" | "unit" | "parts" | "nOf" | "isLowerBetter"> & {
  definition: Pick<FigureView["definition"], "formula" | "numerator" | "exclusions" | "timeBasis">;
};

/** The figures of one's own, as their lists explain them. */
const WORDS: Record<MyFigure, Words> = {
  my_denied: {
    ...{ name: "Denied of what I coded", unit: "cents", parts: "cents", nOf: "claims", isLowerBetter: true },
    definition: {
      formula: "Charges first denied on claims that I signed as their coder",
      numerator: "Charges of denied stimulator lines; of partly denied ones what the denial reasons took",
      exclusions: ["what the initial denial rates exclude", "claims that somebody else signed"],
      timeBasis: "By the payment date of the first final decision",
    },
  },
  my_worked: {
    ...{ name: "Denials worked", unit: "count", parts: "lines", nOf: "lines", isLowerBetter: false },
    definition: {
      formula: "Distinct denied lines with at least one act of substance",
      numerator: "Appeals, corrected and new claims, records, peer-to-peer, calls with an outcome",
      exclusions: ["viewing, assigning and taking over", "acts that were undone"],
      timeBasis: "By the day of the act, or of the proof of sending",
    },
  },
  my_recovered: {
    ...{ name: "Recovered", unit: "cents", parts: "cents", nOf: "claims", isLowerBetter: false },
    definition: {
      formula: "Payments less takebacks on lines that were denied before",
      numerator: "Payments posted on a line after the answer that denied it",
      exclusions: ["what the denying answer itself paid", "payments of patients"],
      timeBasis: "By the day of posting, of the denials that are assigned now",
    },
  },
};

/** A sum of one's own, of what its list adds up to. */
export function myFigureView(address: MineAddress, totals: ListTotals): FigureView {
  const { definition, ...shape } = WORDS[address.figure];
  return {
    ...{ figure: address.figure, ...shape, value: totals.numerator, numerator: totals.numerator },
    ...{ denominator: null, missing: null, n: shape.nOf === "claims" ? totals.claimCount : totals.lines },
    ...{ state: null, target: null, targetSource: null, isTargetVerified: true, change: null, trend: [] },
    notes: [],
    definition: { ...definition, denominator: "None: a sum", benchmark: null },
    href: mineHref(address),
  };
}
