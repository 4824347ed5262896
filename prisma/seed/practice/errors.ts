import { addDays, daysBetween, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { PracticeCalendar } from "./calendar";
import { serviceLine, totalOf, type DraftClaim } from "./claims";
import type { Random } from "./random";

interface CodingError {
  key: string;
  /** The edit that must find it. */
  rule: string;
  weight: number;
  applies(draft: DraftClaim, calendar: PracticeCalendar): boolean;
  /** Spoils the claim; returns the line that carries the error, null for the claim. */
  apply(draft: DraftClaim, random: Random, calendar: PracticeCalendar): number | null;
}

const has = ({ claim }: DraftClaim, code: string) => claim.lines.some((line) => line.code === code);
const lineOf = ({ claim }: DraftClaim, code: string) => claim.lines.find((line) => line.code === code)!;
const isSurgical = (draft: DraftClaim) =>
  draft.encounter.stage !== null && draft.claim.role !== "anaesthesia";
const isSurgeon = (draft: DraftClaim) => draft.claim.role === "surgeon";
const isMedicare = ({ encounter }: DraftClaim) => encounter.patient.payer.key === "medicare";

function addLine(
  draft: DraftClaim,
  code: string,
  more: { units?: number; modifiers?: string[] } = {},
): number {
  const { claim, encounter } = draft;
  const number = claim.lines.length + 1;
  claim.lines.push(serviceLine({ code, ...more }, number, encounter, claim.role));
  claim.chargeCents = totalOf(claim.lines);
  return number;
}

function setUnits(draft: DraftClaim, code: string, units: number): number {
  const line = lineOf(draft, code);
  line.chargeCents = (line.chargeCents / line.units) * units;
  line.units = units;
  draft.claim.chargeCents = totalOf(draft.claim.lines);
  return line.number;
}

function daysToLimit(draft: DraftClaim): CalendarDate | null {
  const { filingDays } = draft.encounter.patient.payer;
  // A replacement has a window of its own.
  return filingDays === null || draft.claim.frequency !== "1"
    ? null
    : addDays(draft.encounter.date, filingDays);
}

/** The coding errors that pain practices make, each with the edit that catches it; weights are relative frequencies. */
export const CODING_ERRORS: readonly CodingError[] = [
  {
    ...{ key: "second_lead_unmarked", rule: "R-U01", weight: 14 },
    applies: (draft) =>
      isSurgical(draft) && draft.encounter.leads === 2 && has(draft, "63650") && !has(draft, "63655"),
    apply: (draft) => {
      const { claim, encounter } = draft;
      const placed = claim.lines.filter((line) => line.code === "63650");
      if (placed.length === 2)
        placed[1]!.modifiers = placed[1]!.modifiers.filter((modifier) => modifier === "58");
      else {
        const only = placed[0]!;
        const second = serviceLine(
          { code: "63650", modifiers: [...only.modifiers] },
          0,
          encounter,
          claim.role,
        );
        only.units = 1;
        only.chargeCents = second.chargeCents;
        claim.lines.splice(claim.lines.indexOf(only) + 1, 0, second);
        claim.lines.forEach((line, index) => (line.number = index + 1));
      }
      return 2;
    },
  },
  {
    ...{ key: "authorization_missing", rule: "R-A01", weight: 10 },
    applies: (draft) =>
      draft.claim.authorization !== null && ["63650", "63655", "63685"].some((code) => has(draft, code)),
    apply: (draft) => {
      draft.claim.authorization = null;
      return null;
    },
  },
  {
    ...{ key: "three_leads_billed", rule: "R-U02", weight: 3 },
    // The daily limit over all lines is Original Medicare's.
    applies: (draft) =>
      isSurgical(draft) && isMedicare(draft) && draft.encounter.leads === 2 && has(draft, "63650"),
    apply: (draft) => {
      const placed = draft.claim.lines.filter((line) => line.code === "63650");
      if (placed.length === 1) return setUnits(draft, "63650", 3);
      const last = placed[placed.length - 1]!;
      last.units = 2;
      last.chargeCents *= 2;
      draft.claim.chargeCents = totalOf(draft.claim.lines);
      return last.number;
    },
  },
  {
    ...{ key: "two_generators_billed", rule: "R-U04", weight: 3 },
    applies: (draft) => isSurgical(draft) && has(draft, "63685"),
    apply: (draft) => setUnits(draft, "63685", 2),
  },
  {
    ...{ key: "programming_units", rule: "R-U04", weight: 3 },
    applies: (draft) => has(draft, "95972"),
    apply: (draft) => setUnits(draft, "95972", 2),
  },
  {
    ...{ key: "professional_half_of_surgery", rule: "R-M05", weight: 3 },
    applies: (draft) => isSurgeon(draft) && draft.encounter.scenario === "trial",
    apply: (draft) => {
      const line = lineOf(draft, "63650");
      line.modifiers = ["26", ...line.modifiers];
      return line.number;
    },
  },
  {
    ...{ key: "side_on_midline_procedure", rule: "R-M01", weight: 5 },
    applies: (draft) => isSurgeon(draft) && draft.encounter.leads === 2 && has(draft, "63650"),
    apply: (draft, random) => {
      const line = lineOf(draft, "63650");
      line.modifiers = [...line.modifiers, random.pick(["LT", "RT", "50"])];
      return line.number;
    },
  },
  {
    ...{ key: "two_distinct_modifiers", rule: "R-M03", weight: 3 },
    applies: (draft) => isSurgical(draft) && draft.claim.lines.some(isDistinct),
    apply: (draft) => {
      const line = draft.claim.lines.find(isDistinct)!;
      line.modifiers = [...line.modifiers, line.modifiers.includes("59") ? "XS" : "59"];
      return line.number;
    },
  },
  {
    ...{ key: "fluoroscopy_billed", rule: "R-N03", weight: 6 },
    applies: (draft) => isSurgeon(draft) && has(draft, "63650"),
    apply: (draft) => addLine(draft, "77003", { modifiers: draft.encounter.place === "11" ? [] : ["26"] }),
  },
  {
    ...{ key: "both_programming_codes", rule: "R-N05", weight: 4 },
    applies: (draft) => has(draft, "95972"),
    apply: (draft) => addLine(draft, "95971"),
  },
  {
    ...{ key: "trial_lead_pull_with_new_lead", rule: "R-N07", weight: 3 },
    applies: (draft) => isSurgeon(draft) && draft.encounter.scenario === "permanent",
    apply: (draft) => addLine(draft, "63661", { modifiers: draft.encounter.isStaged ? ["58"] : [] }),
  },
  {
    ...{ key: "exchange_with_removal", rule: "R-N09", weight: 3 },
    applies: (draft) => isSurgical(draft) && draft.encounter.scenario === "exchange",
    apply: (draft) => addLine(draft, "63688"),
  },
  {
    ...{ key: "generator_on_trial", rule: "R-T02", weight: 2 },
    applies: (draft) =>
      isSurgeon(draft) && draft.encounter.scenario === "trial" && draft.encounter.place === "24",
    apply: (draft) => addLine(draft, "63685"),
  },
  {
    ...{ key: "staged_modifier_missing", rule: "R-G01", weight: 30 },
    applies: (draft) => isSurgeon(draft) && draft.encounter.isStaged,
    apply: (draft) => {
      for (const line of draft.claim.lines)
        line.modifiers = line.modifiers.filter((modifier) => modifier !== "58");
      return 1;
    },
  },
  {
    ...{ key: "weak_diagnosis", rule: "R-D03", weight: 4 },
    applies: (draft) =>
      isSurgeon(draft) && (draft.encounter.scenario === "trial" || draft.encounter.scenario === "permanent"),
    apply: (draft, random) => {
      draft.claim.diagnoses = [random.pick(["M5450", "R52", "M546"])];
      for (const line of draft.claim.lines) line.diagnosisPointers = [1];
      return 1;
    },
  },
  {
    ...{ key: "no_diagnosis_pointer", rule: "R-D01", weight: 2 },
    applies: (draft) => isSurgeon(draft) && draft.encounter.stage !== null,
    apply: (draft) => {
      draft.claim.lines[0]!.diagnosisPointers = [];
      return 1;
    },
  },
  {
    ...{ key: "deleted_code", rule: "R-C11", weight: 3 },
    applies: (draft) => has(draft, "95972") || has(draft, "95971"),
    apply: (draft) => addLine(draft, "95973"),
  },
  {
    ...{ key: "rendering_npi_mistyped", rule: "R-P17", weight: 2 },
    applies: (draft) => draft.claim.rendering?.npi != null,
    apply: (draft) => {
      const rendering = draft.claim.rendering!;
      const wrong = (Number(rendering.npi!.slice(-1)) + 3) % 10;
      draft.claim.rendering = { ...rendering, npi: `${rendering.npi!.slice(0, -1)}${wrong}` };
      return null;
    },
  },
  {
    ...{ key: "total_differs_from_lines", rule: "R-C06", weight: 2 },
    applies: (draft) => draft.claim.lines.length > 1,
    apply: (draft) => {
      draft.claim.chargeCents -= draft.claim.lines[draft.claim.lines.length - 1]!.chargeCents;
      return null;
    },
  },
  {
    ...{ key: "service_in_the_future", rule: "R-C07", weight: 1 },
    applies: (draft, { asOf }) => isSurgeon(draft) && daysBetween(draft.encounter.date, asOf) < 10,
    apply: (draft, random, { asOf }) => {
      const date = addDays(asOf, random.integer(8, 20));
      for (const line of draft.claim.lines) line.serviceFrom = line.serviceTo = date;
      return 1;
    },
  },
  {
    ...{ key: "lead_device_to_medicare", rule: "R-P07", weight: 5 },
    applies: (draft) => isSurgeon(draft) && isMedicare(draft) && has(draft, "63650"),
    apply: (draft) => addLine(draft, "L8680", { units: draft.encounter.leads }),
  },
  {
    ...{ key: "paddle_in_the_office", rule: "R-P02", weight: 6 },
    applies: (draft) => isSurgeon(draft) && draft.encounter.scenario === "paddle",
    apply: (draft) => {
      draft.claim.placeOfService = "11";
      draft.claim.facility = null;
      return 1;
    },
  },
  {
    ...{ key: "filing_limit_near", rule: "R-C05", weight: 5 },
    applies: (draft, { asOf }) => {
      const limit = daysToLimit(draft);
      return limit !== null && limit > asOf && daysBetween(asOf, limit) <= 13;
    },
    apply: (draft, random, { asOf }) => {
      draft.exportOn = addDays(asOf, -random.integer(0, 5));
      return null;
    },
  },
  {
    ...{ key: "filing_limit_passed", rule: "R-C05", weight: 1 },
    applies: (draft, { asOf }) => {
      const limit = daysToLimit(draft);
      return limit !== null && addDays(limit, 20) <= asOf;
    },
    apply: (draft, random) => {
      draft.exportOn = addDays(daysToLimit(draft)!, random.integer(3, 20));
      return null;
    },
  },
];

const isDistinct = (line: DraftClaim["claim"]["lines"][number]) =>
  line.modifiers.includes("59") || line.modifiers.includes("XS");

/** Share of claims with an error: open work has more, because what was sent had been looked at. */
function errorRate({ claim, encounter }: DraftClaim, isOpen: boolean): number {
  if (encounter.stage !== null && claim.role === "surgeon") return isOpen ? 0.48 : 0.26;
  if (encounter.stage !== null) return claim.role === "anaesthesia" ? 0.03 : isOpen ? 0.2 : 0.1;
  if (encounter.scenario === "programming") return isOpen ? 0.34 : 0.14;
  return isOpen ? 0.04 : 0.02;
}

/** Seeds errors; within open work and within history each kind comes about as often as its weight says. */
export function seedErrors(random: Random, drafts: DraftClaim[], calendar: PracticeCalendar): void {
  const used = { open: new Map<string, number>(), history: new Map<string, number>() };
  for (const draft of drafts) {
    const isOpen = draft.exportOn >= calendar.openFrom;
    const near = daysToLimit(draft);
    const closeToLimit = near !== null && near > calendar.asOf && daysBetween(calendar.asOf, near) <= 13;
    const rate = closeToLimit ? 0.2 : errorRate(draft, isOpen);
    if (draft.seeded !== null || !random.chance(rate)) continue;
    const counts = isOpen ? used.open : used.history;
    const scored = CODING_ERRORS.filter((error) => error.applies(draft, calendar)).map((error) => ({
      error,
      score: (error.weight / ((counts.get(error.key) ?? 0) + 1)) * (0.6 + 0.8 * random.next()),
    }));
    if (scored.length === 0) continue;
    const { error } = scored.reduce((best, candidate) => (candidate.score > best.score ? candidate : best));
    counts.set(error.key, (counts.get(error.key) ?? 0) + 1);
    const line = error.apply(draft, random, calendar);
    draft.seeded = { error: error.key, rule: error.rule, line };
  }
}
