import type { RawSegment } from "./types";

/**
 * A raw segment joins components by ":" and repetitions by "^". In a file with other delimiters those two characters
 * can be plain data; they are kept as these private characters, so that nothing is mistaken for a separator.
 */
const DATA_COLON = "\uE03A";
const DATA_CARET = "\uE05E";

/** Delimiters of the file to those of raw segments; null where they are the same. */
export function rawTranslation(
  component: string,
  repetition: string | null,
): ((segment: string) => string) | null {
  if (component === ":" && (repetition === "^" || repetition === null)) return null;
  return (segment) => {
    let text = segment;
    if (component !== ":") text = text.replaceAll(":", DATA_COLON);
    if (repetition !== "^" && component !== "^") text = text.replaceAll("^", DATA_CARET);
    if (component !== ":") text = text.replaceAll(component, ":");
    if (repetition !== null && repetition !== "^") text = text.replaceAll(repetition, "^");
    return text;
  };
}

/** The text of an element or component as the sender meant it. */
export function plainText(raw: string): string {
  return raw.includes(DATA_COLON) || raw.includes(DATA_CARET)
    ? raw.replaceAll(DATA_COLON, ":").replaceAll(DATA_CARET, "^")
    : raw;
}

/** The inverse of `rawTranslation`: a text of raw segments with a file's own separators. */
export function withSeparators(raw: string, component: string, repetition: string): string {
  let text = raw;
  if (component !== ":") text = text.replaceAll(":", component);
  if (repetition !== "^") text = text.replaceAll("^", repetition);
  return plainText(text);
}

/** A trimmed element's text, or null where it is absent or blank. */
export function textAt(segment: RawSegment, index: number): string | null {
  const raw = segment[index];
  if (raw === undefined || raw === "") return null;
  const text = plainText(raw).trim();
  return text === "" ? null : text;
}

/** The inverse of `plainText`: text of the core as an element of a raw segment. */
export function rawText(text: string): string {
  return text.includes(":") || text.includes("^")
    ? text.replaceAll(":", DATA_COLON).replaceAll("^", DATA_CARET)
    : text;
}

/** True when data (not separators) hold this character. */
export function holdsAsData(raw: string, character: string): boolean {
  if (character === ":") return raw.includes(DATA_COLON);
  if (character === "^") return raw.includes(DATA_CARET);
  return raw.includes(character);
}

/** A copy with one element set; elements that became empty at the end are cut off. */
export function withElement(segment: RawSegment, index: number, value: string): RawSegment {
  const copy = segment.slice();
  while (copy.length <= index) copy.push("");
  copy[index] = value;
  return trimmed(copy);
}

/** Components joined, empty ones at the end cut off. */
export function composite(components: string[]): string {
  return trimmed(components.slice()).join(":");
}

/** Cuts off empty elements at the end, in place. */
export function trimmed(parts: string[]): string[] {
  while (parts.length > 1 && parts[parts.length - 1] === "") parts.pop();
  return parts;
}
