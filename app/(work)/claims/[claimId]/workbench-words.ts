import type { FactForm, WorkbenchWords } from "@/components/claims/workbench-context";
import { FACT_SOURCE_KINDS, FACTS, FACT_NAMES } from "@/lib/domain/cases/facts";
import type { ClaimScreen } from "@/lib/domain/claims/claim-screen";
import { editByRule } from "@/lib/domain/edits/catalogue";

/**
 * The words that this claim's screen needs, taken on the server: the whole catalogue and the schemas of the facts would
 * weigh more in the browser than everything else on it.
 */
export function workbenchWords(screen: ClaimScreen): WorkbenchWords {
  const rules = new Set([
    ...screen.findings.map((finding) => finding.rule),
    ...screen.missingFacts.flatMap((fact) => fact.rules),
  ]);
  const edits: Record<string, { title: string; wrong: string; sources: readonly string[] }> = {};
  for (const rule of rules) {
    const edit = editByRule(rule);
    if (edit) edits[rule] = { title: edit.title, wrong: edit.wrong, sources: edit.sources };
  }
  return { edits, facts: FACT_FORMS, factSources: FACT_SOURCE_KINDS };
}

const FACT_FORMS: Record<string, FactForm> = Object.fromEntries(
  FACT_NAMES.map((name) => {
    const { label, question, input, sources } = FACTS[name];
    const options = sources.map((kind) => ({ value: kind, label: FACT_SOURCE_KINDS[kind] }));
    return [name, { name, label, question, input, sources: options }];
  }),
);
