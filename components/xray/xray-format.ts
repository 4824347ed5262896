import { countOf } from "@/lib/format/counts";

/** A share of 1 with one decimal and a space that does not break: 0.1249 -> "12.5 %"; "n/a" where there is none. */
export function formatShare(share: number | null): string {
  return share === null ? "n/a" : `${(share * 100).toFixed(1)}\u00a0%`;
}

/** "12 lines of 9 claims". */
export function linesOfClaims({ lines, claims }: { lines: number; claims: number }): string {
  return `${countOf(lines, "line")} of ${countOf(claims, "claim")}`;
}
