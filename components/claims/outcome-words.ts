import { countOf } from "@/lib/format/counts";

/** What is left after a change: "1 finding still blocks.", "Nothing blocks it any more." */
export function outcomeInWords(saved: {
  blockCount: number;
  reviewCount: number;
  missingCount: number;
}): string {
  if (saved.blockCount > 0)
    return `${countOf(saved.blockCount, "finding")} still ${saved.blockCount === 1 ? "blocks" : "block"}.`;
  if (saved.missingCount > 0) return `Nothing blocks; ${countOf(saved.missingCount, "fact")} still missing.`;
  return "Nothing holds its content any more.";
}
