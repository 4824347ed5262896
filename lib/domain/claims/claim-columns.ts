import { carriesScs } from "@/lib/domain/code-sets/scs-codes";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import { serviceSpan, type Claim, type ClaimRole } from "./claim";
import { formatUnits } from "./diff-claims";

/** More codes than this are counted, not named: the list shows one line. */
const MAX_CODES = 8;

/** What lists, queues and searches know of a claim, read off its content: an import and a correction cannot differ. */
export interface ClaimColumns {
  claimRole: ClaimRole;
  frequency: string;
  responsibility: string;
  chargeCents: number;
  serviceFrom: CalendarDate | null;
  serviceTo: CalendarDate | null;
  hasScs: boolean;
  queue: "specialty" | "general";
  lineSummary: string;
}

export function claimColumns(claim: Claim): ClaimColumns {
  const span = serviceSpan(claim);
  const hasScs = carriesScs(claim);
  return {
    claimRole: claim.role,
    frequency: claim.frequency,
    responsibility: claim.payer.responsibility,
    chargeCents: claim.chargeCents,
    serviceFrom: span.from,
    serviceTo: span.to,
    hasScs,
    queue: hasScs ? "specialty" : "general",
    lineSummary: summarizeLines(claim),
  };
}

/** Codes with their units over all lines, in the claim's order: "63650×2 63685". */
export function summarizeLines(claim: { lines: readonly { code: string; units: number }[] }): string {
  const units = new Map<string, number>();
  for (const line of claim.lines) units.set(line.code, (units.get(line.code) ?? 0) + line.units);
  const words = [...units].map(([code, count]) => (count === 1 ? code : `${code}×${formatUnits(count)}`));
  if (words.length <= MAX_CODES) return words.join(" ");
  return `${words.slice(0, MAX_CODES).join(" ")} +${words.length - MAX_CODES}`;
}
