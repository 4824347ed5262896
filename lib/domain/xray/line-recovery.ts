import { adjustmentReason } from "@/lib/domain/denials/adjustment-reasons";
import {
  appealDeadline,
  correctedClaimDeadline,
  type WorkDeadline,
} from "@/lib/domain/denials/appeal-deadline";
import {
  isIntegralDenial,
  judgeRecovery,
  windowsFor,
  type RecoveryTier,
  type RecoveryWindow,
  type WindowRoute,
} from "@/lib/domain/denials/recovery";
import { filingDeadline } from "@/lib/domain/payers/filing-deadline";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Answer } from "./answer";
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
  const carc = (current.reason ?? "").replace(/^[A-Z]{2}-/, "");
  const windows = windowsFor(adjustmentReason(carc)?.paths ?? [], deadlinesOf(answer));
  const category = line.category ?? "ADMIN_OTHER";
  const isIntegral = isIntegralDenial(carc, code);
  const { tier, tierWhy } = judgeRecovery(
    { category, openCents: current.deniedCents, windows, on, missingDocuments: [], isIntegral },
    answer.profile,
  );
  const { state, window } = decidingWindow(windows, on);
  return {
    ...{ tier, tierWhy, window: state },
    route: window?.route ?? null,
    deadline: window?.deadline ?? null,
    deadlineSource: window?.source ?? "Denials for this reason are usually written off.",
    deadlineVerified: window?.verified ?? true,
  };
}

function deadlinesOf({ rank, lines, decidedOn, profile }: Answer): Record<WindowRoute, WorkDeadline> {
  const claim = { lines, frequency: "1", payer: { responsibility: rank ?? ("P" as const) } };
  return {
    appeal: appealDeadline(decidedOn, profile),
    corrected_claim: correctedClaimDeadline(claim, decidedOn, profile),
    first_claim: filingDeadline(claim, profile),
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
