import type { DenialFigures } from "@/lib/data/denials/posted-denials";
import { adjustmentReason } from "@/lib/domain/denials/adjustment-reasons";
import {
  appealDeadline,
  correctedClaimDeadline,
  type WorkDeadline,
} from "@/lib/domain/denials/appeal-deadline";
import type { ClaimHistory, LineDetermination } from "@/lib/domain/denials/determination";
import type { DenialCategory } from "@/lib/domain/denials/outcome";
import {
  isIntegralDenial,
  judgeRecovery,
  windowsFor,
  type RecoveryWindow,
} from "@/lib/domain/denials/recovery";
import { filingDeadline, type DatedClaim } from "@/lib/domain/payers/filing-deadline";
import type { EffectiveProfile } from "@/lib/domain/payers/parameters";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { ClaimBook } from "./claim-book";

/** The largest score that the column holds. */
const MAX_SCORE = 2_147_483_647;

/** Amount, windows, tier and score of a denial as a remittance leaves it. */
export function judgeDenial(
  book: ClaimBook,
  history: ClaimHistory,
  profile: EffectiveProfile,
  on: CalendarDate,
): DenialFigures {
  const current = history.current!;
  const leading = leadingLine(history);
  const carc = leading?.line.primary?.carc ?? "";
  const paths = adjustmentReason(carc)?.paths ?? [];
  const windows = windowsFor(paths, deadlinesOf(book, current.decidedOn, profile));
  const category: DenialCategory = current.category ?? "ADMIN_OTHER";
  const recovery = judgeRecovery(
    {
      ...{ category, openCents: current.deniedCents, windows, on, missingDocuments: [] },
      isIntegral: isIntegralDenial(carc, codeOf(book, history, leading)),
    },
    profile,
  );
  const next = nextWindow(windows, on);
  return {
    ...{ responsibility: history.responsibility, category, amountCents: current.deniedCents },
    ...{ tier: recovery.tier, score: Math.min(MAX_SCORE, recovery.scoreCents) },
    ...{ deadline: next?.deadline ?? null, deadlineSource: next?.source ?? null },
    remittanceClaimId: current.adjudicationIds.at(-1)!,
  };
}

/** The denied line with the most denied money: its reason decides how the denial is worked. */
function leadingLine({ lines }: ClaimHistory): LineDetermination | null {
  const denied = lines.flatMap((line) => (line.current?.line.countsAsDenied ? [line.current] : []));
  return denied.sort((a, b) => b.line.cents.denial - a.line.cents.denial)[0] ?? null;
}

function codeOf(book: ClaimBook, { lines }: ClaimHistory, leading: LineDetermination | null): string {
  const lineId = lines.find((line) => line.current === leading)?.lineId;
  return book.lines.find((line) => String(line.number) === lineId)?.code ?? "";
}

function deadlinesOf(
  { claim, lines }: ClaimBook,
  remittedOn: CalendarDate,
  profile: EffectiveProfile,
): Record<RecoveryWindow["route"], WorkDeadline> {
  const sent: DatedClaim = {
    frequency: claim.frequency,
    payer: { responsibility: claim.responsibility as "P" | "S" | "T" | "other" },
    lines: lines.map((line) => ({ ...line, serviceTo: line.serviceFrom })),
  };
  return {
    appeal: appealDeadline(remittedOn, profile),
    corrected_claim: correctedClaimDeadline(sent, remittedOn, profile),
    first_claim: filingDeadline(sent, profile),
  };
}

/** The window that closes next; where all have closed the one that closed last; one without a known day says why. */
function nextWindow(windows: readonly RecoveryWindow[], on: CalendarDate): RecoveryWindow | null {
  const known = windows
    .filter((window) => window.deadline !== null)
    .sort((a, b) => (a.deadline! < b.deadline! ? -1 : 1));
  return known.find((window) => window.deadline! >= on) ?? known.at(-1) ?? windows[0] ?? null;
}
