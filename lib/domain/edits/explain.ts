import { TABLES } from "@/lib/domain/code-sets/tables";
import { editionInWords } from "@/lib/domain/code-sets/dated-table";
import {
  PARAMETERS,
  type EffectiveProfile,
  type ParameterInput,
  type ParameterName,
  type ParameterOrigin,
} from "@/lib/domain/payers/parameters";
import { PAYER_KIND_LABELS } from "@/lib/domain/payers/payer";
import type { ClaimReading } from "./claim-reading";
import type { EditDefinition } from "./define-edit";

/** Parameters and table editions behind an edit's finding, as a person reads them: name -> value and where it is from. */
export function explain(edit: EditDefinition, reading: ClaimReading): Record<string, string> {
  const because: Record<string, string> = {};
  for (const name of edit.parameters)
    because[PARAMETERS[name].label] = parameterInWords(name, reading.context.profile);
  for (const name of edit.tables) {
    const table = TABLES[name];
    because[table.label] = editionInWords(table, reading.serviceDate);
  }
  const set = reading.parameters.editSeverities[edit.rule];
  if (set !== undefined) {
    because[PARAMETERS.editSeverities.label] =
      `${edit.rule}: ${set} (${originInWords(reading.context.profile, "editSeverities")})`;
  }
  return because;
}

/** "Two lines, modifier 76 on the second (practice: contract of 2026, verified)". */
export function parameterInWords(name: ParameterName, profile: EffectiveProfile): string {
  return `${valueInWords(PARAMETERS[name].input, profile.values[name])} (${originInWords(profile, name)})`;
}

const LEVELS: Record<ParameterOrigin["level"], (profile: EffectiveProfile) => string> = {
  practice: (profile) => `set by the practice for ${profile.payerName}`,
  preset: () => "shipped for this payer",
  kind: (profile) => `shipped for ${PAYER_KIND_LABELS[profile.kind]}`,
  general: () => "shipped for every payer",
};

function originInWords(profile: EffectiveProfile, name: ParameterName): string {
  const { level, source, verified } = profile.origins[name];
  return `${LEVELS[level](profile)}: ${source}; ${verified ? "verified" : "not verified"}`;
}

/** A parameter's value as a form would word it: "Two lines, modifier 76 on the second", "Yes", "Not known". */
export function valueInWords(input: ParameterInput, value: unknown): string {
  if (value === null) return "Not known";
  if (input.kind === "boolean") return value === true ? "Yes" : "No";
  if (input.kind === "enum")
    return input.options.find((option) => option.value === value)?.label ?? String(value);
  if (Array.isArray(value)) return value.length === 0 ? "None" : value.join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
