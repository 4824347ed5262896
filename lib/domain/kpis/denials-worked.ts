import { SUBSTANTIVE_EVENTS, type DenialEvent } from "@/lib/domain/denials/lifecycle";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import { sumCents, type Cents } from "@/lib/domain/shared/money";
import { isWithin, type Period } from "./measure";

/** One thing done on a denied line; of one that was undone, nothing. The data floor supplies it. */
export interface DenialActionRow {
  claimId: string;
  lineId: string;
  event: DenialEvent;
  /** The day of the act, or of the proof of sending. */
  on: CalendarDate;
  /** What was denied on the line at first. */
  deniedCents: Cents;
}

export interface WorkedCount {
  lines: number;
  claims: number;
  deniedCents: Cents;
  lineIds: string[];
}

export interface DenialsWorked {
  /** With at least one act of substance: appeal, corrected or new claim, records, peer-to-peer, call with an outcome. */
  worked: WorkedCount;
  appealed: WorkedCount;
  /** Corrected claims count apart: corrected is not appealed. */
  corrected: WorkedCount;
}

/** Distinct denied lines and claims worked in the period; a line worked twice counts once. */
export function denialsWorked(actions: readonly DenialActionRow[], period: Period | null): DenialsWorked {
  const inPeriod = actions.filter((action) => isWithin(action.on, period));
  const countOf = (events: ReadonlySet<DenialEvent>) =>
    count(inPeriod.filter((action) => events.has(action.event)));
  return {
    worked: countOf(SUBSTANTIVE_EVENTS),
    appealed: countOf(new Set(["appeal_sent"])),
    corrected: countOf(new Set(["corrected_claim_sent"])),
  };
}

function count(actions: readonly DenialActionRow[]): WorkedCount {
  const byLine = new Map(actions.map((action) => [action.lineId, action]));
  return {
    lines: byLine.size,
    claims: new Set(actions.map((action) => action.claimId)).size,
    deniedCents: sumCents([...byLine.values()].map((action) => action.deniedCents)),
    lineIds: [...byLine.keys()],
  };
}
