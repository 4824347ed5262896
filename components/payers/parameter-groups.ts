import type { ParameterName } from "@/lib/domain/payers/parameters";

export interface ParameterGroup {
  key: string;
  label: string;
  names: readonly ParameterName[];
}

/** Parameters that belong together are shown and changed together. */
export const PARAMETER_GROUPS: readonly ParameterGroup[] = [
  {
    key: "coding",
    label: "Leads and modifiers",
    names: ["secondLeadStyle", "distinctServiceModifier", "allowLateralModifiers", "maxLeads"],
  },
  {
    key: "authorization",
    label: "Prior authorization",
    names: ["authRequiredCodes", "authRequiredWhenSecondary"],
  },
  {
    key: "filing",
    label: "Filing limit",
    names: ["filingLimit", "filingLimitUnit", "filingBasis", "filingSecondaryBasis", "filingRollWeekend"],
  },
  {
    key: "coverage",
    label: "Coverage and place of service",
    names: [
      "supportingDiagnosisTiers",
      "officeNotAllowedCodes",
      "officeNotPriced",
      "billingTaxonomyRequired",
      "capitated",
    ],
  },
  {
    key: "appeals",
    label: "Appeals and corrected claims",
    names: [
      "appealLimit",
      "appealLimitUnit",
      "appealReceiptDays",
      "correctedBasis",
      "correctedLimit",
      "correctedLimitUnit",
    ],
  },
  {
    key: "recovery",
    label: "Recovering denials",
    names: [
      "separatelyPaidCodes",
      "recoverySimple",
      "recoveryCoverage",
      "recoveryClinical",
      "effortSimple",
      "effortCoverage",
      "effortClinical",
    ],
  },
  { key: "release", label: "Before release", names: ["requiredFacts", "editSeverities"] },
];
