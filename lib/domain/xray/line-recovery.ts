import { judgeDenial } from "@/lib/domain/denials/judge-denial";
import type { RecoveryTier, RecoveryWindow, WindowRoute } from "@/lib/domain/denials/recovery";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Decision } from "./settle-claim";

/**
 * open: some window is known to be open. unknown: none is known to be open, but the last day of one is not known.
 * closed: all have passed. none: denials for this reason are usually written off.
 */
export const WINDOW_STATES = ["open", "unknown", "closed", "none"] as const;
export type WindowState = (typeof WINDOW_STATES)[number];

export interface LineRecovery {
  tier: RecoveryTier;
  tierWhy: string;
  window: WindowState;
  /** The window that decides: of open ones the last to close, of closed ones too; null where there is none. */
  route: WindowRoute | null;
  deadline: CalendarDate | null;
  /** Where the deadline comes from, or why it cannot be told. */
  deadlineSource: string;
  /** False where nobody has checked the payer's limit against the contract. */
  deadlineVerified: boolean;
}

/** How worthwhile it is, on a day, to work what is still denied of a line. Only what its remittance tells is known. */
export function judgeLine(code: string, current: Decision, on: CalendarDate): LineRecovery {
  const { line, answer } = current;
  const { rank, lines, decidedOn, profile } = answer;
  const { recovery, windows } = judgeDenial(
    {
      ...{ kind: "denied", appealDecided: false },
      ...{ category: line.category ?? "ADMIN_OTHER", openCents: current.deniedCents, on },
      ...{ deciding: { carc: line.primary?.carc ?? null, code }, remittedOn: decidedOn },
      claim: { lines, frequency: "1", payer: { responsibility: rank ?? "P" } },
    },
    profile,
  );
  const { tier, tierWhy } = recovery;
  const { state, window } = decidingWindow(windows, on);
  return {
    ...{ tier, tierWhy, window: state },
    route: window?.route ?? null,
    deadline: window?.deadline ?? null,
    deadlineSource: window?.source ?? "Denials for this reason are usually written off.",
    deadlineVerified: window?.verified ?? true,
  };
}

function decidingWindow(
  windows: readonly RecoveryWindow[],
  on: CalendarDate,
): { state: WindowState; window: RecoveryWindow | null } {
  const known = windows.filter(({ deadline }) => deadline !== null).sort(byDeadline);
  const last = known.at(-1) ?? null;
  if (last !== null && last.deadline! >= on) return { state: "open", window: last };
  const unknown = windows.find(({ deadline }) => deadline === null);
  if (unknown !== undefined) return { state: "unknown", window: unknown };
  return last === null ? { state: "none", window: null } : { state: "closed", window: last };
}

function byDeadline(a: RecoveryWindow, b: RecoveryWindow): number {
  return a.deadline! < b.deadline! ? -1 : a.deadline! > b.deadline! ? 1 : 0;
}
