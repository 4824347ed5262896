import { PARAMETERS, PARAMETER_NAMES } from "@/lib/domain/payers/parameters";
import type { PayerKind } from "@/lib/domain/payers/payer";
import { resolveProfile, type PracticeVersion } from "@/lib/domain/payers/resolve-profile";
import { parameterInWords } from "./parameter-words";

export interface VersionRecord extends PracticeVersion {
  id: string;
  note: string | null;
  actorName: string;
  createdAt: string;
}

export interface VersionDifference {
  label: string;
  before: string;
  after: string;
  /** What it was checked against. */
  source: string | null;
  isReset: boolean;
}

export interface VersionWithDifferences {
  id: string;
  effectiveFrom: string;
  actorName: string;
  createdAt: string;
  note: string | null;
  differences: VersionDifference[];
}

/**
 * Each version with what it changed: the value in force on its first day without it, and with it. Versions come newest
 * first and leave in that order.
 */
export function versionDifferences(
  payer: { kind: PayerKind; preset: string | null; name: string },
  versions: readonly VersionRecord[],
): VersionWithDifferences[] {
  const oldestFirst = [...versions].reverse();
  return versions.map((version) => {
    const resolve = (practiceVersions: readonly PracticeVersion[]) =>
      resolveProfile({
        kind: payer.kind,
        preset: payer.preset,
        payerName: payer.name,
        practiceVersions,
        dateOfService: version.effectiveFrom,
      }).values;
    const earlier = oldestFirst.slice(0, oldestFirst.indexOf(version));
    const before = resolve(earlier);
    const after = resolve([...earlier, version]);
    const differences = PARAMETER_NAMES.filter((name) => Object.hasOwn(version.parameters, name)).map(
      (name) => {
        const { label, input } = PARAMETERS[name];
        const check = version.verified[name] as { source?: string } | undefined;
        return {
          label,
          before: parameterInWords(input, before[name]),
          after: parameterInWords(input, after[name]),
          source: check?.source ?? null,
          isReset: version.parameters[name] === null && !(input.kind === "number" && input.nullable),
        };
      },
    );
    const { id, effectiveFrom, actorName, createdAt, note } = version;
    return { id, effectiveFrom, actorName, createdAt, note, differences };
  });
}
