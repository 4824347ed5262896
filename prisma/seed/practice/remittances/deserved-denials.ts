import type { DraftClaim } from "../claims";
import type { Random } from "../random";
import { denied, onAll, onLines, PAID, type Verdict } from "./verdict";

type Deserves = (draft: DraftClaim, random: Random) => Verdict;

const either = (random: Random, choices: readonly (readonly [weight: number, shorthand: string])[]) =>
  denied(random.weighted(choices.map(([weight, shorthand]) => ({ weight, shorthand }))).shorthand);
const isMedicare = ({ encounter }: DraftClaim) => encounter.patient.payer.key === "medicare";
const numberOf = ({ claim }: DraftClaim, code: string) =>
  claim.lines.find((line) => line.code === code)!.number;
const lastOf = ({ claim }: DraftClaim) => claim.lines[claim.lines.length - 1]!.number;

/** Only so many units of this line are paid. */
function cut(number: number, unitsPaid: number, carc: string): Verdict {
  const line = { kind: "cut" as const, carc, unitsPaid, remarks: carc === "151" ? ["N362"] : [] };
  return { ...PAID, lines: new Map([[number, line]]), denial: "coding" };
}

/** A claim that Medicare gives back unprocessed: no appeal, a new claim. Other payers deny it. */
const giveBack =
  (shorthand: string): Deserves =>
  (draft) => {
    const isReturned = isMedicare(draft);
    return onAll(
      draft,
      denied(shorthand),
      isReturned ? "unprocessable" : "coding",
      isReturned ? ["MA130"] : [],
    );
  };

/** Error -> the answer of a payer that notices it. What is missing here is paid as it is. */
export const DESERVED: Readonly<Record<string, Deserves>> = {
  second_lead_unmarked: (draft, random) =>
    onLines(
      [2],
      either(random, [
        [74, "CO-97 M15"],
        [12, "OA-18 N522"],
        [14, "CO-4 N822"],
      ]),
      "inclusive",
    ),
  authorization_missing: (draft, random) =>
    onAll(
      draft,
      either(random, [
        [85, "CO-197"],
        [15, "CO-16 M62"],
      ]),
      "authorization",
    ),
  three_leads_billed: (draft) => cut(draft.seeded!.line!, 2, "151"),
  two_generators_billed: (draft, random) => cut(draft.seeded!.line!, 1, random.pick(["151", "222"])),
  programming_units: (draft, random) => cut(draft.seeded!.line!, 1, random.pick(["151", "151", "222"])),
  professional_half_of_surgery: (draft) => onLines([draft.seeded!.line!], denied("CO-4 N519"), "coding"),
  side_on_midline_procedure: (draft) => onLines([draft.seeded!.line!], denied("CO-4 N519"), "coding"),
  two_distinct_modifiers: (draft, random) =>
    onLines(
      [draft.seeded!.line!],
      either(random, [
        [60, "CO-4 N519"],
        [40, "CO-236"],
      ]),
      "coding",
    ),
  fluoroscopy_billed: (draft) => onLines([numberOf(draft, "77003")], denied("CO-97 M15"), "final"),
  both_programming_codes: (draft, random) => {
    const weaker = numberOf(draft, "95971");
    if (!random.chance(0.35))
      return onLines(
        [weaker],
        either(random, [
          [70, "CO-97 M80"],
          [30, "CO-236"],
        ]),
        "final",
      );
    return { ...PAID, lines: new Map([[weaker, { kind: "bundled", into: numberOf(draft, "95972") }]]) };
  },
  trial_lead_pull_with_new_lead: (draft, random) =>
    onLines(
      [lastOf(draft)],
      either(random, [
        [60, "CO-231"],
        [40, "CO-97 N20"],
      ]),
      "final",
    ),
  exchange_with_removal: (draft, random) =>
    onLines(
      [lastOf(draft)],
      either(random, [
        [60, "CO-97 M15"],
        [40, "CO-236"],
      ]),
      "final",
    ),
  generator_on_trial: (draft) => onLines([lastOf(draft)], denied("CO-50 N180"), "clinical"),
  staged_modifier_missing: (draft) => onAll(draft, denied("CO-97 M144"), "inclusive"),
  weak_diagnosis: (draft, random) =>
    onAll(
      draft,
      either(random, [
        [45, "CO-11 N115"],
        [40, "CO-50 N115"],
        [15, "CO-167"],
      ]),
      "coding",
    ),
  no_diagnosis_pointer: giveBack("CO-16 M76"),
  deleted_code: (draft) => onLines([lastOf(draft)], denied("CO-181 M20"), "final"),
  rendering_npi_mistyped: giveBack("CO-16 N290"),
  lead_device_to_medicare: (draft) => onLines([lastOf(draft)], denied("CO-234 N390"), "final"),
  paddle_in_the_office: (draft) => onLines([numberOf(draft, "63655")], denied("CO-58 M77"), "coding"),
  filing_limit_passed: (draft) => onAll(draft, denied("CO-29"), "late"),
  assistant_at_percutaneous_lead: (draft) => onAll(draft, denied("CO-54"), "final"),
};

/** Errors that stop a claim before a payer sees it: it is never answered by a remittance. */
export const NEVER_ADJUDICATED: ReadonlySet<string> = new Set([
  "total_differs_from_lines",
  "service_in_the_future",
]);
