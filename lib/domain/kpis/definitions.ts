import type { TargetBand } from "./target";

/** A key figure as its tooltip explains it. */
export interface KpiDefinition {
  key: KpiKey;
  name: string;
  /** The formula in words. */
  formula: string;
  numerator: string;
  denominator: string;
  exclusions: readonly string[];
  timeBasis: string;
  /** Null where the guide sets no band. */
  target: TargetBand | null;
  /** What it must reach instead of a band. */
  benchmark: string | null;
}

const GUIDE = "Practice guide on stimulator revenue";
const DENIALS: TargetBand = {
  amber: 0.1,
  red: 0.12,
  source: `${GUIDE}: under 10 to 12 percent`,
  verified: true,
};
const OVER_60: TargetBand = {
  amber: 0.2,
  red: 0.25,
  source: `${GUIDE}: below 20 to 25 percent`,
  verified: true,
};
const OVER_120: TargetBand = {
  amber: 0.1,
  red: 0.15,
  source: "Common practice; the guide sets none",
  verified: false,
};

const ALWAYS = [
  "voided claims and their originals",
  "true duplicates, counted apart",
  "rejections and unprocessable claims",
  "predeterminations, forwarded claims and reversals",
] as const;
const FIRST_DECISIONS = [
  ...ALWAYS,
  "replacements",
  "second and third payers",
  "pending lines",
  "device lines and facility claims, shown by role",
] as const;
const RECEIVABLES = [
  ...ALWAYS.slice(0, 2),
  "patient balances and credit balances, shown apart",
  "denied money that was written off or moved to the patient",
] as const;
const FIRST_DECIDED = "By the payment date of the first final decision";

const DEFINITIONS = {
  initial_denial_rate_claims: {
    name: "Initial denial rate, claims",
    formula: "Claims first denied in whole or part ÷ claims first decided",
    numerator: "Claims whose first final decision denied at least one surgical stimulator line",
    denominator: "Claims with a surgical stimulator line and a first final decision in the period",
    exclusions: FIRST_DECISIONS,
    timeBasis: FIRST_DECIDED,
    target: DENIALS,
    benchmark: null,
  },
  initial_denial_rate_lines: {
    name: "Initial denial rate, lines",
    formula: "Stimulator lines first denied in whole or part ÷ stimulator lines first decided",
    numerator: "Lines whose first final decision denied them; a cut of units is one denied line",
    denominator: "Stimulator lines with a first final decision in the period",
    exclusions: FIRST_DECISIONS,
    timeBasis: FIRST_DECIDED,
    target: DENIALS,
    benchmark: null,
  },
  initial_denial_rate_dollars: {
    name: "Initial denial rate, dollars",
    formula: "Charges first denied ÷ charges first decided",
    numerator: "Charges of denied lines; of partly denied lines what the denial reasons took",
    denominator: "Charges of the stimulator lines with a first final decision in the period",
    exclusions: FIRST_DECISIONS,
    timeBasis: FIRST_DECIDED,
    target: DENIALS,
    benchmark: null,
  },
  first_pass_payment_rate: {
    name: "First-pass payment rate",
    formula: "Claims paid at the first decision ÷ claims first decided",
    numerator:
      "Claims whose first decision left every surgical stimulator line paid, the patient's or another payer's",
    denominator: "Original claims with a surgical stimulator line and a first final decision in the period",
    exclusions: FIRST_DECISIONS,
    timeBasis: FIRST_DECIDED,
    target: null,
    benchmark: null,
  },
  net_collection_rate: {
    name: "Net collection rate",
    formula: "Payments less takebacks ÷ what was to come in",
    numerator: "Payments less reversals; without a feed of patient payments those of insurers only",
    denominator:
      "The amount allowed where a line was paid; where denied or unpaid the contract's rate, else the median allowed of at least 5 like lines",
    exclusions: [...ALWAYS, "the patient's share, where no patient payments are connected"],
    timeBasis: "By date of service, shown when 80 percent of the lines are decided",
    target: null,
    benchmark: "At or above the practice's rate on all other codes",
  },
  receivables_over_60: {
    name: "Receivables over 60 days",
    formula: "Open balance older than 60 days ÷ open balance",
    numerator: "Open insurance balance of stimulator lines aged 61 days and more",
    denominator: "Open insurance balance of stimulator lines",
    exclusions: RECEIVABLES,
    timeBasis: "On the day of the snapshot, aged from the date of service unless chosen otherwise",
    target: OVER_60,
    benchmark: null,
  },
  receivables_over_120: {
    name: "Receivables over 120 days",
    formula: "Open balance older than 120 days ÷ open balance",
    numerator: "Open insurance balance of stimulator lines aged 121 days and more",
    denominator: "Open insurance balance of stimulator lines",
    exclusions: RECEIVABLES,
    timeBasis: "On the day of the snapshot, aged from the date of service unless chosen otherwise",
    target: OVER_120,
    benchmark: null,
  },
  denied_dollars: {
    name: "Denied dollars",
    formula: "Charges first denied, by category and by payer",
    numerator: "Charges of denied lines; of partly denied lines what the denial reasons took",
    denominator: "For the share: the lines first decided, of the payer where it is by payer",
    exclusions: FIRST_DECISIONS,
    timeBasis: FIRST_DECIDED,
    target: null,
    benchmark: null,
  },
  denials_worked: {
    name: "Denials worked",
    formula: "Distinct denied lines with at least one act of substance",
    numerator:
      "Denied lines appealed, corrected, billed anew, answered with records, argued peer to peer or called about with an outcome",
    denominator: "None: a count",
    exclusions: ["viewing, assigning and taking over", "acts that were undone"],
    timeBasis: "By the day of the act, or of the proof of sending",
    target: null,
    benchmark: null,
  },
} as const satisfies Record<string, Omit<KpiDefinition, "key">>;

export type KpiKey = keyof typeof DEFINITIONS;
export const KPI_KEYS = Object.keys(DEFINITIONS) as KpiKey[];

export const KPI_DEFINITIONS: readonly KpiDefinition[] = KPI_KEYS.map((key) => ({
  key,
  ...DEFINITIONS[key],
}));

export function kpiDefinition(key: KpiKey): KpiDefinition {
  return { key, ...DEFINITIONS[key] };
}
