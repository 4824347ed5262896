import { countOf } from "@/lib/format/counts";

/** "12 lines of 9 claims". */
export function linesOfClaims({ lines, claims }: { lines: number; claims: number }): string {
  return `${countOf(lines, "line")} of ${countOf(claims, "claim")}`;
}
