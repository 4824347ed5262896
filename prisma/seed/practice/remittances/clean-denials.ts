import type { DraftClaim } from "../claims";
import type { Random } from "../random";
import { countedLines, denied, onAll, onLines, type Verdict } from "./verdict";

interface Reason {
  weight: number;
  applies(draft: DraftClaim): boolean;
  deny(draft: DraftClaim, random: Random): Verdict;
}

const always = () => true;
const payerOf = ({ encounter }: DraftClaim) => encounter.patient.payer;
const isSurgical = ({ encounter, claim }: DraftClaim) =>
  encounter.stage !== null && claim.role !== "anaesthesia";
const secondLead = ({ claim }: DraftClaim) => claim.lines.filter(({ code }) => code === "63650")[1];

/** The national determination on stimulators; of other payers only that they cite a policy is known. */
const NATIONAL_DETERMINATION = "160.7";

/** Why payers deny claims that were coded right: what the claim cannot show, or their own mistake. */
const REASONS: readonly Reason[] = [
  {
    weight: 26,
    applies: isSurgical,
    deny: (draft, random) => {
      if (payerOf(draft).key === "medicare" && random.chance(0.5))
        return onAll(draft, denied("CO-50 N386", NATIONAL_DETERMINATION), "clinical", ["MA01"]);
      return onAll(
        draft,
        denied(random.pick(["CO-50 N115", "CO-50 N115", "CO-50 N180", "CO-272"])),
        "clinical",
      );
    },
  },
  {
    weight: 20,
    applies: isSurgical,
    deny: (draft, random) =>
      onAll(
        draft,
        denied(random.pick(["CO-252 N706", "CO-252 M127", "CO-226 N42", "CO-16 N29"])),
        "documents",
      ),
  },
  {
    weight: 26,
    applies: ({ claim }) => claim.authorization !== null,
    deny: (draft, random) =>
      onAll(draft, denied(random.pick(["CO-197", "CO-197", "CO-284", "CO-302", "CO-296"])), "authorization"),
  },
  {
    weight: 5,
    applies: ({ claim }) => claim.authorization !== null && claim.lines.length > 1,
    deny: (draft) => onLines([draft.claim.lines[1]!.number], denied("CO-198"), "authorization"),
  },
  {
    weight: 34,
    applies: (draft) => secondLead(draft) !== undefined,
    deny: (draft) => onLines([secondLead(draft)!.number], denied("CO-97 N20"), "inclusive"),
  },
  {
    weight: 10,
    applies: ({ claim }) => claim.lines.some(({ code }) => code === "95972"),
    deny: (draft, random) =>
      onAll(
        draft,
        denied(random.pick(["CO-97 N390", "CO-151 N362", "CO-16 N706", "CO-4 N822"])),
        "inclusive",
      ),
  },
  {
    weight: 6,
    applies: always,
    deny: (draft, random) => {
      const verdict = onAll(draft, denied(random.pick(["PR-27", "CO-22", "PR-31"])), "eligibility");
      return {
        ...verdict,
        isUnknownPatient: [...verdict.lines.values()].some((line) => "carc" in line && line.carc === "31"),
      };
    },
  },
  // A payer with a short window that counts wrongly: it wants proof of the day of filing.
  {
    weight: 3,
    applies: (draft) => (payerOf(draft).filingDays ?? 365) <= 120,
    deny: (draft) => onAll(draft, denied("CO-29"), "late"),
  },
  { weight: 1, applies: always, deny: (draft) => onAll(draft, denied("OA-18 N522"), "final") },
  {
    weight: 9,
    applies: ({ encounter, claim }) =>
      encounter.stage === null && encounter.scenario !== "programming" && claim.role === "surgeon",
    deny: (draft, random) =>
      random.chance(0.5)
        ? onAll(draft, denied(random.pick(["CO-50 N115", "CO-50 N180", "CO-272"])), "clinical")
        : onAll(draft, denied(random.pick(["CO-97 M144", "CO-4 N519"])), "coding"),
  },
  {
    weight: 8,
    applies: ({ claim }) => claim.role === "anaesthesia",
    deny: (draft, random) => onAll(draft, denied(random.pick(["CO-50 N180", "CO-252 N706"])), "documents"),
  },
  { weight: 2, applies: isSurgical, deny: (draft) => onAll(draft, denied("CO-55"), "clinical") },
];

/** A denial that the claim's coding did not ask for. */
export function denyClean(draft: DraftClaim, random: Random): Verdict {
  return random.weighted(REASONS.filter((reason) => reason.applies(draft))).deny(draft, random);
}

/** Denial rate of the practice's stimulator lines: falls from the first remittance to the last quarter. */
const RATE = { first: 0.225, last: 0.125 };
const OTHER_RATE = { first: 0.06, last: 0.035 };

/**
 * Says which clean claims are denied, so that the rate of stimulator lines follows its course: what coding errors
 * brought by themselves counts, and what a small practice is owed by chance is carried on.
 */
export class DenialCourse {
  private owed = 0;

  /** `progress` is 0 for the first remittance and 1 from the last quarter on. */
  isDenied(draft: DraftClaim, progress: number, random: Random): boolean {
    const counted = countedLines(draft).length;
    if (counted === 0) return random.chance(at(OTHER_RATE, progress));
    // Payers look hardest at operations: what is owed falls on them rather than on programming.
    const patience = draft.encounter.stage === null ? 1.4 : 0.3;
    return this.owed + counted * at(RATE, progress) > patience + 1.6 * random.next();
  }

  /** Takes the verdict into account, whatever it was. */
  note(draft: DraftClaim, verdict: Verdict, progress: number): void {
    if (verdict.denial === "unprocessable") return;
    const counted = countedLines(draft);
    this.owed += counted.length * at(RATE, progress);
    for (const number of counted) {
      const line = verdict.lines.get(number);
      if (line?.kind === "denied" || line?.kind === "cut") this.owed -= 1;
    }
  }
}

const at = (rate: { first: number; last: number }, progress: number) =>
  rate.first + (rate.last - rate.first) * progress;
