import { SegmentTokenizer } from "./segment-tokenizer";

/** Segments that may stand before the first transaction; acknowledgements (TA1) are among them. */
const MAX_SEGMENTS_BEFORE = 100;

/**
 * ST01 of the first transaction in the first bytes of a file ("837", "835"), so that the right reader gets it; null where
 * there is none yet. A sniff only: the reader judges the file.
 */
export function firstTransactionSet(head: Uint8Array): string | null {
  const tokens = new SegmentTokenizer();
  tokens.push(head);
  for (let count = 0; count < MAX_SEGMENTS_BEFORE; count += 1) {
    if (tokens.next(false) !== "segment") return null;
    const elements = tokens.segment.split(tokens.delimiters!.element);
    if (elements[0] === "ST") return (elements[1] ?? "").trim();
    if (elements[0] === "IEA") tokens.expectHeader();
  }
  return null;
}
