import type { ParameterInput, ParameterOrigin } from "@/lib/domain/payers/parameters";

/** A parameter's value as a person says it. */
export function parameterInWords(input: ParameterInput, value: unknown): string {
  if (value === null || value === undefined) return "Not known";
  switch (input.kind) {
    case "boolean":
      return value === true ? "Yes" : "No";
    case "number":
      return String(value);
    case "enum":
      return input.options.find((option) => option.value === value)?.label ?? String(value);
    case "codes":
      return listInWords((value as string[]).map(String));
    case "choices":
      // Their labels hold commas themselves.
      return listInWords(
        (value as (string | number)[]).map((one) => choiceInWords(input.options, one)),
        "; ",
      );
    case "severities":
      return listInWords(
        Object.entries(value as Record<string, string>).map(([rule, severity]) => `${rule}: ${severity}`),
      );
  }
}

function choiceInWords(
  options: readonly { value: string | number; label: string }[],
  value: string | number,
): string {
  return options.find((option) => option.value === value)?.label ?? String(value);
}

function listInWords(items: string[], between = ", "): string {
  return items.length === 0 ? "None" : items.join(between);
}

/** Where a value comes from, in words. */
export const ORIGIN_LABELS: Record<ParameterOrigin["level"], string> = {
  practice: "Set by the practice",
  preset: "Shipped for this payer",
  kind: "Shipped for this kind of payer",
  general: "Shipped default",
};
