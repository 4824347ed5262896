import { FIGURE_SHAPES, claimsBehindHref, type FigureAddress } from "./dashboard-figures";
import type { FigureView } from "./dashboard-screen";
import { kpiDefinition, type KpiKey } from "./definitions";
import { targetState, type TargetBand, type TargetState } from "./target";

/** Both sides of a figure as counted; a sum or a count has no denominator. */
export interface Sides {
  numerator: number;
  denominator: number | null;
}

/** Numerator over denominator, or the count itself; null ("n/a") where the denominator is zero. */
export function valueOf({ numerator, denominator }: Sides): number | null {
  if (denominator === null) return numerator;
  return denominator === 0 ? null : numerator / denominator;
}

export interface FigureFacts {
  key: KpiKey;
  month: string;
  now: Sides;
  /** The month before; null where it is not known. */
  before: number | null;
  trend: readonly (number | null)[];
  notes?: readonly string[];
  /** Why it has no value although something was counted. */
  missing?: string | null;
  /** How many claims or lines were looked at, where numerator and denominator are money; else the denominator says it. */
  n?: number;
  /** Against the practice's own mark, where there is no band. */
  benchmark?: { state: TargetState | null; words: string } | null;
  address?: Partial<FigureAddress>;
}

/** A figure with its target, its change and its definition, ready to be drawn. */
export function figureView(facts: FigureFacts): FigureView {
  const { key, month, now, before } = facts;
  const { name, formula, numerator, denominator, exclusions, timeBasis, benchmark, target } =
    kpiDefinition(key);
  const missing = facts.missing ?? null;
  const value = missing === null ? valueOf(now) : null;
  return {
    ...{ figure: key, name, value, missing, ...FIGURE_SHAPES[key], ...now },
    state: target === null ? (facts.benchmark?.state ?? null) : targetState(value, target),
    target: target === null ? (facts.benchmark?.words ?? null) : targetInWords(target),
    targetSource: target?.source ?? null,
    isTargetVerified: target?.verified ?? true,
    n: facts.n ?? now.denominator ?? now.numerator,
    change: value === null || before === null ? null : value - before,
    trend: facts.trend,
    definition: { formula, numerator, denominator, exclusions, timeBasis, benchmark },
    notes: facts.notes ?? [],
    href: claimsBehindHref({ figure: key, month, ...facts.address }),
  };
}

function targetInWords({ amber, red }: TargetBand): string {
  return `below ${percent(amber)}, off above ${percent(red)}`;
}

/** 0.123 is "12.3 %". */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
