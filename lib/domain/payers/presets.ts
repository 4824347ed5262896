import type { PayerKind } from "./payer";
import type { ParameterName, ParameterValues, ShippedValue } from "./parameters";

/** A shipped starting profile for a payer that practices commonly meet; the contract always wins over it. */
export interface PayerPreset {
  key: string;
  label: string;
  kind: PayerKind;
  values: { readonly [K in ParameterName]?: ShippedValue<ParameterValues[K]> };
}

/** Published or listed somewhere, but lists contradict each other: never verified until the practice says so. */
function listed<T>(value: T, source: string): ShippedValue<T> {
  return { value, source, verified: false };
}

const limitDays = (days: number, source: string) => ({
  filingLimit: listed<number | null>(days, source),
  filingLimitUnit: listed<"days" | "months">("days", source),
});
const appealDays = (days: number, source: string) => ({
  appealLimit: listed<number | null>(days, source),
  appealLimitUnit: listed<"days" | "months">("days", source),
});
const limitMonths = (months: number, source: string) => ({
  filingLimit: listed<number | null>(months, source),
  filingLimitUnit: listed<"days" | "months">("months", source),
});
const appealMonths = (months: number, source: string) => ({
  appealLimit: listed<number | null>(months, source),
  appealLimitUnit: listed<"days" | "months">("months", source),
});
const UHC_APPEALS =
  "Administrative guides: reconsideration and appeal within 12 months; other lists say 65 days";

export const PAYER_PRESETS: readonly PayerPreset[] = [
  { key: "medicare", label: "Original Medicare", kind: "medicare", values: {} },
  { key: "medicare_advantage", label: "Medicare Advantage plan", kind: "medicare_advantage", values: {} },
  {
    key: "aetna",
    label: "Aetna",
    kind: "commercial",
    values: {
      ...limitDays(120, "Filing-limit lists; 90 or 180 days by contract"),
      ...appealDays(180, "Aetna, disputes and appeals: reconsideration; necessity goes straight to appeal"),
    },
  },
  {
    key: "cigna",
    label: "Cigna (eviCore)",
    kind: "commercial",
    values: {
      ...limitDays(90, "Cigna, When to file a claim: 90 days in network, 180 out of network"),
      ...appealDays(180, "Commonly quoted; check the contract"),
    },
  },
  {
    key: "uhc",
    label: "UnitedHealthcare",
    kind: "commercial",
    values: {
      ...limitDays(90, "Filing-limit lists: 90 days in network, 180 out of network"),
      ...appealMonths(12, UHC_APPEALS),
      filingBasis: listed("last_service_day", "Filing-limit lists: last day of a span"),
      authRequiredCodes: listed(
        ["63650", "63655", "63661", "63663", "63685", "63688"],
        "Commonly seen prior-authorization list; check the plan's own",
      ),
    },
  },
  {
    key: "uhc_ma",
    label: "UnitedHealthcare Medicare Advantage",
    kind: "medicare_advantage",
    values: {
      ...limitDays(365, "Filing-limit lists"),
      ...appealMonths(12, UHC_APPEALS),
      authRequiredCodes: listed(
        ["63650", "63655", "63685"],
        "Plan's policy on spinal cord stimulators, 2025-09-26",
      ),
    },
  },
  {
    key: "anthem",
    label: "Anthem",
    kind: "commercial",
    values: {
      ...limitDays(90, "Filing-limit lists: 90 days since 2019-10-01"),
      ...appealDays(60, "A guide to provider disputes; contracts are longer"),
    },
  },
  {
    key: "bcbs",
    label: "Blue Cross Blue Shield plan",
    kind: "commercial",
    values: limitDays(180, "Filing-limit lists: 180 to 365 days by plan"),
  },
  {
    key: "fep",
    label: "Federal Employee Program",
    kind: "commercial",
    values: limitMonths(12, "Shorter than the programme's own end of the next calendar year"),
  },
  {
    key: "humana",
    label: "Humana",
    kind: "commercial",
    values: limitDays(180, "Humana newsletter: 180 days for physicians; other lists say 90"),
  },
  {
    key: "humana_ma",
    label: "Humana Medicare Advantage",
    kind: "medicare_advantage",
    values: limitDays(365, "Filing-limit lists: one year, or the contract"),
  },
  {
    key: "tricare",
    label: "TRICARE",
    kind: "tricare",
    values: limitDays(365, "Filing-limit lists"),
  },
  { key: "medicaid", label: "Medicaid", kind: "medicaid", values: {} },
  {
    key: "workers_comp_ca",
    label: "Workers' compensation, California",
    kind: "workers_comp",
    values: {
      ...limitMonths(12, "State rule as commonly quoted"),
      ...appealDays(90, "8 CCR 9792.5.7: second bill review within 90 days of the explanation of review"),
    },
  },
  {
    key: "workers_comp_fl",
    label: "Workers' compensation, Florida",
    kind: "workers_comp",
    values: limitDays(30, "State rule as commonly quoted"),
  },
  {
    key: "workers_comp_ny",
    label: "Workers' compensation, New York",
    kind: "workers_comp",
    values: limitDays(120, "State rule as commonly quoted"),
  },
  {
    key: "workers_comp_tx",
    label: "Workers' compensation, Texas",
    kind: "workers_comp",
    values: limitDays(95, "State rule as commonly quoted"),
  },
];

/** The preset of a key; null when nothing is shipped under it. */
export function presetByKey(key: string | null): PayerPreset | null {
  return PAYER_PRESETS.find((preset) => preset.key === key) ?? null;
}
