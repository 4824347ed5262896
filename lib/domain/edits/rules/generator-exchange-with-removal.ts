import { factSourceInWords } from "@/lib/domain/cases/facts";
import type { ServiceLine } from "@/lib/domain/claims/claim";
import { DISTINCT_SERVICE_MODIFIERS, withModifier } from "@/lib/domain/code-sets/modifiers";
import { isSameSession, type ClaimReading } from "../claim-reading";
import { defineEdit, PROCEDURE_ROLES } from "../define-edit";
import type { Fix } from "../finding";
import { modifiersIn } from "../modifier-lines";

export const generatorExchangeWithRemoval = defineEdit({
  id: "generator-exchange-with-removal",
  rule: "R-N09",
  title: "Generator removal billed with its exchange",
  wrong:
    "An exchange in the same pocket is 63685 alone. 63688 is paid beside it only where a second pocket was emptied, with one modifier that says so; else it is denied as included.",
  severity: "review",
  scope: { roles: PROCEDURE_ROLES, payerKinds: null },
  codes: ["63688"],
  parameters: ["distinctServiceModifier"],
  facts: ["generatorPocket"],
  prevents: ["CO-97", "CO-236"],
  sources: ["CMS NCCI procedure-to-procedure edits 2024-07-01: 63688 under 63685, indicator 1"],
  check(claim, report) {
    for (const removal of claim.linesOf("63688")) {
      const placed = claim.linesOf("63685").find((line) => isSameSession(claim, line, removal));
      if (placed === undefined) continue;
      const pocket = claim.facts.generatorPocket;
      const isMarked =
        modifiersIn(removal, DISTINCT_SERVICE_MODIFIERS).length > 0 ||
        modifiersIn(placed, DISTINCT_SERVICE_MODIFIERS).length > 0;
      if (pocket === undefined) report.waitsFor("generatorPocket");
      // Marked as separate: right or wrong only by the record, which nobody has looked up yet.
      if (isMarked && pocket?.value !== "same") continue;
      report.find({
        line: removal,
        fields: [
          { line: removal.number, field: isMarked ? "code" : "modifiers" },
          { line: placed.number, field: "code" },
        ],
        message: messageOf(removal, placed, pocket?.value),
        fix: fixOf(claim, removal),
      });
    }
  },
});

function messageOf(
  removal: ServiceLine,
  placed: ServiceLine,
  pocket: "same" | "separate" | undefined,
): string {
  const both = `63688 (line ${removal.number}) with 63685 (line ${placed.number}) on one day`;
  if (pocket === "same") return `${both}: the record says one pocket, and that is 63685 alone.`;
  if (pocket === "separate")
    return `${both}: the record says a separate pocket, but no modifier does, so 63688 is denied as included.`;
  return `${both} is paid only where a second pocket was emptied; without a modifier 63688 is denied as included.`;
}

function fixOf(claim: ClaimReading, removal: ServiceLine): Fix | null {
  const pocket = claim.facts.generatorPocket;
  if (pocket === undefined) return null;
  const source = factSourceInWords(pocket.source);
  if (pocket.value === "same") {
    return {
      title: `Take 63688 off the claim`,
      changes: [{ kind: "remove_line", line: removal.number }],
      support: `${source}: the new generator lies in the same pocket`,
    };
  }
  const modifier = claim.parameters.distinctServiceModifier;
  const modifiers = withModifier(removal.modifiers, modifier);
  if (modifiers === null) return null;
  return {
    title: `Put modifier ${modifier} on line ${removal.number}`,
    changes: [{ kind: "set_line", line: removal.number, field: "modifiers", value: modifiers }],
    support: `${source}: a separate pocket was emptied`,
  };
}
