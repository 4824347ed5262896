import type { ServiceLine } from "@/lib/domain/claims/claim";

/** Modifiers of a line that belong to a set, in the line's order; empty without an allocation where there is none. */
export function modifiersIn(line: ServiceLine, set: ReadonlySet<string>): readonly string[] {
  const { modifiers } = line;
  for (const modifier of modifiers) if (set.has(modifier)) return modifiers.filter((one) => set.has(one));
  return NONE;
}

const NONE: readonly string[] = [];
