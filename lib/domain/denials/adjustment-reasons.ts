import type { Adjustment } from "@/lib/domain/remittances/remittance";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import {
  DENIAL_CATEGORIES,
  type AdjustmentClass,
  type ClassifyContext,
  type DenialCategory,
} from "./outcome";
import { ACCESS_REASONS } from "./reasons/access-reasons";
import { CLINICAL_REASONS } from "./reasons/clinical-reasons";
import { BUNDLING_REASONS, CODING_REASONS } from "./reasons/coding-reasons";
import type { AdjustmentReason, ReasonMeaning } from "./reasons/define-reasons";
import { OTHER_MONEY } from "./reasons/other-money";
import { STOPPED_REASONS } from "./reasons/stopped-reasons";

/**
 * Claim adjustment reason codes (CARC) in the field's own grouping, with our own words.
 * Source: the public list of codes as captured in 2024-06, and the trade's common reading of each.
 */
const REASONS: ReadonlyMap<string, AdjustmentReason> = new Map(
  [
    ...BUNDLING_REASONS,
    ...CODING_REASONS,
    ...ACCESS_REASONS,
    ...CLINICAL_REASONS,
    ...OTHER_MONEY,
    ...STOPPED_REASONS,
  ].map((reason) => [reason.carc, reason]),
);

export const ADJUSTMENT_REASONS: readonly AdjustmentReason[] = [...REASONS.values()];

/** The reason of a code ("97"); null where the table has none. */
export function adjustmentReason(carc: string): AdjustmentReason | null {
  return REASONS.get(carc) ?? null;
}

/** "included in another service already paid" for "CO-97" or "97"; null where we have no words for the code. */
export function denialInWords(code: string): string | null {
  return adjustmentReason(code.replace(/^[A-Z]{2}-/, ""))?.words ?? null;
}

/** False where payers had stopped using the code by that day; a code that is not in the table is not judged. */
export function reasonWasInUse(carc: string, date: CalendarDate): boolean {
  const stopped = adjustmentReason(carc)?.stoppedOn;
  return stopped === undefined || stopped === null || date < stopped;
}

/** The parts of a patient's share that lie within what the payer allowed. */
const WITHIN_ALLOWED: ReadonlySet<string> = new Set([
  ...["1", "2", "3", "66", "142", "178", "241", "247", "248"],
]);

export function isWithinAllowed(carc: string): boolean {
  return WITHIN_ALLOWED.has(carc);
}

/**
 * Whose money an adjustment is. The code decides, not the group: PR-96 is a denial with the patient liable. The group
 * decides in two places only: a contractual cut that the payer calls the patient's (PR-45, out of network) is the
 * patient's, and of a code that the table does not know PR is the patient's and the rest a denial, so that it comes
 * before a person. CO-24 is a denial unless the payer pays this practice per member.
 */
export function classOfAdjustment(
  adjustment: Pick<Adjustment, "group" | "carc">,
  context: Pick<ClassifyContext, "capitated">,
): AdjustmentClass {
  const { group, carc } = adjustment;
  if (carc === "24" && context.capitated) return "info";
  const reason = adjustmentReason(carc);
  if (reason === null) return group === "PR" ? "patient" : "denial";
  if (isDenialCategory(reason.means)) return "denial";
  return reason.means === "contractual" && group === "PR" ? "patient" : reason.means;
}

/** The category of a denial code by itself, before remarks refine it; ADMIN_OTHER where the table has no category. */
export function categoryOfReason(carc: string): DenialCategory {
  const means = adjustmentReason(carc)?.means;
  return means !== undefined && isDenialCategory(means) ? means : "ADMIN_OTHER";
}

const CATEGORIES: ReadonlySet<string> = new Set(DENIAL_CATEGORIES);

function isDenialCategory(means: ReasonMeaning): means is DenialCategory {
  return CATEGORIES.has(means);
}
