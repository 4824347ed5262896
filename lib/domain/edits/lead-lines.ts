import { factSourceInWords } from "@/lib/domain/cases/facts";
import type { ClaimChange } from "@/lib/domain/claims/change";
import type { ServiceLine } from "@/lib/domain/claims/claim";
import {
  MOST_MODIFIERS,
  SECOND_LEAD_MODIFIERS,
  SIDE_MODIFIERS,
  STOPPED_MODIFIERS,
  withModifier,
} from "@/lib/domain/code-sets/modifiers";
import { PARAMETERS, type SecondLeadStyle } from "@/lib/domain/payers/parameters";
import type { ClaimReading } from "./claim-reading";
import type { EditReport } from "./edit-report";
import type { Fix } from "./finding";

export const PERCUTANEOUS_LEAD = "63650";

/** The modifier a payer wants on the second lead's line; null where both leads stand on one line or carry sides. */
export function secondLeadModifier(style: SecondLeadStyle): string | null {
  if (style === "units2_one_line" || style === "two_lines_LT_RT") return null;
  return style.slice("two_lines_".length);
}

/** "Two lines, modifier 76 on the second". */
export function styleInWords(style: SecondLeadStyle): string {
  const { input } = PARAMETERS.secondLeadStyle;
  const option = input.kind === "enum" ? input.options.find(({ value }) => value === style) : undefined;
  return option?.label ?? style;
}

/** The percutaneous lead lines by day, in claim order. */
export function leadLinesByDay(claim: ClaimReading): ServiceLine[][] {
  const days = new Map<string, ServiceLine[]>();
  for (const line of claim.linesOf(PERCUTANEOUS_LEAD)) {
    const day = line.serviceFrom ?? "";
    const same = days.get(day);
    if (same) same.push(line);
    else days.set(day, [line]);
  }
  return [...days.values()];
}

/** True for a lead that was begun and given up: it is billed, but no lead stays to be counted. */
export function isStopped(line: ServiceLine): boolean {
  return line.modifiers.some((modifier) => STOPPED_MODIFIERS.has(modifier));
}

export function unitsOf(lines: readonly ServiceLine[]): number {
  let total = 0;
  for (const line of lines) total += line.units;
  return total;
}

/**
 * Rewrites the lead lines as this payer wants them, for the leads that the record documents: never more than were
 * placed, never more than are billed. Null when the record does not say (the report then waits for it), when leads of
 * several days or a lead that was given up are on the claim, or when the lines are priced so differently that a charge would have to be invented.
 */
export function leadUnitsFix(claim: ClaimReading, report: EditReport): Fix | null {
  const documented = claim.facts.leadsPlaced;
  if (documented === undefined) {
    report.waitsFor("leadsPlaced");
    return null;
  }
  const lines = claim.linesOf(PERCUTANEOUS_LEAD);
  // Beside 63662 the lead's own modifier says that it lies elsewhere; only a person can tell the two apart.
  if (lines.some(isStopped) || claim.has("63662")) return null;
  const billed = unitsOf(lines);
  // "Both sides" may stand for a lead that the units do not count: taking it off would lose that lead.
  if (documented.value > billed && lines.some((line) => line.modifiers.includes("50"))) return null;
  const leads = Math.min(documented.value, billed);
  if (leads < 1 || !Number.isInteger(leads) || leadLinesByDay(claim).length !== 1) return null;
  const style = claim.parameters.secondLeadStyle;
  const changes = layOut(lines, style, leads);
  if (changes === null || changes.length === 0) return null;
  return {
    title: titleOf(style, leads),
    changes,
    support: `${factSourceInWords(documented.source)}: ${documented.value} ${documented.value === 1 ? "lead" : "leads"} placed`,
  };
}

function titleOf(style: SecondLeadStyle, leads: number): string {
  if (leads === 1) return "Bill the one lead placed: 63650, 1 unit";
  if (style === "units2_one_line") return `Bill ${leads} leads on one line: 63650, ${leads} units`;
  return `Bill ${leads} leads on ${leads} lines, modifier ${secondLeadModifier(style)} from the second on`;
}

function layOut(lines: readonly ServiceLine[], style: SecondLeadStyle, leads: number): ClaimChange[] | null {
  const first = lines[0]!;
  const unitCents = first.chargeCents / first.units;
  if (!Number.isInteger(unitCents)) return null;
  if (lines.some((line) => line.chargeCents !== unitCents * line.units)) return null;
  if (leads === 1 || style === "units2_one_line") return onOneLine(lines, leads, unitCents);
  const modifier = secondLeadModifier(style);
  // Which lead lies left and which right is not in the count of leads.
  return modifier === null ? null : onOwnLines(lines, leads, unitCents, modifier);
}

function onOneLine(lines: readonly ServiceLine[], leads: number, unitCents: number): ClaimChange[] {
  const [first, ...others] = lines as [ServiceLine, ...ServiceLine[]];
  const changes: ClaimChange[] = others.map((line) => ({ kind: "remove_line", line: line.number }));
  if (first.units !== leads) {
    changes.push({ kind: "set_line", line: first.number, field: "units", value: leads });
    changes.push({ kind: "set_line", line: first.number, field: "chargeCents", value: unitCents * leads });
  }
  return changes.concat(modifiersChange(first, withoutLeadMarks(first)));
}

function onOwnLines(
  lines: readonly ServiceLine[],
  leads: number,
  unitCents: number,
  modifier: string,
): ClaimChange[] | null {
  const first = lines[0]!;
  const plain = withoutLeadMarks(first);
  const changes: ClaimChange[] = [];
  if (lines.length < leads) {
    if (lines.length > 1) return null;
    const marked = withModifier(plain, modifier);
    if (marked === null) return null;
    if (first.units > leads) {
      changes.push({ kind: "set_line", line: first.number, field: "units", value: leads });
      changes.push({ kind: "set_line", line: first.number, field: "chargeCents", value: unitCents * leads });
    }
    for (let lead = 2; lead <= leads; lead += 1) {
      const split = { line: first.number, units: 1, chargeCents: unitCents, modifiers: marked };
      changes.push({ kind: "split_line", ...split });
    }
    return changes.concat(modifiersChange(first, plain));
  }
  for (const [at, line] of lines.entries()) {
    if (at >= leads) {
      changes.push({ kind: "remove_line", line: line.number });
      continue;
    }
    if (line.units !== 1) {
      changes.push({ kind: "set_line", line: line.number, field: "units", value: 1 });
      changes.push({ kind: "set_line", line: line.number, field: "chargeCents", value: unitCents });
    }
    const wanted = at === 0 ? withoutLeadMarks(line) : withModifier(withoutLeadMarks(line), modifier);
    if (wanted === null || wanted.length > MOST_MODIFIERS) return null;
    changes.push(...modifiersChange(line, wanted));
  }
  return changes;
}

function withoutLeadMarks(line: ServiceLine): string[] {
  return line.modifiers.filter(
    (modifier) => !SECOND_LEAD_MODIFIERS.has(modifier) && !SIDE_MODIFIERS.has(modifier),
  );
}

function modifiersChange(line: ServiceLine, wanted: string[]): ClaimChange[] {
  const isSame =
    wanted.length === line.modifiers.length &&
    wanted.every((modifier, at) => modifier === line.modifiers[at]);
  return isSame ? [] : [{ kind: "set_line", line: line.number, field: "modifiers", value: wanted }];
}
