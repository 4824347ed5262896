/**
 * The segments of a piece of a file, as texts for people to look at. The piece ends with a segment's terminator, which
 * tells what separates the segments; where the file's end cut it off, the usual terminator is taken.
 */
export function splitSegments(piece: Uint8Array): string[] {
  const text = textOf(piece);
  const last = text.trimEnd().at(-1) ?? "";
  const terminator = /[A-Za-z0-9]/.test(last) ? (text.includes("~") ? "~" : "\n") : last;
  return text
    .split(terminator)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== "");
}

function textOf(piece: Uint8Array): string {
  const bytes = Buffer.from(piece);
  if (bytes.length > 1 && bytes[1] === 0) return bytes.toString("utf16le");
  if (bytes.length > 1 && bytes[0] === 0)
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString("utf16le");
  const text = bytes.toString("utf8");
  return text.includes("\uFFFD") ? bytes.toString("latin1") : text;
}
