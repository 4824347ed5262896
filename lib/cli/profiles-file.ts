import type { ClaimPayer } from "@/lib/domain/claims/claim";
import { arrivingPayer } from "@/lib/domain/imports/arrival-keys";
import { inferPayer } from "@/lib/domain/payers/infer-payer";
import {
  PARAMETERS,
  PARAMETER_NAMES,
  type EffectiveProfile,
  type ParameterName,
} from "@/lib/domain/payers/parameters";
import { PAYER_KINDS, type PayerKind } from "@/lib/domain/payers/payer";
import { PAYER_PRESETS, presetByKey } from "@/lib/domain/payers/presets";
import { resolveProfile, type PracticeVersion } from "@/lib/domain/payers/resolve-profile";
import { isCalendarDate, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import { isRecord, knownNames, mistakeIn, readJson, refuseFile, type Mistake } from "./read-json";

/** What a profiles file says of one payer. */
interface PayerEntry {
  kind: PayerKind | null;
  preset: string | null;
  versions: PracticeVersion[];
}

const ENTRY_KEYS = ["kind", "preset", "parameters", "versions"];
const VERSION_KEYS = ["effectiveFrom", "parameters"];
/** Parameters without a date hold always. */
const ALWAYS: CalendarDate = "1900-01-01";

/** The payers of a profiles file; every other payer gets what ships for its kind and name. */
export class Profiles {
  private readonly resolved = new Map<string, EffectiveProfile>();

  constructor(private readonly entries: ReadonlyMap<string, PayerEntry> = new Map()) {}

  /** By the payer's id, else by its name (spelling of case and blanks does not matter); the parameters are those in force on the date of service. */
  profileFor(payer: ClaimPayer, dateOfService: CalendarDate | null): EffectiveProfile {
    const key = JSON.stringify([payer.id, payer.name, payer.filingIndicator, dateOfService]);
    let profile = this.resolved.get(key);
    if (profile === undefined) {
      profile = this.resolve(payer, dateOfService);
      this.resolved.set(key, profile);
    }
    return profile;
  }

  private resolve(payer: ClaimPayer, dateOfService: CalendarDate | null): EffectiveProfile {
    // "87726/MA" is the Medicare Advantage side of a payer whose plans share one id.
    const names = [arrivingPayer(payer).payerCode, payer.id ?? "", payer.name].map(payerKey);
    const entry = names.map((name) => this.entries.get(name)).find((found) => found !== undefined);
    const inferred = inferPayer(payer);
    const kind = entry?.kind ?? presetByKey(entry?.preset ?? null)?.kind ?? inferred.kind;
    // A preset that was guessed for another kind than the one the file states would contradict it.
    const preset = entry?.preset ?? (kind === inferred.kind ? inferred.preset : null);
    const practiceVersions = entry?.versions ?? [];
    return resolveProfile({ kind, preset, payerName: payer.name, practiceVersions, dateOfService });
  }
}

const payerKey = (text: string) => text.trim().toUpperCase().replace(/\s+/g, " ");

/** Reads a profiles file: `{ "<payer id or name>": { kind?, preset?, parameters?, versions? } }`, strictly. */
export async function readProfiles(file: string): Promise<Profiles> {
  const content = await readJson(file);
  const mistakes: Mistake[] = [];
  const entries = new Map<string, PayerEntry>();
  if (!isRecord(content)) {
    refuseFile(file, [{ place: "", message: "write an object: payer id or name -> { parameters: { … } }." }]);
  }
  for (const [name, value] of Object.entries(content)) {
    entries.set(payerKey(name), readEntry(`payer ${JSON.stringify(name)}`, value, mistakes));
  }
  if (mistakes.length > 0) refuseFile(file, mistakes);
  return new Profiles(entries);
}

function readEntry(place: string, value: unknown, mistakes: Mistake[]): PayerEntry {
  const entry: PayerEntry = { kind: null, preset: null, versions: [] };
  if (!isRecord(value)) {
    mistakes.push({ place, message: "write an object with kind, preset, parameters or versions." });
    return entry;
  }
  refuseUnknown(place, value, ENTRY_KEYS, mistakes);
  const { kind, preset, parameters, versions } = value;
  if (kind !== undefined) {
    if (PAYER_KINDS.includes(kind as PayerKind)) entry.kind = kind as PayerKind;
    else mistakes.push({ place: `${place} > kind`, message: noSuch("kind", kind, PAYER_KINDS) });
  }
  if (preset !== undefined && preset !== null) {
    if (typeof preset === "string" && presetByKey(preset) !== null) entry.preset = preset;
    else {
      const keys = PAYER_PRESETS.map(({ key }) => key);
      mistakes.push({ place: `${place} > preset`, message: noSuch("preset", preset, keys) });
    }
  }
  if (parameters !== undefined) {
    entry.versions.push(versionOf(`${place} > parameters`, ALWAYS, parameters, mistakes));
  }
  if (versions !== undefined) readVersions(`${place} > versions`, versions, entry, mistakes);
  return entry;
}

function readVersions(place: string, value: unknown, entry: PayerEntry, mistakes: Mistake[]): void {
  if (!Array.isArray(value)) {
    mistakes.push({ place, message: "write a list of { effectiveFrom, parameters }." });
    return;
  }
  value.forEach((version: unknown, index) => {
    const own = `${place} > ${index + 1}`;
    if (!isRecord(version)) {
      mistakes.push({ place: own, message: "write { effectiveFrom, parameters }." });
      return;
    }
    refuseUnknown(own, version, VERSION_KEYS, mistakes);
    const from = version.effectiveFrom;
    if (typeof from !== "string" || !isCalendarDate(from)) {
      mistakes.push({ place: `${own} > effectiveFrom`, message: "write a date as YYYY-MM-DD." });
    } else {
      entry.versions.push(versionOf(`${own} > parameters`, from, version.parameters, mistakes));
    }
  });
}

function versionOf(
  place: string,
  effectiveFrom: CalendarDate,
  value: unknown,
  mistakes: Mistake[],
): PracticeVersion {
  const parameters = isRecord(value) ? value : {};
  if (!isRecord(value)) mistakes.push({ place, message: "write an object: parameter -> value." });
  refuseUnknown(place, parameters, PARAMETER_NAMES, mistakes);
  for (const [name, set] of Object.entries(parameters)) {
    if (!Object.hasOwn(PARAMETERS, name)) continue;
    const message = mistakeIn(PARAMETERS[name as ParameterName], set);
    if (message !== null) mistakes.push({ place: `${place} > ${name}`, message });
  }
  return { effectiveFrom, parameters, verified: {} };
}

function refuseUnknown(
  place: string,
  value: Record<string, unknown>,
  known: readonly string[],
  mistakes: Mistake[],
): void {
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) mistakes.push({ place, message: noSuch("key", name, known) });
  }
}

function noSuch(what: string, name: unknown, known: readonly string[]): string {
  return `there is no ${what} ${JSON.stringify(name)}. ${knownNames(String(name), known)}`;
}
