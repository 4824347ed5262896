import { rankOf } from "./denial-category";
import type { ClaimOutcome, ClassifiedLine, DenialCategory, LineOutcome } from "./outcome";

const SHARED_BY_ALL: readonly (LineOutcome & ClaimOutcome)[] = [
  ...(["DENIED", "UNPROCESSABLE", "PATIENT_RESP", "COB_SATISFIED", "PEND", "REVIEW"] as const),
];

/** The claim over its lines with a charge; packaged lines are the contract's and say nothing. */
export function claimOutcome(charged: readonly ClassifiedLine[]): ClaimOutcome {
  const lines = charged.filter((line) => line.outcome !== "PACKAGED");
  const shared = SHARED_BY_ALL.find((outcome) => lines.every((line) => line.outcome === outcome));
  if (lines.length > 0 && shared !== undefined) return shared;
  if (lines.some((line) => line.countsAsDenied)) return "PARTIAL";
  return lines.some((line) => line.outcome === "REVIEW") ? "REVIEW" : "PAID";
}

/** The category of the denied line with the most denied money; null where nothing is denied. */
export function categoryOfClaim(lines: readonly ClassifiedLine[]): DenialCategory | null {
  const byMoney = lines
    .filter((line) => line.countsAsDenied && line.category !== null)
    .sort((a, b) => b.cents.denial - a.cents.denial || rankOf(a.category!) - rankOf(b.category!));
  return byMoney[0]?.category ?? null;
}
