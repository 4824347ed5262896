import type { ClaimScreen } from "@/lib/domain/claims/claim-screen";
import type { ParameterOrigin } from "@/lib/domain/payers/parameters";

type ParameterView = ClaimScreen["payer"]["parameters"][number];

/** The payer's parameter behind a reason, which names it by its name or by its label. */
export function parameterOf(parameters: readonly ParameterView[], name: string): ParameterView | null {
  return parameters.find((parameter) => parameter.name === name || parameter.label === name) ?? null;
}

const LEVELS: Record<ParameterOrigin["level"], string> = {
  practice: "Set by this practice",
  preset: "Shipped for this payer",
  kind: "Shipped for this kind of payer",
  general: "General default",
};

/** "Shipped for this payer: common practice; check the contract." */
export function originInWords(origin: ParameterOrigin): string {
  return `${LEVELS[origin.level]}: ${origin.source.replace(/\.$/, "")}.`;
}
