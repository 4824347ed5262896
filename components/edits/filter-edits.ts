/** An edit as the catalogue shows it. */
export interface EditEntry {
  id: string;
  rule: string;
  title: string;
  wrong: string;
  severity: string;
  roles: string[];
  payerKinds: string[] | null;
  codes: string[] | null;
  parameters: { name: string; label: string }[];
  facts: { name: string; label: string }[];
  tables: string[];
  prevents: string[];
  sources: string[];
}

/** Edits that carry every typed word somewhere, and the severity; null takes any. */
export function filterEdits(edits: readonly EditEntry[], text: string, severity: string | null): EditEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return edits.filter((edit) => {
    if (severity !== null && edit.severity !== severity) return false;
    const all = [
      edit.rule,
      edit.title,
      edit.wrong,
      ...edit.prevents,
      ...(edit.codes ?? []),
      ...edit.parameters.map((parameter) => parameter.label),
      ...edit.facts.map((fact) => fact.label),
      ...edit.sources,
    ]
      .join(" ")
      .toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
