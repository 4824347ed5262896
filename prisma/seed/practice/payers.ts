import type { ParameterValues, SecondLeadStyle } from "@/lib/domain/payers/parameters";

export interface PracticePayer {
  key: string;
  name: string;
  id: string;
  filingIndicator: string;
  weight: number;
  /** Youngest patient. */
  minAge: number;
  secondLeadStyle: SecondLeadStyle;
  authorizes: boolean;
  /** Filing limit in days as the practice holds it; null where it is a year or more and never close. */
  filingDays: number | null;
  memberIdPrefix: string;
  /** What the practice has set for this payer, as a payer profile. */
  profile: Partial<ParameterValues>;
}

const days = (filingLimit: number): Partial<ParameterValues> => ({ filingLimit, filingLimitUnit: "days" });

/** Real payer names only as names: identifiers, conventions and limits are this invented practice's own. */
export const PAYERS: readonly PracticePayer[] = [
  {
    ...{
      key: "medicare",
      name: "MEDICARE PART B",
      id: "04112",
      filingIndicator: "MB",
      weight: 30,
      minAge: 65,
    },
    ...{ secondLeadStyle: "units2_one_line", authorizes: false, filingDays: null, memberIdPrefix: "1EG" },
    profile: {},
  },
  {
    ...{
      key: "uhc_ma",
      name: "UNITEDHEALTHCARE MEDICARE ADVANTAGE",
      id: "87726M",
      filingIndicator: "16",
      weight: 14,
    },
    ...{
      minAge: 65,
      secondLeadStyle: "units2_one_line",
      authorizes: true,
      filingDays: null,
      memberIdPrefix: "94",
    },
    profile: { secondLeadStyle: "units2_one_line" },
  },
  {
    ...{ key: "aetna", name: "AETNA", id: "60054", filingIndicator: "CI", weight: 12, minAge: 24 },
    ...{ secondLeadStyle: "two_lines_76", authorizes: true, filingDays: 120, memberIdPrefix: "W2" },
    profile: { secondLeadStyle: "two_lines_76", ...days(120) },
  },
  {
    ...{ key: "cigna", name: "CIGNA", id: "62308", filingIndicator: "CI", weight: 9, minAge: 24 },
    ...{ secondLeadStyle: "two_lines_59", authorizes: true, filingDays: 90, memberIdPrefix: "U4" },
    profile: { secondLeadStyle: "two_lines_59", ...days(90) },
  },
  {
    ...{ key: "uhc", name: "UNITEDHEALTHCARE", id: "87726", filingIndicator: "CI", weight: 13, minAge: 24 },
    ...{ secondLeadStyle: "two_lines_XS", authorizes: true, filingDays: 90, memberIdPrefix: "91" },
    profile: { secondLeadStyle: "two_lines_XS", distinctServiceModifier: "XS", ...days(90) },
  },
  {
    ...{
      key: "blue",
      name: "BLUE CROSS BLUE SHIELD",
      id: "00550",
      filingIndicator: "BL",
      weight: 12,
      minAge: 24,
    },
    ...{ secondLeadStyle: "two_lines_59", authorizes: true, filingDays: 180, memberIdPrefix: "XQZ" },
    profile: { secondLeadStyle: "two_lines_59", ...days(180) },
  },
  {
    ...{
      key: "medicaid",
      name: "HEALTH FIRST MEDICAID",
      id: "77016",
      filingIndicator: "MC",
      weight: 6,
      minAge: 21,
    },
    ...{ secondLeadStyle: "units2_one_line", authorizes: true, filingDays: null, memberIdPrefix: "Z" },
    profile: { secondLeadStyle: "units2_one_line" },
  },
  {
    ...{
      key: "workers_comp",
      name: "PINNACLE WORKERS COMPENSATION FUND",
      id: "41822",
      filingIndicator: "WC",
      weight: 4,
    },
    ...{
      minAge: 24,
      secondLeadStyle: "two_lines_76",
      authorizes: true,
      filingDays: 95,
      memberIdPrefix: "WC",
    },
    profile: { secondLeadStyle: "two_lines_76", ...days(95) },
  },
];
