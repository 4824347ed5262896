import type { ServiceLine } from "@/lib/domain/claims/claim";
import type { ClaimReading } from "../claim-reading";
import { defineEdit } from "../define-edit";
import {
  leadLinesByDay,
  leadUnitsFix,
  PERCUTANEOUS_LEAD,
  secondLeadModifier,
  styleInWords,
  unitsOf,
} from "../lead-lines";
import type { SecondLeadStyle } from "@/lib/domain/payers/parameters";

export const secondLeadWithoutModifier = defineEdit({
  id: "second-lead-without-modifier",
  rule: "R-U01",
  title: "Second lead not written as this payer wants it",
  wrong:
    "Two leads on one day must be written in this payer's way: on one line, or on two lines with its modifier on the second. Written otherwise the second lead is paid as included in the first, or the line is denied for its modifier.",
  severity: "block",
  // An outpatient hospital reports units for packaging; the payer's convention is for professional and centre claims.
  scope: { roles: ["surgeon", "assistant", "asc_facility"], payerKinds: null },
  codes: [PERCUTANEOUS_LEAD],
  parameters: ["secondLeadStyle"],
  facts: ["leadsPlaced"],
  prevents: ["CO-97", "OA-18", "CO-4"],
  sources: ["Practice guide: modifier mapping by payer", "Payer's convention for the second lead"],
  check(claim, report) {
    const lines = claim.linesOf(PERCUTANEOUS_LEAD);
    if (lines.length === 1 && lines[0]!.units <= 1) return;
    const style = claim.parameters.secondLeadStyle;
    for (const day of leadLinesByDay(claim)) {
      const units = unitsOf(day);
      if (units <= 1) continue;
      const wrong = firstWrong(day, style);
      if (wrong === null) continue;
      report.find({
        line: wrong.line,
        fields: [
          { line: wrong.line.number, field: wrong.field },
          ...day
            .filter((line) => line !== wrong.line)
            .map((line) => ({ line: line.number, field: wrong.field })),
        ],
        message: messageOf(claim, style, units, wrong),
        fix: leadUnitsFix(claim, report),
      });
    }
  },
});

interface Wrong {
  line: ServiceLine;
  field: "units" | "modifiers" | "line";
  says: string;
}

function firstWrong(day: readonly ServiceLine[], style: SecondLeadStyle): Wrong | null {
  if (style === "units2_one_line") {
    const second = day[1];
    return second === undefined
      ? null
      : {
          line: second,
          field: "line",
          says: `line ${second.number} bills the second lead on a line of its own`,
        };
  }
  const several = day.find((line) => line.units > 1);
  if (several !== undefined)
    return {
      line: several,
      field: "units",
      says: `line ${several.number} bills ${several.units} leads as units of one line`,
    };
  return style === "two_lines_LT_RT" ? firstWithoutSide(day) : firstUnmarked(day, secondLeadModifier(style)!);
}

function firstUnmarked(day: readonly ServiceLine[], modifier: string): Wrong | null {
  for (const line of day.slice(1)) {
    if (!line.modifiers.includes(modifier))
      return { line, field: "modifiers", says: `line ${line.number} does not carry modifier ${modifier}` };
  }
  return null;
}

function firstWithoutSide(day: readonly ServiceLine[]): Wrong | null {
  const sides = new Set<string>();
  for (const line of day) {
    const side = line.modifiers.find((modifier) => modifier === "LT" || modifier === "RT");
    if (side === undefined)
      return { line, field: "modifiers", says: `line ${line.number} carries neither LT nor RT` };
    if (sides.has(side) && day.length === 2)
      return { line, field: "modifiers", says: `both lines carry ${side}` };
    sides.add(side);
  }
  return null;
}

function messageOf(claim: ClaimReading, style: SecondLeadStyle, units: number, wrong: Wrong): string {
  return `${units} leads (63650) are billed on ${wrong.line.serviceFrom ?? "one day"}, but ${wrong.says}. ${claim.context.profile.payerName} wants: ${inSentence(styleInWords(style))}.`;
}

/** "Two lines, LT and RT" -> "two lines, LT and RT": modifiers keep their capitals. */
function inSentence(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
