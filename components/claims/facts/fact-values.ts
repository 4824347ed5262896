import type { FactInput } from "@/lib/domain/cases/facts";

/** The typed answer as the fact's value; null while it is empty or no number. */
export function factValueOf(input: FactInput, text: string): string | number | boolean | null {
  const answer = text.trim();
  if (answer === "") return null;
  if (input.kind === "boolean") return answer === "yes";
  if (input.kind !== "number") return answer;
  const number = Number(answer);
  return Number.isFinite(number) ? number : null;
}

/** The inverse, for a form that corrects an answer. */
export function textOfFact(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

/** An answer for reading: the option's words, "2 leads", "yes"; null says that it was withdrawn. */
export function factInWords(input: FactInput | undefined, value: unknown): string {
  if (value === null || value === undefined) return "withdrawn";
  if (input?.kind === "enum")
    return input.options.find((option) => option.value === value)?.label ?? String(value);
  if (input?.kind === "number")
    return input.unit === "%" ? `${String(value)}%` : `${String(value)} ${input.unit}`;
  return textOfFact(value);
}
