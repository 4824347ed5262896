import path from "node:path";
import { FACTS, FACT_NAMES, isFactName, type FactSource, type KnownFacts } from "@/lib/domain/cases/facts";
import { isRecord, knownNames, mistakeIn, readJson, refuseFile, type Mistake } from "./read-json";

/** Documented facts by claim number (CLM01). */
export type FactsByClaim = ReadonlyMap<string, KnownFacts>;

/**
 * Reads a facts file: `{ "<claim number>": { "<fact>": value | { value, source: { kind, text } } } }`, strictly.
 * A value of null says that the fact is not known, as if it were not there.
 */
export async function readFacts(file: string): Promise<FactsByClaim> {
  const content = await readJson(file);
  if (!isRecord(content)) {
    refuseFile(file, [{ place: "", message: "write an object: claim number -> fact -> value." }]);
  }
  const mistakes: Mistake[] = [];
  const unsourced: FactSource = { kind: "asked", text: path.basename(file) };
  const facts = new Map<string, KnownFacts>();
  for (const [claimNumber, value] of Object.entries(content)) {
    const place = `claim ${JSON.stringify(claimNumber)}`;
    if (isRecord(value)) facts.set(claimNumber, factsOf(place, value, unsourced, mistakes));
    else mistakes.push({ place, message: "write an object: fact -> value." });
  }
  if (mistakes.length > 0) refuseFile(file, mistakes);
  return facts;
}

function factsOf(
  place: string,
  content: Record<string, unknown>,
  unsourced: FactSource,
  mistakes: Mistake[],
): KnownFacts {
  const known: KnownFacts = {};
  for (const [name, entry] of Object.entries(content)) {
    if (!isFactName(name)) {
      const message = `there is no fact ${JSON.stringify(name)}. ${knownNames(name, FACT_NAMES)}`;
      mistakes.push({ place, message });
      continue;
    }
    const value = isRecord(entry) ? entry.value : entry;
    if (value === null || value === undefined) continue;
    const message = mistakeIn(FACTS[name], value);
    if (message !== null) {
      mistakes.push({ place: `${place} > ${name}`, message });
      continue;
    }
    const source = isRecord(entry) ? sourceOf(entry.source, unsourced) : unsourced;
    if (source === null) {
      mistakes.push({ place: `${place} > ${name} > source`, message: "write { kind, text } in words." });
      continue;
    }
    Object.assign(known, { [name]: { value, source } });
  }
  return known;
}

function sourceOf(source: unknown, unsourced: FactSource): FactSource | null {
  if (source === undefined || source === null) return unsourced;
  if (!isRecord(source) || typeof source.kind !== "string" || typeof source.text !== "string") return null;
  return { kind: source.kind, text: source.text };
}
