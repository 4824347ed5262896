import * as z from "zod";
import { FACTS } from "@/lib/domain/cases/facts";
import { CATALOGUE } from "@/lib/domain/edits/catalogue";
import type { EditDefinition } from "@/lib/domain/edits/define-edit";
import { PARAMETERS } from "@/lib/domain/payers/parameters";
import { PAYER_KIND_LABELS } from "@/lib/domain/payers/payer";
import { defineUseCase } from "../define-use-case";

/** One edit as the catalogue page shows it, plain JSON. */
export interface CatalogueEntry {
  id: string;
  /** "R-U01". */
  rule: string;
  title: string;
  /** What is wrong and what the payer does with it. */
  wrong: string;
  severity: string;
  roles: string[];
  /** Labels; null: whoever pays. */
  payerKinds: string[] | null;
  /** Runs only on claims with one of these codes; null: on all. */
  codes: string[] | null;
  parameters: { name: string; label: string }[];
  facts: { name: string; label: string }[];
  tables: string[];
  /** "CO-97". */
  prevents: string[];
  sources: string[];
}

/** Every edit with its words, source and what it depends on, in catalogue order. */
export const listCatalogue = defineUseCase({
  name: "edits.list_catalogue",
  permission: "payers.view",
  input: z.strictObject({}),
  run: async () => ({ edits: CATALOGUE.map(toEntry) }),
});

function toEntry(edit: EditDefinition): CatalogueEntry {
  return {
    id: edit.id,
    rule: edit.rule,
    title: edit.title,
    wrong: edit.wrong,
    severity: edit.severity,
    roles: [...edit.scope.roles],
    payerKinds: edit.scope.payerKinds?.map((kind) => PAYER_KIND_LABELS[kind]) ?? null,
    codes: edit.codes && [...edit.codes],
    parameters: edit.parameters.map((name) => ({ name, label: PARAMETERS[name].label })),
    facts: edit.facts.map((name) => ({ name, label: FACTS[name].label })),
    tables: [...edit.tables],
    prevents: [...edit.prevents],
    sources: [...edit.sources],
  };
}
