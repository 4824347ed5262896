/** Reads "62320-62327 64400 G0453" into codes; a range runs over numbers of the same width. */
export function codeList(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .flatMap((part) => {
      const range = /^(\d+)-(\d+)$/.exec(part);
      if (range === null) return [part];
      const [, from, to] = range as unknown as [string, string, string];
      const codes: string[] = [];
      for (let code = Number(from); code <= Number(to); code += 1)
        codes.push(String(code).padStart(from.length, "0"));
      return codes;
    });
}
