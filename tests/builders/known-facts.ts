import type { FactSource, KnownFacts } from "@/lib/domain/cases/facts";

const NOTE: FactSource = { kind: "operative_note", text: "2026-06-03, page 1" };

/** Documented facts from plain values, all read in one operative note. */
export function knownFacts(values: Record<string, unknown>): KnownFacts {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, source: NOTE }]),
  ) as KnownFacts;
}
