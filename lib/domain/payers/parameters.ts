import { z } from "zod";
import { SEVERITIES, type Severity } from "@/lib/domain/edits/severity";
import { FACTS, FACT_NAMES } from "@/lib/domain/cases/facts";
import { DENIAL_PARAMETERS, type DenialParameterValues } from "./denial-parameters";
import type { PayerKind } from "./payer";
import { assumed, read, type ShippedValue } from "./shipped-value";

export type { ShippedValue } from "./shipped-value";

export const SECOND_LEAD_STYLES = [
  "units2_one_line",
  "two_lines_59",
  "two_lines_XS",
  "two_lines_76",
  "two_lines_51",
  "two_lines_LT_RT",
] as const;
export type SecondLeadStyle = (typeof SECOND_LEAD_STYLES)[number];

/** Payer parameters with their types. */
export interface ParameterValues extends DenialParameterValues {
  secondLeadStyle: SecondLeadStyle;
  distinctServiceModifier: "59" | "XS";
  allowLateralModifiers: boolean;
  maxLeads: number;
  authRequiredCodes: string[];
  authRequiredWhenSecondary: boolean;
  supportingDiagnosisTiers: number[];
  officeNotAllowedCodes: string[];
  officeNotPriced: "review" | "block";
  billingTaxonomyRequired: boolean;
  /** Null: the limit is not known. */
  filingLimit: number | null;
  filingLimitUnit: "days" | "months";
  filingBasis: "first_service_day" | "last_service_day";
  /** What a secondary claim's clock starts from; the primary's remittance date is on no 837. */
  filingSecondaryBasis: "service_day" | "primary_remittance";
  filingRollWeekend: boolean;
  capitated: boolean;
  requiredFacts: string[];
  /** Catalogue number -> severity, or "off". */
  editSeverities: Record<string, Severity | "off">;
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

/** What a form needs to ask for a parameter. */
export type ParameterInput =
  | { kind: "enum"; options: readonly { value: string; label: string }[] }
  | { kind: "number"; min: number; max: number; nullable: boolean }
  | { kind: "boolean" }
  | { kind: "codes" }
  | { kind: "choices"; options: readonly { value: string | number; label: string }[] }
  | { kind: "severities" };

export interface ParameterDefinition<K extends ParameterName = ParameterName> {
  name: K;
  label: string;
  help: string;
  input: ParameterInput;
  schema: z.ZodType<ParameterValues[K]>;
  general: ShippedValue<ParameterValues[K]>;
  kinds: Partial<Record<PayerKind, ShippedValue<ParameterValues[K]>>>;
}

const codes = z.array(z.string().regex(/^[0-9A-Z]{5}$/, "A procedure code has five letters or digits."));

const AUTHORIZED_BY_DEFAULT = ["63650", "63655", "63663", "63664", "63685", "63688"];

export const PARAMETERS: { readonly [K in ParameterName]: ParameterDefinition<K> } = {
  secondLeadStyle: {
    name: "secondLeadStyle",
    label: "Second lead",
    help: "How this payer wants two leads placed on one day (63650) to be written.",
    input: {
      kind: "enum",
      options: [
        { value: "units2_one_line", label: "One line, 2 units" },
        { value: "two_lines_59", label: "Two lines, modifier 59 on the second" },
        { value: "two_lines_XS", label: "Two lines, modifier XS on the second" },
        { value: "two_lines_76", label: "Two lines, modifier 76 on the second" },
        { value: "two_lines_51", label: "Two lines, modifier 51 on the second" },
        { value: "two_lines_LT_RT", label: "Two lines, LT on one and RT on the other" },
      ],
    },
    schema: z.enum(SECOND_LEAD_STYLES),
    general: assumed("units2_one_line"),
    kinds: {
      medicare: read("units2_one_line", "CMS medically unlikely edits 2024-07-01: 2 a day, all lines summed"),
    },
  },
  distinctServiceModifier: {
    name: "distinctServiceModifier",
    label: "Modifier for a distinct procedure",
    help: "Which modifier this payer wants where a second procedure was really separate.",
    input: {
      kind: "enum",
      options: [
        { value: "59", label: "59" },
        { value: "XS", label: "XS" },
      ],
    },
    schema: z.enum(["59", "XS"]),
    general: assumed("59"),
    kinds: { medicare: assumed("XS"), medicare_advantage: assumed("XS") },
  },
  allowLateralModifiers: {
    name: "allowLateralModifiers",
    label: "Takes 50, LT and RT",
    help: "On when this payer asks for side modifiers on stimulator codes, which Medicare's indicators rule out.",
    input: { kind: "boolean" },
    schema: z.boolean(),
    general: read(false, "CMS physician fee schedule 2024-07: bilateral indicator 0"),
    kinds: {},
  },
  maxLeads: {
    name: "maxLeads",
    label: "Most leads in one placement",
    help: "More leads than this in one session are not covered.",
    input: { kind: "number", min: 1, max: 8, nullable: false },
    schema: z.int().min(1).max(8),
    general: assumed(2, "CMS billing article A56876 (2 leads or 16 contacts); elsewhere common practice"),
    kinds: { medicare: read(2, "CMS billing article A56876") },
  },
  authRequiredCodes: {
    name: "authRequiredCodes",
    label: "Codes that need prior authorization",
    help: "A claim with one of these codes and no authorization number is held.",
    input: { kind: "codes" },
    schema: codes,
    general: assumed(AUTHORIZED_BY_DEFAULT, "Usual for plans other than Original Medicare; check the plan"),
    kinds: { medicare: read([], "Original Medicare asks only hospitals, and in model states, for one") },
  },
  authRequiredWhenSecondary: {
    name: "authRequiredWhenSecondary",
    label: "Authorization also as second payer",
    help: "On when this payer wants its own authorization even where another payer pays first.",
    input: { kind: "boolean" },
    schema: z.boolean(),
    general: assumed(false),
    kinds: {},
  },
  supportingDiagnosisTiers: {
    name: "supportingDiagnosisTiers",
    label: "Diagnoses that carry a placement",
    help: "Tier 1 is accepted nearly always, tier 2 depends on the payer, tier 3 is not enough alone.",
    input: {
      kind: "choices",
      options: [
        {
          value: 1,
          label: "Tier 1: post-laminectomy, complex regional pain, causalgia, chronic pain syndrome",
        },
        { value: 2, label: "Tier 2: neuropathies, radiculopathies, arachnoiditis, ischaemia and others" },
      ],
    },
    schema: z.array(z.int().min(1).max(3)),
    general: assumed([1, 2]),
    kinds: {},
  },
  officeNotAllowedCodes: {
    name: "officeNotAllowedCodes",
    label: "Codes that need a facility",
    help: "These are paid only in a surgery centre or hospital (places 19, 21, 22, 24).",
    input: { kind: "codes" },
    schema: codes,
    general: read(["63655"], "CMS billing article A56876"),
    kinds: {},
  },
  officeNotPriced: {
    name: "officeNotPriced",
    label: "Codes without an office price",
    help: "What to do with a code that Medicare prices only in a facility, billed from the office.",
    input: {
      kind: "enum",
      options: [
        { value: "review", label: "Ask a senior coder" },
        { value: "block", label: "Hold the claim" },
      ],
    },
    schema: z.enum(["review", "block"]),
    general: read("review", "CMS physician fee schedule 2024-07"),
    kinds: {},
  },
  billingTaxonomyRequired: {
    name: "billingTaxonomyRequired",
    label: "Billing taxonomy required",
    help: "On when this payer refuses a claim without the billing provider's taxonomy code.",
    input: { kind: "boolean" },
    schema: z.boolean(),
    general: assumed(false),
    kinds: { medicaid: assumed(true) },
  },
  filingLimit: {
    name: "filingLimit",
    label: "Filing limit",
    help: "How long after the service this payer takes a first claim. Empty: not known, no deadline is shown.",
    input: { kind: "number", min: 1, max: 1000, nullable: true },
    schema: z.int().min(1).max(1000).nullable(),
    general: assumed(null, "No limit is known; enter the contract's"),
    kinds: {
      medicare: assumed(12, "42 CFR 424.44: one calendar year to the contractor's receipt"),
      medicare_advantage: assumed(365, "Often 90 to 365 days by contract"),
      medicaid: assumed(12, "42 CFR 447.45(d): at most 12 months; many states are shorter"),
      tricare: assumed(365, "Filing-limit lists of clearinghouses"),
    },
  },
  filingLimitUnit: {
    name: "filingLimitUnit",
    label: "Filing limit counts",
    help: "Calendar days or months.",
    input: {
      kind: "enum",
      options: [
        { value: "days", label: "Days" },
        { value: "months", label: "Months" },
      ],
    },
    schema: z.enum(["days", "months"]),
    general: assumed("days"),
    kinds: {
      medicare: assumed("months", "42 CFR 424.44"),
      medicaid: assumed("months", "42 CFR 447.45(d)"),
    },
  },
  filingBasis: {
    name: "filingBasis",
    label: "Filing limit counts from",
    help: "The first or the last day of service on the claim.",
    input: {
      kind: "enum",
      options: [
        { value: "first_service_day", label: "First day of service" },
        { value: "last_service_day", label: "Last day of service" },
      ],
    },
    schema: z.enum(["first_service_day", "last_service_day"]),
    general: assumed("first_service_day"),
    kinds: {},
  },
  filingSecondaryBasis: {
    name: "filingSecondaryBasis",
    label: "As second payer, counts from",
    help: "Where the clock starts from the first payer's remittance, no deadline is shown until that date is known.",
    input: {
      kind: "enum",
      options: [
        { value: "service_day", label: "The day of service" },
        { value: "primary_remittance", label: "The first payer's remittance" },
      ],
    },
    schema: z.enum(["service_day", "primary_remittance"]),
    general: assumed("primary_remittance"),
    kinds: { medicare: assumed("service_day", "42 CFR 424.44") },
  },
  filingRollWeekend: {
    name: "filingRollWeekend",
    label: "Deadline moves off weekends",
    help: "On when a limit that ends on a weekend or federal holiday ends on the next working day.",
    input: { kind: "boolean" },
    schema: z.boolean(),
    general: assumed(false),
    kinds: { medicare: assumed(true) },
  },
  capitated: {
    name: "capitated",
    label: "Capitated",
    help: "On when the practice is paid per member: a payment of zero is then not a denial.",
    input: { kind: "boolean" },
    schema: z.boolean(),
    general: assumed(false),
    kinds: {},
  },
  requiredFacts: {
    name: "requiredFacts",
    label: "Facts required before release",
    help: "A surgeon's stimulator claim waits until these are recorded, each only where it matters.",
    input: {
      kind: "choices",
      options: FACT_NAMES.map((name) => ({ value: name, label: FACTS[name].label })),
    },
    schema: z.array(z.string()),
    general: read(["stage", "leadsPlaced", "operativeNoteSigned"], "Shipped playbook"),
    kinds: {},
  },
  editSeverities: {
    name: "editSeverities",
    label: "Severity of edits",
    help: "Changes an edit's severity for this payer, or turns it off.",
    input: { kind: "severities" },
    schema: z.record(z.string().regex(/^R-[A-Z]\d{2}$/), z.enum([...SEVERITIES, "off"])),
    general: read({}, "Catalogue"),
    kinds: {},
  },
  ...DENIAL_PARAMETERS,
};

export const PARAMETER_NAMES = Object.keys(PARAMETERS) as ParameterName[];

/** Reads stored or typed parameters; unknown names and wrong values are refused with their names. */
export const parameterValuesSchema: z.ZodType<Partial<ParameterValues>> = z.strictObject(
  Object.fromEntries(PARAMETER_NAMES.map((name) => [name, PARAMETERS[name].schema.optional()])),
) as z.ZodType<Partial<ParameterValues>>;
