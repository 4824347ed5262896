import { sumCents, type Cents } from "@/lib/domain/shared/money";
import type { ClaimHistory, LineDetermination } from "./determination";
import type { ClaimOutcome, DenialCategory, LineOutcome } from "./outcome";

/**
 * Why a claim is somebody's work: money is denied; the payer did not process it and a new claim is due (MA130); or nothing
 * was paid and nothing says why. Only the first is a denial and in a denial rate.
 */
export const WORK_KINDS = ["denied", "not_processed", "unclear"] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export interface OpenWork {
  kind: WorkKind;
  /** Denied; else charged for what was not processed or is unclear. */
  cents: Cents;
  category: DenialCategory;
  /** The line with the most of it: its reason decides how it is worked, and its answer by when. */
  leading: { lineId: string; current: LineDetermination } | null;
}

const UNDENIED = { UNPROCESSABLE: "not_processed", REVIEW: "unclear" } as const satisfies Partial<
  Record<LineOutcome & ClaimOutcome, WorkKind>
>;
const UNDENIED_OUTCOMES = Object.keys(UNDENIED) as (keyof typeof UNDENIED)[];

/** What there is to work on a claim as its present decision stands; null where there is nothing. */
export function openWorkOf({ current, lines }: ClaimHistory, chargeCents: Cents): OpenWork | null {
  if (current === null) return null;
  const present = lines.flatMap(({ lineId, current: line }) =>
    line === null ? [] : [{ lineId, current: line }],
  );
  const denied = present.filter(({ current: { line } }) => line.countsAsDenied);
  if (current.deniedCents > 0 && (denied.length > 0 || present.length === 0)) {
    const leading =
      denied.toSorted((a, b) => b.current.line.cents.denial - a.current.line.cents.denial)[0] ?? null;
    return {
      kind: "denied",
      cents: current.deniedCents,
      category: current.category ?? "ADMIN_OTHER",
      leading,
    };
  }
  for (const outcome of UNDENIED_OUTCOMES) {
    const open = present.filter(({ current: { line } }) => line.outcome === outcome);
    if (open.length === 0 && (present.length > 0 || current.outcome !== outcome)) continue;
    const leading = open.toSorted((a, b) => b.current.chargeCents - a.current.chargeCents)[0] ?? null;
    const cents = present.length === 0 ? chargeCents : sumCents(open.map((line) => line.current.chargeCents));
    if (cents <= 0) continue;
    const category = leading?.current.line.category ?? current.category ?? "ADMIN_OTHER";
    return { kind: UNDENIED[outcome], cents, category, leading };
  }
  return null;
}
