/**
 * The query of an address as the input of a use case: text by name, and numbers where the use case wants numbers.
 * What is not a number stays text, so that the use case's schema refuses it by name.
 */
export function queryOf(request: Request, numbers: readonly string[] = []): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, text] of new URL(request.url).searchParams) {
    const isNumber = numbers.includes(name) && text !== "" && Number.isFinite(Number(text));
    input[name] = isNumber ? Number(text) : text;
  }
  return input;
}
