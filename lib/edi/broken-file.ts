import type { TokenState } from "./segment-tokenizer";

/** Why bytes cannot be cut into segments, in words. */
export const BROKEN_FILE: Record<Exclude<TokenState, "segment" | "more" | "end">, string> = {
  no_header: "The file does not start with an interchange header (ISA).",
  lower_header:
    "The interchange header is written in lower case (isa); X12 names its segments in capitals. Have the file exported again.",
  broken_header: "The interchange header (ISA) is cut off or lacks elements.",
  broken_delimiters: "The interchange header (ISA) names delimiters that cannot separate anything.",
  too_long: "A segment is longer than 65,536 characters: its terminator is missing or ISA names another one.",
};
