import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import {
  PARAMETERS,
  PARAMETER_NAMES,
  type EffectiveProfile,
  type ParameterName,
  type ParameterOrigin,
  type ParameterValues,
} from "./parameters";
import { presetByKey, type PayerPreset } from "./presets";
import type { PayerKind } from "./payer";

/** What the practice set for a payer from a day on. A parameter set to null by name goes back to the shipped value. */
export interface PracticeVersion {
  effectiveFrom: CalendarDate;
  /** { parameter: value } as stored; a value that no longer fits its schema is left out, never trusted. */
  parameters: Readonly<Record<string, unknown>>;
  /** { parameter: { source } } for the values somebody checked against the contract. */
  verified: Readonly<Record<string, unknown>>;
}

export interface ProfileInput {
  kind: PayerKind;
  preset: string | null;
  payerName: string;
  /** Oldest first; of several from one day the last counts. */
  practiceVersions: readonly PracticeVersion[];
  /** Null (a claim without a date) takes the newest version. */
  dateOfService: CalendarDate | null;
}

/**
 * The parameters in force for a payer on a date of service. Each one comes from the most specific place that has it:
 * practice > shipped preset > kind of payer > general; and of the practice's versions from the newest that is in force
 * on that day and names it.
 */
export function resolveProfile(input: ProfileInput): EffectiveProfile {
  const preset = presetByKey(input.preset);
  const inForce = input.practiceVersions
    .map((version, order) => ({ version, order }))
    .filter(({ version }) => input.dateOfService === null || version.effectiveFrom <= input.dateOfService)
    .sort((a, b) => compare(b.version.effectiveFrom, a.version.effectiveFrom) || b.order - a.order)
    .map(({ version }) => version);
  const values: Partial<ParameterValues> = {};
  const origins: Partial<Record<ParameterName, ParameterOrigin>> = {};
  for (const name of PARAMETER_NAMES) resolveParameter(name, input.kind, preset, inForce, values, origins);
  return {
    payerName: input.payerName,
    kind: input.kind,
    values: values as ParameterValues,
    origins: origins as Record<ParameterName, ParameterOrigin>,
  };
}

function resolveParameter<K extends ParameterName>(
  name: K,
  kind: PayerKind,
  preset: PayerPreset | null,
  inForce: readonly PracticeVersion[],
  values: Partial<ParameterValues>,
  origins: Partial<Record<ParameterName, ParameterOrigin>>,
): void {
  const definition = PARAMETERS[name];
  const version = inForce.find((candidate) => Object.hasOwn(candidate.parameters, name));
  if (version !== undefined && !isWithdrawn(name, version.parameters[name])) {
    const parsed = definition.schema.safeParse(version.parameters[name]);
    if (parsed.success) {
      const check = version.verified[name];
      values[name] = parsed.data;
      origins[name] = {
        level: "practice",
        source: sourceOf(check) ?? `Set by the practice from ${version.effectiveFrom}`,
        verified: check !== undefined && check !== null && check !== false,
      };
      return;
    }
  }
  const fromPreset = preset?.values[name];
  const fromKind = definition.kinds[kind];
  const shipped = fromPreset ?? fromKind ?? definition.general;
  values[name] = shipped.value as ParameterValues[K];
  const level = fromPreset !== undefined ? "preset" : fromKind !== undefined ? "kind" : "general";
  origins[name] = { level, source: shipped.source, verified: shipped.verified };
}

/** Null withdraws a setting, except where null is itself a value ("the limit is not known"). */
function isWithdrawn(name: ParameterName, value: unknown): boolean {
  return value === undefined || (value === null && !PARAMETERS[name].schema.safeParse(null).success);
}

function sourceOf(check: unknown): string | null {
  if (typeof check !== "object" || check === null || !("source" in check)) return null;
  return typeof check.source === "string" && check.source !== "" ? check.source : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
