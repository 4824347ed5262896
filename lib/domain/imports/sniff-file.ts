const SIGNATURES: readonly [starts: string, is: string][] = [
  ["%PDF", "a PDF document"],
  ["PK\u0003\u0004", "a ZIP archive or an Office document"],
  ["\u001f\u008b", "a compressed file (gzip)"],
  ["\u00d0\u00cf\u0011\u00e0", "an old Office document"],
  ["7z\u00bc\u00af", "a 7z archive"],
  ["Rar!", "a RAR archive"],
  ["{\\rtf", "a rich text document"],
  ["\u0089PNG", "a picture"],
  ["\u00ff\u00d8\u00ff", "a picture"],
  ["SQLite format 3", "a database file"],
];

/** Bytes that `sniffFile` wants to see; fewer when the file is shorter. */
export const SNIFF_BYTES = 1024;

/** Files that may be imported: professional claims and remittances. */
export type ImportKind = "837P" | "835";

/**
 * A sentence when the first bytes show that this is no X12 file at all, else null. A wrong X12 file (an institutional
 * claim file, a receipt) passes: the reader names it with its place, and the import keeps the answer.
 */
export function sniffFile(head: Uint8Array): string | null {
  if (head.length === 0) return "The file is empty.";
  const text = Array.from(head.subarray(0, SNIFF_BYTES), (byte) => String.fromCharCode(byte)).join("");
  for (const [starts, is] of SIGNATURES) {
    if (text.startsWith(starts)) return `This is ${is}, not a claim file or a remittance.`;
  }
  // Two bytes a character, byte order marks, line breaks and remarks may stand in front: the reader copes with them.
  const plain = text.replaceAll("\0", "");
  if (plain.includes("ISA")) return null;
  if (/^[\s\u00ef\u00bb\u00bf\u00fe\u00ff]*$/.test(plain) && head.length < SNIFF_BYTES)
    return "The file is empty.";
  if (/^\s*<(\?xml|!doctype|html)/i.test(plain))
    return "This is a web page or XML, not a claim file or a remittance.";
  return "This is neither a claim file nor a remittance: it does not start with an interchange header (ISA).";
}
