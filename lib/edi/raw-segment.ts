import type { RawSegment } from "./types";

/**
 * A raw segment joins components by ":" and repetitions by "^". In a file with other delimiters those two characters
 * can be plain data; they are kept as these private characters, so that nothing is mistaken for a separator.
 */
const DATA_COLON = "\uE03A";
const DATA_CARET = "\uE05E";

/** Delimiters of the file to those of raw segments; null where they are the same. */
export function rawTranslation(component: string, repetition: string | null): ((segment: string) => string) | null {
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

/** The inverse of `rawTranslation` for a file with these delimiters. */
export function fromRaw(element: string, component: string, repetition: string): string {
  return plainText(
    element
      .replaceAll(DATA_COLON, "\uE000")
      .replaceAll(DATA_CARET, "\uE001")
      .replaceAll(":", component)
      .replaceAll("^", repetition)
      .replaceAll("\uE000", ":")
      .replaceAll("\uE001", "^"),
  );
}

/** A trimmed element's text, or null where it is absent or blank. */
export function textAt(segment: RawSegment, index: number): string | null {
  const raw = segment[index];
  if (raw === undefined || raw === "") return null;
  const text = plainText(raw).trim();
  return text === "" ? null : text;
}
