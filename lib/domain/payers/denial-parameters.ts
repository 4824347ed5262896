import { z } from "zod";
import type { ParameterDefinition } from "./parameters";
import { assumed, type ShippedValue } from "./shipped-value";

/** What a payer's profile says about denials: windows, the odds of recovering, the work it takes. */
export interface DenialParameterValues {
  /** Codes the payer pays a facility separately. */
  separatelyPaidCodes: string[];
  /** Null: the limit is not known. */
  appealLimit: number | null;
  appealLimitUnit: "days" | "months";
  /** Days from the date of a notice to its presumed receipt, from which the appeal limit counts. */
  appealReceiptDays: number;
  correctedBasis: "as_first_claim" | "service_day" | "remittance";
  /** Null: the limit is not known. Plays no part under `as_first_claim`. */
  correctedLimit: number | null;
  correctedLimitUnit: "days" | "months";
  /** Percent of denied money that comes back, by how hard a denial is. */
  recoverySimple: number;
  recoveryCoverage: number;
  recoveryClinical: number;
  /** Minutes of work on one denial. */
  effortSimple: number;
  effortCoverage: number;
  effortClinical: number;
}

const UNIT_OPTIONS = [
  { value: "days", label: "Days" },
  { value: "months", label: "Months" },
] as const;
const limit = z.int().min(1).max(1000).nullable();
const unit = z.enum(["days", "months"]);
const percent = z.int().min(0).max(100);
const minutes = z.int().min(1).max(600);
const PERCENT_INPUT = { kind: "number", min: 0, max: 100, nullable: false } as const;
const MINUTES_INPUT = { kind: "number", min: 1, max: 600, nullable: false } as const;
const ONE_SYSTEM = "One health system's published experience; replace it by your own";
const GUESS = "A starting point nobody has measured here";

type Same<K extends keyof DenialParameterValues> = Omit<ParameterDefinition<K>, "name" | "label" | "help">;
const likelihood = (value: number, source: string): Same<"recoverySimple"> => ({
  input: PERCENT_INPUT,
  schema: percent,
  general: assumed(value, source),
  kinds: {},
});
const effort = (value: number): Same<"effortSimple"> => ({
  input: MINUTES_INPUT,
  schema: minutes,
  general: assumed(value, GUESS),
  kinds: {},
});
const unitOf = (
  general: ShippedValue<"days" | "months">,
  kinds: Same<"appealLimitUnit">["kinds"] = {},
): Same<"appealLimitUnit"> => ({
  input: { kind: "enum", options: UNIT_OPTIONS },
  schema: unit,
  general,
  kinds,
});

export const DENIAL_PARAMETERS: { readonly [K in keyof DenialParameterValues]: ParameterDefinition<K> } = {
  separatelyPaidCodes: {
    name: "separatelyPaidCodes",
    label: "Paid separately to a facility",
    help: "Device or other codes this payer pays a facility beside the procedure: packaging them is then a denial.",
    input: { kind: "codes" },
    schema: z.array(z.string().regex(/^[0-9A-Z]{5}$/, "A procedure code has five letters or digits.")),
    general: assumed<string[]>([], "Packaged unless a contract carves the device out"),
    kinds: {},
  },
  appealLimit: {
    name: "appealLimit",
    label: "Appeal limit",
    help: "How long after the remittance this payer takes a first appeal. Empty: not known, no deadline is shown.",
    input: { kind: "number", min: 1, max: 1000, nullable: true },
    schema: limit,
    general: assumed(null, "No limit is known; enter the contract's"),
    kinds: {
      medicare: assumed(120, "Redetermination: 120 days from receipt of the remittance"),
      medicaid: assumed(60, "42 CFR 438.402, managed care: 60 days; states differ"),
      tricare: assumed(90, "Commonly quoted"),
      va: assumed(90, "Commonly quoted"),
    },
  },
  appealLimitUnit: {
    ...unitOf(assumed("days")),
    name: "appealLimitUnit",
    label: "Appeal limit counts",
    help: "Calendar days or months.",
  },
  appealReceiptDays: {
    name: "appealReceiptDays",
    label: "Days until a notice counts as received",
    help: "Added to the date of the remittance before the appeal limit begins.",
    input: { kind: "number", min: 0, max: 30, nullable: false },
    schema: z.int().min(0).max(30),
    general: assumed(0, "Limits are taken to count from the remittance itself"),
    kinds: { medicare: assumed(5, "Receipt presumed five days after the date of the notice") },
  },
  correctedBasis: {
    name: "correctedBasis",
    label: "Corrected claim counts from",
    help: "Many payers take a corrected claim only while they would take a first one.",
    input: {
      kind: "enum",
      options: [
        { value: "as_first_claim", label: "As a first claim" },
        { value: "service_day", label: "The day of service, with its own limit" },
        { value: "remittance", label: "The remittance, with its own limit" },
      ],
    },
    schema: z.enum(["as_first_claim", "service_day", "remittance"]),
    general: assumed("as_first_claim", "Often the window of a first claim; check the contract"),
    kinds: {
      medicare: assumed("remittance", "Reopening for a clerical error: from the first decision"),
    },
  },
  correctedLimit: {
    name: "correctedLimit",
    label: "Corrected claim limit",
    help: "Its own limit, where it does not follow the first claim's. Empty: not known, no deadline is shown.",
    input: { kind: "number", min: 1, max: 1000, nullable: true },
    schema: limit,
    general: assumed(null, "No limit is known; enter the contract's"),
    kinds: { medicare: assumed(12, "Reopening for a clerical error: within one year, for any reason") },
  },
  correctedLimitUnit: {
    ...unitOf(assumed("days"), { medicare: assumed("months", "Reopening: one year") }),
    name: "correctedLimitUnit",
    label: "Corrected claim limit counts",
    help: "Calendar days or months.",
  },
  recoverySimple: {
    ...likelihood(90, ONE_SYSTEM),
    name: "recoverySimple",
    label: "Recovered of coding and information denials, %",
    help: "Inclusive, modifier, coding, duplicate, place of service, units, diagnosis, documents.",
  },
  recoveryCoverage: {
    ...likelihood(75, ONE_SYSTEM),
    name: "recoveryCoverage",
    label: "Recovered of coverage denials, %",
    help: "Authorization, eligibility, other payers, providers, benefits, filing limits.",
  },
  recoveryClinical: {
    ...likelihood(25, `${ONE_SYSTEM}: 20 to 30 early on, falling with age`),
    name: "recoveryClinical",
    label: "Recovered of clinical denials, %",
    help: "Medical necessity.",
  },
  effortSimple: {
    ...effort(20),
    name: "effortSimple",
    label: "Minutes on a coding or information denial",
    help: "Divides the score, so that short work comes first.",
  },
  effortCoverage: {
    ...effort(40),
    name: "effortCoverage",
    label: "Minutes on a coverage denial",
    help: "Divides the score, so that short work comes first.",
  },
  effortClinical: {
    ...effort(90),
    name: "effortClinical",
    label: "Minutes on a clinical denial",
    help: "Divides the score, so that short work comes first.",
  },
};
