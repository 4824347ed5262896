import type { FindingView } from "@/lib/domain/claims/claim-screen";
import type { FieldReference } from "@/lib/domain/edits/finding";
import type { Severity } from "@/lib/domain/edits/severity";

/** "line-2-modifiers" or "claim-authorization": names a field of the form in ids and maps. */
export function fieldKey({ line, field }: FieldReference): string {
  return line === null ? `claim-${field}` : `line-${line}-${field}`;
}

export const fieldId = (reference: FieldReference): string => `field-${fieldKey(reference)}`;
export const findingId = (evidenceHash: string): string => `finding-${evidenceHash.slice(0, 16)}`;

export const factId = (fact: string): string => `fact-${fact}`;

/** Fields that the form shows inside another one: a finding on the former lights the latter. */
const SHOWN_IN: Readonly<Record<string, string>> = {
  serviceFrom: "serviceDates",
  serviceTo: "serviceDates",
  codeQualifier: "code",
  unitBasis: "units",
  identifiers: "code",
  description: "code",
};

/** Where on the form a field reference is lit. "billing.taxonomy" lights the billing provider. */
export function shownField({ line, field }: FieldReference): FieldReference {
  const root = field.split(".")[0] ?? field;
  return { line, field: SHOWN_IN[root] ?? root };
}

/** Field -> findings that light it, heaviest first. Overridden findings light nothing. */
export function findingsByField(findings: readonly FindingView[]): ReadonlyMap<string, FindingView[]> {
  const map = new Map<string, FindingView[]>();
  for (const finding of findings) {
    if (finding.overridden) continue;
    for (const key of new Set(finding.fields.map((reference) => fieldKey(shownField(reference))))) {
      const list = map.get(key);
      if (list) list.push(finding);
      else map.set(key, [finding]);
    }
  }
  return map;
}

const WEIGHT: Record<Severity, number> = { block: 0, review: 1, info: 2 };

/** The heaviest severity among findings; null for none. */
export function heaviest(findings: readonly FindingView[]): Severity | null {
  let found: Severity | null = null;
  for (const { severity } of findings)
    if (found === null || WEIGHT[severity] < WEIGHT[found]) found = severity;
  return found;
}

/** In the order of work: blocks, reviews, infos, each as the use case gave them; overridden apart. */
export function inWorkOrder(findings: readonly FindingView[]): {
  open: FindingView[];
  overridden: FindingView[];
} {
  const open = findings.filter((finding) => !finding.overridden);
  return {
    open: [...open].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]),
    overridden: findings.filter((finding) => finding.overridden),
  };
}
