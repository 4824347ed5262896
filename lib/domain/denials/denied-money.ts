import type { Cents } from "@/lib/domain/shared/money";
import type { LineOutcome } from "./outcome";

/** What of a line's charge counts as denied: all of a denied one, of a partly denied one what the denial reasons took. */
export function deniedOfCharge(
  line: { countsAsDenied: boolean; outcome: LineOutcome },
  cents: { charge: Cents; denial: Cents },
): Cents {
  if (!line.countsAsDenied) return 0;
  return line.outcome === "PARTIAL" ? cents.denial : cents.charge;
}
