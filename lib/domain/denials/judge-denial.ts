import { filingDeadline, type DatedClaim } from "@/lib/domain/payers/filing-deadline";
import type { EffectiveProfile } from "@/lib/domain/payers/parameters";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import { adjustmentReason } from "./adjustment-reasons";
import { appealDeadline, correctedClaimDeadline, type WorkDeadline } from "./appeal-deadline";
import type { WorkKind } from "./open-work";
import type { DenialCategory } from "./outcome";
import type { RecoveryPath } from "./reasons/define-reasons";
import { isIntegralDenial, judgeRecovery, windowsFor, type Recovery, type RecoveryWindow } from "./recovery";

export interface DenialToJudge {
  kind: WorkKind;
  category: DenialCategory;
  /** What is still denied. */
  openCents: Cents;
  /** The denied line with the most money; null where the claim was denied without lines. */
  deciding: { carc: string | null; code: string } | null;
  /** An appeal was decided: how long the next level is open, only its letter says. */
  appealDecided: boolean;
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

const NEXT_LEVEL: WorkDeadline = {
  deadline: null,
  source: "An appeal was decided: until when the next level is open stands in its letter.",
  verified: false,
};

/** What was never processed has one way; what nobody explained is asked about first. */
function pathsOf(kind: WorkKind, carc: string | null): readonly RecoveryPath[] {
  if (kind === "not_processed") return ["rebill"];
  if (kind === "unclear") return ["check_contract", "appeal"];
  return (carc === null ? null : adjustmentReason(carc)?.paths) ?? [];
}

/** Tier, score and windows of a denial as of a day, by what its reason usually needs and the payer's profile says. */
export function judgeDenial(denial: DenialToJudge, profile: EffectiveProfile): JudgedDenial {
  const { category, openCents, deciding, remittedOn, claim, on, kind } = denial;
  const carc = deciding?.carc ?? null;
  const paths = pathsOf(kind, carc);
  const isIntegral =
    kind === "denied" && deciding !== null && carc !== null && isIntegralDenial(carc, deciding.code);
  const windows = windowsFor(paths, {
    appeal: denial.appealDecided ? NEXT_LEVEL : appealDeadline(remittedOn, profile),
    corrected_claim: correctedClaimDeadline(claim, remittedOn, profile),
    first_claim: filingDeadline({ ...claim, frequency: "1" }, profile),
  });
  const recovery = judgeRecovery(
    { kind, category, openCents, windows, on, missingDocuments: [], isIntegral },
    profile,
  );
  return { recovery, paths, windows, isIntegral };
}

/** The window that closes next; else one without a known day, which says why; where all have closed, the last of them. */
export function nextWindow(windows: readonly RecoveryWindow[], on: CalendarDate): RecoveryWindow | null {
  const known = windows
    .filter((window) => window.deadline !== null)
    .sort((a, b) => (a.deadline! < b.deadline! ? -1 : 1));
  const open = known.find((window) => window.deadline! >= on);
  return open ?? windows.find((window) => window.deadline === null) ?? known.at(-1) ?? null;
}
