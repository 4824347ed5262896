import type { PayerKind } from "./payer";

/** Payer parameters with their types; catalogue, defaults and sources grow in this file. */
export interface ParameterValues {
  secondLeadStyle: string;
}

export type ParameterName = keyof ParameterValues;

/** Parameters in force for one payer on one day, each with where it came from. */
export interface EffectiveProfile {
  payerName: string;
  kind: PayerKind;
  values: ParameterValues;
  origins: Record<ParameterName, ParameterOrigin>;
}

export interface ParameterOrigin {
  /** "practice" = set by the practice for this payer, "preset" = shipped for this payer, "kind" = for its kind, "general". */
  level: "practice" | "preset" | "kind" | "general";
  /** Source in words. */
  source: string;
  /** False for shipped values nobody has checked against the contract. */
  verified: boolean;
}
