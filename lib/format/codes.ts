/** A procedure code with its modifiers as billers write it: "63650-76-LT". */
export function formatCode(code: string, modifiers: readonly string[] = []): string {
  return [code, ...modifiers].join("-");
}

/** A diagnosis with its point back: files carry "M961", people read "M96.1". */
export function formatDiagnosis(code: string): string {
  return code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
}

/** Field names and enumerations for reading: "workers_comp" -> "Workers comp", "twoLines" -> "Two lines". */
export function fromSnake(word: string): string {
  const spaced = word
    .replaceAll("_", " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
