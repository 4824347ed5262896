import type { DenialCategory } from "@/lib/domain/denials/outcome";
import type { RecoveryTier } from "@/lib/domain/denials/recovery";
import type { Cents } from "@/lib/domain/shared/money";
import type { WindowState } from "./line-recovery";
import type { XrayDenial } from "./xray";

/** A figure of the X-ray by what it is about; what is left out does not narrow. */
export interface FigureOf {
  /** `denied`: money that first answers denied. `open`: what is denied now. */
  money: "denied" | "open";
  payer?: string;
  code?: string;
  category?: DenialCategory;
  secondLead?: boolean;
  tier?: RecoveryTier;
  window?: WindowState;
  /** Catalogue number of an edit that stops, or only asks about, the denial; "any": one does, or one asks and none stops. */
  stoppedBy?: string;
  flaggedBy?: string;
}

/** The denials behind a figure with the cents that each puts into it: as many and as much as the figure says. */
export function denialsBehind(
  denials: readonly XrayDenial[],
  figure: FigureOf,
): { denial: XrayDenial; cents: Cents }[] {
  return denials
    .filter((denial) => isBehind(denial, figure))
    .map((denial) => ({
      denial,
      cents: figure.money === "denied" ? denial.deniedCents : denial.openCents,
    }))
    .filter(({ cents }) => cents > 0);
}

function isBehind(denial: XrayDenial, figure: FigureOf): boolean {
  const { payer, code, category, secondLead, tier, window, stoppedBy, flaggedBy } = figure;
  return (
    (payer === undefined || denial.payer.key === payer) &&
    (code === undefined || denial.code === code) &&
    (category === undefined || denial.category === category) &&
    (secondLead === undefined || denial.isSecondLead === secondLead) &&
    (tier === undefined || denial.recovery?.tier === tier) &&
    (window === undefined || denial.recovery?.window === window) &&
    (stoppedBy === undefined || named(denial.stoppedBy, stoppedBy)) &&
    (flaggedBy === undefined || isFlagged(denial, flaggedBy))
  );
}

function named(rules: readonly string[], rule: string): boolean {
  return rule === "any" ? rules.length > 0 : rules.includes(rule);
}

function isFlagged({ stoppedBy, flaggedBy }: XrayDenial, rule: string): boolean {
  return named(flaggedBy, rule) && (rule !== "any" || stoppedBy.length === 0);
}
