import type { PayerKind } from "./payer";

/** Claim filing indicator (SBR09) -> kind of payer. */
const KIND_OF_INDICATOR: Record<string, PayerKind> = {
  MA: "medicare",
  MB: "medicare",
  "16": "medicare_advantage",
  MC: "medicaid",
  CH: "tricare",
  VA: "va",
  WC: "workers_comp",
  AM: "auto",
  LM: "auto",
  BL: "commercial",
  CI: "commercial",
  DS: "commercial",
  FI: "commercial",
  HM: "commercial",
  "11": "other",
  "12": "commercial",
  "13": "commercial",
  "14": "commercial",
  "15": "commercial",
  "17": "commercial",
  OF: "other",
  TV: "other",
  ZZ: "other",
};

/** Read from the name only where the file's indicator leaves the kind open. */
const KIND_OF_NAME: readonly [RegExp, PayerKind][] = [
  [
    /\bMEDICARE ADV|\bMEDICARE (HMO|PPO|COMPLETE|PLUS|CHOICE)|\bADVANTAGE\b|\bMA[- ]?(HMO|PPO)\b/,
    "medicare_advantage",
  ],
  [/\bMEDICAID\b|\bMEDI-?CAL\b/, "medicaid"],
  [/\bTRICARE\b/, "tricare"],
  [/\bVETERANS\b|\bVA (COMMUNITY|CCN)\b/, "va"],
  [/\bWORK(ER|MAN|MEN)'?S'? COMP/, "workers_comp"],
  [/\bMEDICARE\b|\b(NORIDIAN|PALMETTO GBA|NOVITAS|NGS|FIRST COAST|WPS GHA|CGS)\b/, "medicare"],
];

const BRANDS: readonly { name: RegExp; commercial: string | null; medicareAdvantage: string | null }[] = [
  { name: /\bAETNA\b/, commercial: "aetna", medicareAdvantage: "medicare_advantage" },
  { name: /\bCIGNA\b|\bEVICORE\b/, commercial: "cigna", medicareAdvantage: "medicare_advantage" },
  { name: /\bUNITED ?HEALTH|\bUHC\b|\bUMR\b/, commercial: "uhc", medicareAdvantage: "uhc_ma" },
  { name: /\bANTHEM\b|\bELEVANCE\b/, commercial: "anthem", medicareAdvantage: "medicare_advantage" },
  { name: /\bHUMANA\b/, commercial: "humana", medicareAdvantage: "humana_ma" },
  { name: /\bFEDERAL EMPLOYEE|\bFEP\b/, commercial: "fep", medicareAdvantage: null },
  { name: /\bBLUE ?(CROSS|SHIELD)|\bBCBS/, commercial: "bcbs", medicareAdvantage: "medicare_advantage" },
];

/** A plan of a private company that speaks of Medicare is Medicare Advantage, whatever the file's indicator says. */
const PRIVATE_MEDICARE = /\bMEDICARE\b/;

/**
 * A first guess at what kind of payer a file names and which shipped profile fits it; people correct it on the payer's
 * page. The filing indicator decides, except that a brand's Medicare plan is Medicare Advantage.
 */
export function inferPayer(payer: { id: string | null; name: string; filingIndicator: string | null }): {
  kind: PayerKind;
  preset: string | null;
} {
  const name = payer.name.toUpperCase();
  const brand = BRANDS.find((candidate) => candidate.name.test(name));
  const byIndicator = payer.filingIndicator === null ? undefined : KIND_OF_INDICATOR[payer.filingIndicator];
  let kind: PayerKind | undefined = byIndicator === "other" ? undefined : byIndicator;
  const byName = KIND_OF_NAME.find(([pattern]) => pattern.test(name))?.[1];
  if (kind === undefined || (kind === "commercial" && byName !== undefined)) kind = byName ?? kind;
  if (
    kind === "medicare" &&
    brand !== undefined &&
    byIndicator !== "medicare" &&
    PRIVATE_MEDICARE.test(name)
  ) {
    kind = "medicare_advantage";
  }
  kind ??= brand === undefined ? (byIndicator ?? "commercial") : "commercial";
  return { kind, preset: presetOf(kind, brand, payer.filingIndicator) };
}

function presetOf(
  kind: PayerKind,
  brand: (typeof BRANDS)[number] | undefined,
  indicator: string | null,
): string | null {
  switch (kind) {
    case "medicare":
      return "medicare";
    case "medicare_advantage":
      return brand?.medicareAdvantage ?? "medicare_advantage";
    case "medicaid":
      return "medicaid";
    case "tricare":
      return "tricare";
    case "commercial":
      if (brand !== undefined) return brand.commercial;
      if (indicator === "FI") return "fep";
      return indicator === "BL" ? "bcbs" : null;
    default:
      return null;
  }
}
