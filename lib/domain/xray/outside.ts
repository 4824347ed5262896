import type { Decision, SettledClaim, SettledLine } from "./settle-claim";

/** Why a stimulator line is not in the figures; shown beside them, so that nothing is missing silently. */
export const OUTSIDE_REASONS = [
  "voided",
  "later_payer",
  "facility",
  "device",
  "programming_without_implant",
  "answered_before",
  "not_processed",
  "undecided",
  "duplicate",
  "without_lines",
] as const;
export type OutsideReason = (typeof OUTSIDE_REASONS)[number];

export const OUTSIDE_WORDS: Record<OutsideReason, string> = {
  voided: "Claims that were voided",
  later_payer: "Answers of second and third payers",
  facility: "Claims of a surgery centre or hospital",
  device: "Device lines",
  programming_without_implant: "Programming of patients without an implant in these files",
  answered_before: "First answer not in these files: corrections, corrected claims",
  not_processed: "Returned as unprocessable: a new claim is due, no denial",
  undecided: "Not decided yet",
  duplicate: "True duplicates of another claim",
  without_lines: "Answers without service lines: their codes are not known",
};

/** What the reasons need to know of all claims together. */
export interface Surroundings {
  hasImplant(patient: string | null): boolean;
  isTrueDuplicate(claim: SettledClaim, line: SettledLine): boolean;
}

/** Null for a line that counts; lines of other services are nobody's business here and never asked about. */
export function outsideReason(
  claim: SettledClaim,
  line: SettledLine,
  surroundings: Surroundings,
): OutsideReason | null {
  const { scope } = line.seen;
  if (claim.isVoid) return "voided";
  if (claim.rank !== "P") return "later_payer";
  if (claim.isFacility) return "facility";
  if (scope === "device") return "device";
  if (scope === "programming" && !surroundings.hasImplant(claim.patient)) {
    return "programming_without_implant";
  }
  if (line.initial === null) {
    if (!claim.isWhole) return "answered_before";
    const outcome = line.seen.classified?.outcome;
    if (outcome === "UNPROCESSABLE") return "not_processed";
    return outcome === "PEND" ? "undecided" : "answered_before";
  }
  return surroundings.isTrueDuplicate(claim, line) ? "duplicate" : null;
}

/** Implants and copies across all claims. */
export function surroundingsOf(claims: readonly SettledClaim[]): Surroundings {
  const implanted = new Set<string>();
  const decided = new Map<string, Set<number>>();
  for (const claim of claims) {
    for (const { seen, initial } of claim.lines) {
      if (seen.scope === "procedure" && claim.patient !== null) implanted.add(claim.patient);
      const key = serviceKey(claim, seen);
      if (key === null || initial === null || isDuplicateDenial(initial)) continue;
      const answers = decided.get(key) ?? new Set<number>();
      decided.set(key, answers.add(initial.answer.order));
    }
  }
  return {
    hasImplant: (patient) => patient !== null && implanted.has(patient),
    isTrueDuplicate: (claim, { seen, initial }) => {
      if (initial === null || !isDuplicateDenial(initial)) return false;
      const key = serviceKey(claim, seen);
      const others = key === null ? undefined : decided.get(key);
      return others !== undefined && [...others].some((order) => order !== initial.answer.order);
    },
  };
}

/** Patient, code and day; null where one of them is not known. */
function serviceKey({ patient }: SettledClaim, { code, serviceFrom }: SettledLine["seen"]): string | null {
  return patient === null || serviceFrom === null ? null : `${patient} ${code} ${serviceFrom}`;
}

function isDuplicateDenial({ line, reason }: Decision): boolean {
  return line.category === "DUP" && /-18$/.test(reason ?? "");
}
