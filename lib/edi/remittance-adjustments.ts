import type { Adjustment, ProviderAdjustment } from "@/lib/domain/remittances/remittance";
import { readCents } from "./amounts";
import { elementName, type SegmentNotes } from "./segment-notes";
import { textAt } from "./raw-segment";
import type { RawSegment } from "./types";
import { codeAndReference } from "./used-component";

/**
 * The reasons of a CAS segment: up to six times code, amount, quantity behind the group. A code without an amount moves
 * no money and is left out with a warning; an amount that cannot be read, or has no code, quarantines the claim.
 */
export function readAdjustments(cas: RawSegment, into: Adjustment[], notes: SegmentNotes): void {
  const group = upperAt(cas, 1);
  if (group === null) notes.quarantine("CAS01", "An adjustment names no group.");
  for (let at = 2; at < cas.length; at += 3) {
    const carc = upperAt(cas, at);
    if (textAt(cas, at + 1) === null) {
      if (carc !== null) notes.warn(elementName(cas, at), "A reason without an amount is left out.");
      continue;
    }
    const cents = notes.money(cas, at + 1, "The amount of an adjustment");
    if (carc === null) notes.quarantine(elementName(cas, at), "An adjusted amount has no reason code.");
    if (group === null || carc === null || cents === null) continue;
    into.push({ group, carc, cents, quantity: notes.number(cas, at + 2) });
  }
}

/** The reasons of a PLB segment: up to six times reason with reference, amount. One without an amount is left out with a warning. */
export function readProviderAdjustments(
  plb: RawSegment,
  into: ProviderAdjustment[],
  notes: SegmentNotes,
): void {
  const providerId = textAt(plb, 1);
  const fiscalYearEnd = notes.day(plb, 2);
  for (let at = 3; at < plb.length; at += 2) {
    const { code, reference } = codeAndReference(plb[at] ?? "");
    const reason = code.toUpperCase();
    if (reason === "" && textAt(plb, at + 1) === null) continue;
    const cents = readCents(plb[at + 1]);
    const element = elementName(plb, at);
    if (reason === "") notes.warn(element, "A provider adjustment has no reason code.");
    if (cents === null) notes.warn(element, "A provider adjustment without an amount is left out.");
    else into.push({ providerId, fiscalYearEnd, reason, reference, cents });
  }
}

function upperAt(segment: RawSegment, index: number): string | null {
  return textAt(segment, index)?.toUpperCase() ?? null;
}
