import type { EffectiveProfile } from "@/lib/domain/payers/parameters";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import { dollarsInWords, type Cents } from "@/lib/domain/shared/money";
import type { WorkDeadline } from "./appeal-deadline";
import type { WorkKind } from "./open-work";
import type { DenialCategory } from "./outcome";
import type { RecoveryPath } from "./reasons/define-reasons";

export const RECOVERY_TIERS = ["high", "moderate", "low"] as const;
export type RecoveryTier = (typeof RECOVERY_TIERS)[number];

/** Stands for no tier at all, where one is chosen from a list. */
export const UNRATED = "unrated";

/** How hard a denial is, which decides its odds and its effort. */
export type RecoveryGroup = "Simple" | "Coverage" | "Clinical";

const GROUP_OF: Record<DenialCategory, RecoveryGroup> = {
  ...{
    INCLUSIVE: "Simple",
    MODIFIER: "Simple",
    CODING_INVALID: "Simple",
    DUP: "Simple",
    POS_BILLING: "Simple",
  },
  ...{ FREQUENCY: "Simple", DX: "Simple", DOC: "Simple", COST_DEVICE: "Simple", ADMIN_OTHER: "Simple" },
  ...{ AUTH: "Coverage", ELIG_COB: "Coverage", NONCOV_EXP: "Coverage", PROVIDER: "Coverage" },
  ...{ WC_LIABILITY: "Coverage", TIMELY: "Coverage", MEDNEC: "Clinical" },
};

/** The practice guide's highest priority: technical denials within their windows. */
const TECHNICAL: ReadonlySet<DenialCategory> = new Set([
  ...(["INCLUSIVE", "MODIFIER", "CODING_INVALID", "DUP", "POS_BILLING"] as const),
]);
/** Services that are part of the implant itself: a denial as inclusive stands unless somebody attests otherwise. */
const INTEGRAL_CODES: ReadonlySet<string> = new Set(["77003", "76000", "95970", "95971", "95972"]);

/** True for a service beside an implant whose denial as inclusive is right unless attested to be separate. */
export function isIntegralDenial(carc: string, code: string): boolean {
  return carc === "97" && INTEGRAL_CODES.has(code);
}

export type WindowRoute = "appeal" | "corrected_claim" | "first_claim";
export interface RecoveryWindow extends WorkDeadline {
  route: WindowRoute;
}

const WINDOW_OF: Partial<Record<RecoveryPath, WindowRoute>> = {
  appeal: "appeal",
  records: "appeal",
  corrected_claim: "corrected_claim",
  reopening: "corrected_claim",
  rebill: "first_claim",
};

/** The windows that a denial's usual paths go through; a reason without known paths may use those of an appeal. */
export function windowsFor(
  paths: readonly RecoveryPath[],
  deadlines: Readonly<Record<WindowRoute, WorkDeadline>>,
): RecoveryWindow[] {
  const known: readonly RecoveryPath[] = paths.length === 0 ? ["appeal", "corrected_claim"] : paths;
  const routes = new Set(known.map((path) => WINDOW_OF[path]).filter((route) => route !== undefined));
  return [...routes].map((route) => ({ route, ...deadlines[route] }));
}

export interface RecoveryInput {
  kind: WorkKind;
  category: DenialCategory;
  /** What is still open of the denied money. */
  openCents: Cents;
  /** Of `windowsFor`; none where the usual path is to write off. */
  windows: readonly RecoveryWindow[];
  on: CalendarDate;
  /** Core documents that the file lacks for good, in words: "trial success". */
  missingDocuments: readonly string[];
  /** `isIntegralDenial`, and nobody attested a separate service. */
  isIntegral: boolean;
}

export interface Recovery {
  tier: RecoveryTier;
  /** One sentence. */
  tierWhy: string;
  /** Cents to be expected from an hour of work; 0 where nothing can be recovered any more. */
  scoreCents: Cents;
  /** The figures behind the score, for the screen. */
  parts: {
    openCents: Cents;
    likelihoodPercent: number;
    likelihood: { source: string; verified: boolean };
    effortMinutes: number;
    effort: { source: string; verified: boolean };
    windows: { route: WindowRoute; deadline: CalendarDate | null; isOpen: boolean; source: string }[];
  };
  /** "$5,000.00 × 90 % ÷ 20 minutes = $13,500.00 an hour". */
  arithmetic: string;
}

/** How worthwhile it is to work a denial today. A window whose last day is not known counts as open, and says so. */
export function judgeRecovery(input: RecoveryInput, profile: EffectiveProfile): Recovery {
  const group = GROUP_OF[input.category];
  const windows = input.windows.map(({ route, deadline, source }) => ({
    ...{ route, deadline, source },
    isOpen: deadline === null || deadline >= input.on,
  }));
  const lost = whyLost(input, windows);
  const likelihoodPercent = lost === null ? profile.values[`recovery${group}`] : 0;
  const effortMinutes = profile.values[`effort${group}`];
  const scoreCents = Math.max(0, perHour(input.openCents, likelihoodPercent, effortMinutes));
  return {
    ...tierOf(input, windows, lost),
    scoreCents,
    parts: {
      ...{ openCents: input.openCents, likelihoodPercent, effortMinutes, windows },
      likelihood: lost === null ? checkOf(profile, `recovery${group}`) : { source: lost, verified: true },
      effort: checkOf(profile, `effort${group}`),
    },
    arithmetic: `${dollarsInWords(input.openCents)} × ${likelihoodPercent} % ÷ ${effortMinutes} minutes = ${dollarsInWords(scoreCents)} an hour`,
  };
}

type JudgedWindow = Recovery["parts"]["windows"][number];

/** Why nothing can be recovered any more; null where something can. */
function whyLost({ isIntegral, on }: RecoveryInput, windows: readonly JudgedWindow[]): string | null {
  if (isIntegral) return "The service is part of the implant unless somebody attests that it was separate.";
  if (windows.length === 0) return "Denials for this reason are usually written off.";
  if (windows.some((window) => window.isOpen)) return null;
  const last = windows
    .map((window) => window.deadline!)
    .sort()
    .at(-1)!;
  return `All windows had closed by ${last}; today is ${on}.`;
}

/** The practice guide's three tiers. */
function tierOf(
  { kind, category, missingDocuments }: RecoveryInput,
  windows: readonly JudgedWindow[],
  lost: string | null,
): Pick<Recovery, "tier" | "tierWhy"> {
  if (lost !== null) return { tier: "low", tierWhy: lost };
  if (missingDocuments.length > 0) {
    return { tier: "low", tierWhy: `The file lacks for good: ${missingDocuments.join(", ")}.` };
  }
  const open = windows.filter((window) => window.isOpen);
  const last = open
    .map((window) => window.deadline ?? "")
    .sort()
    .at(-1)!;
  const until = last === "" ? "its last day is not known" : `open until ${last}`;
  if (kind === "not_processed") {
    return {
      tier: "high",
      tierWhy: `Nothing was decided: a new claim is due within the filing limit: ${until}.`,
    };
  }
  return TECHNICAL.has(category)
    ? { tier: "high", tierWhy: `A technical denial within its window: ${until}.` }
    : { tier: "moderate", tierWhy: `Needs a case to be made, within its window: ${until}.` };
}

function perHour(openCents: Cents, percent: number, minutes: number): Cents {
  return Math.floor((openCents * percent * 60) / (100 * minutes));
}

function checkOf(
  profile: EffectiveProfile,
  name: `${"recovery" | "effort"}${RecoveryGroup}`,
): { source: string; verified: boolean } {
  const { source, verified } = profile.origins[name];
  return { source, verified };
}
