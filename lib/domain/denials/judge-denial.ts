import { filingDeadline, type DatedClaim } from "@/lib/domain/payers/filing-deadline";
import type { EffectiveProfile } from "@/lib/domain/payers/parameters";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import { adjustmentReason } from "./adjustment-reasons";
import { appealDeadline, correctedClaimDeadline } from "./appeal-deadline";
import type { DenialCategory } from "./outcome";
import type { RecoveryPath } from "./reasons/define-reasons";
import { isIntegralDenial, judgeRecovery, windowsFor, type Recovery, type RecoveryWindow } from "./recovery";

export interface DenialToJudge {
  category: DenialCategory;
  /** What is still denied. */
  openCents: Cents;
  /** The denied line with the most money; null where the claim was denied without lines. */
  deciding: { carc: string | null; code: string } | null;
  /** The day of the payment that denied (BPR16); null where it has none. */
  remittedOn: CalendarDate | null;
  claim: DatedClaim;
  on: CalendarDate;
}

export interface JudgedDenial {
  recovery: Recovery;
  /** Usual ways to recover of the deciding reason, best first; empty where they are not known. */
  paths: readonly RecoveryPath[];
  windows: readonly RecoveryWindow[];
  isIntegral: boolean;
}

/** Tier, score and windows of a denial as of a day, by what its reason usually needs and the payer's profile says. */
export function judgeDenial(denial: DenialToJudge, profile: EffectiveProfile): JudgedDenial {
  const { category, openCents, deciding, remittedOn, claim, on } = denial;
  const carc = deciding?.carc ?? null;
  const paths = (carc === null ? null : adjustmentReason(carc)?.paths) ?? [];
  const isIntegral = deciding !== null && carc !== null && isIntegralDenial(carc, deciding.code);
  const windows = windowsFor(paths, {
    appeal: appealDeadline(remittedOn, profile),
    corrected_claim: correctedClaimDeadline(claim, remittedOn, profile),
    first_claim: filingDeadline({ ...claim, frequency: "1" }, profile),
  });
  const recovery = judgeRecovery(
    { category, openCents, windows, on, missingDocuments: [], isIntegral },
    profile,
  );
  return { recovery, paths, windows, isIntegral };
}

/** The window that closes next; where all have closed the one that closed last; one without a known day says why. */
export function nextWindow(windows: readonly RecoveryWindow[], on: CalendarDate): RecoveryWindow | null {
  const known = windows
    .filter((window) => window.deadline !== null)
    .sort((a, b) => (a.deadline! < b.deadline! ? -1 : 1));
  return known.find((window) => window.deadline! >= on) ?? known.at(-1) ?? windows[0] ?? null;
}
