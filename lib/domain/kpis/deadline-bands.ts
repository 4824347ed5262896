import type { DeadlineState } from "@/lib/domain/claims/work-queues";
import { addDays, type CalendarDate } from "@/lib/domain/shared/calendar-date";

/** How deadlines are grouped, by the tones of `deadlineState`; the last day of each in days from today. */
export const DEADLINE_BANDS = [
  { id: "passed", name: "Passed", tone: "passed", lastDay: -1 },
  { id: "urgent", name: "Within 3 days", tone: "urgent", lastDay: 3 },
  { id: "soon", name: "Within 10 days", tone: "soon", lastDay: 10 },
  { id: "calm", name: "Later", tone: "calm", lastDay: null },
] as const satisfies readonly {
  id: string;
  name: string;
  tone: DeadlineState["tone"];
  lastDay: number | null;
}[];

/** Of denials whose payer's limit nobody knows. */
export const UNKNOWN_DEADLINE = { id: "unknown", name: "Limit unknown", tone: "unknown" } as const;

/** First and last day of a band, both included; null where it has no end on that side. */
export function daysOfBand(
  index: number,
  today: CalendarDate,
): { from: CalendarDate | null; to: CalendarDate | null } {
  const before = DEADLINE_BANDS[index - 1]?.lastDay;
  const { lastDay } = DEADLINE_BANDS[index]!;
  return {
    from: before === undefined || before === null ? null : addDays(today, before + 1),
    to: lastDay === null ? null : addDays(today, lastDay),
  };
}
