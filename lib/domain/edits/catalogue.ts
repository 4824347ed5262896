import type { EditDefinition } from "./define-edit";
import { leadRemovalUnitsOverOne } from "./rules/lead-removal-units-over-one";
import { secondLeadWithoutModifier } from "./rules/second-lead-without-modifier";
import { singleUnitCodeWithMoreUnits } from "./rules/single-unit-code-with-more-units";
import { unitsOverDailyLimit } from "./rules/units-over-daily-limit";

/** Every edit, in the order of the catalogue numbers. One file in `rules/` is one edit. */
export const CATALOGUE: readonly EditDefinition[] = [
  secondLeadWithoutModifier,
  unitsOverDailyLimit,
  leadRemovalUnitsOverOne,
  singleUnitCodeWithMoreUnits,
];

const BY_RULE = new Map(CATALOGUE.map((edit) => [edit.rule, edit]));

/** The edit of a catalogue number; null when there is none ("R-U01"). */
export function editByRule(rule: string): EditDefinition | null {
  return BY_RULE.get(rule) ?? null;
}
