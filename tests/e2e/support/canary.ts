import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** Invented, and like nothing else that any file of ours holds. */
export const CANARY = {
  lastName: "QUILLFEATHER",
  firstName: "ZEBULONIA",
  memberId: "CNRYX84213907",
} as const;

/** Lower case, upper case and as a person would write it. */
function spellings(word: string): string[] {
  const lower = word.toLowerCase();
  return [lower, word.toUpperCase(), lower.charAt(0).toUpperCase() + lower.slice(1)];
}

/** What a base64 text holds of `word` wherever in it the word begins: three possible offsets. */
function base64Cores(word: string): string[] {
  return [0, 1, 2].map((offset) => {
    const text = Buffer.from("\0".repeat(offset) + word).toString("base64");
    // Groups of four that hold nothing but the word.
    const from = Math.ceil(offset / 3) * 4;
    const to = Math.floor((offset + word.length) / 3) * 4;
    return text.slice(from, to);
  });
}

interface Needle {
  /** "QUILLFEATHER in UTF-16". */
  label: string;
  bytes: Buffer;
}

/** Every word in every form in which it could still be read. */
export function needlesOf(words: readonly string[]): Needle[] {
  return words.flatMap((word) =>
    spellings(word).flatMap((text) => {
      const percent = [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join("");
      const forms: [string, Buffer[]][] = [
        ["UTF-8", [Buffer.from(text)]],
        ["UTF-16", [Buffer.from(text, "utf16le"), Buffer.from(text, "utf16le").swap16()]],
        ["base64", base64Cores(text).map((core) => Buffer.from(core))],
        ["hex", [Buffer.from(Buffer.from(text).toString("hex"))]],
        ["percent-encoding", [percent, percent.toUpperCase()].map((form) => Buffer.from(form))],
      ];
      return forms.flatMap(([form, all]) => all.map((bytes) => ({ label: `${text} in ${form}`, bytes })));
    }),
  );
}

/** Labels of the needles that these bytes hold. */
export function found(bytes: Uint8Array | string, needles: readonly Needle[]): string[] {
  const hay = Buffer.from(bytes as string);
  return [...new Set(needles.filter((needle) => hay.includes(needle.bytes)).map(({ label }) => label))];
}

/** Every file below a folder, without the folders in `except`. */
export function filesBelow(folder: string, except: readonly string[] = []): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (except.includes(file)) return [];
    if (entry.isDirectory()) return filesBelow(file, except);
    return entry.isFile() ? [file] : [];
  });
}

/** "server.log: QUILLFEATHER in UTF-8" for each file that holds a needle. */
export function scanFiles(files: readonly string[], needles: readonly Needle[]): string[] {
  return files
    .filter((file) => existsSync(file) && statSync(file).size > 0)
    .flatMap((file) => found(readFileSync(file), needles).map((label) => `${file}: ${label}`));
}
