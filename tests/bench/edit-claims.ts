import type { Claim, ServiceLine } from "@/lib/domain/claims/claim";
import type { EditContext } from "@/lib/domain/edits/context";
import { filingDeadline } from "@/lib/domain/payers/filing-deadline";
import { inferPayer } from "@/lib/domain/payers/infer-payer";
import { resolveProfile } from "@/lib/domain/payers/resolve-profile";
import { addDays, daysBetween, toEpochDay } from "@/lib/domain/shared/calendar-date";
import { Random } from "@/prisma/seed/practice/random";
import { aClaim, aLine, aProvider } from "../builders/a-claim";
import { knownFacts } from "../builders/known-facts";

/** A claim of four lines with what either engine needs. */
export interface BenchClaim {
  claim: Claim;
  context: EditContext;
  /** Ready-made facts for json-rules-engine. */
  claimFacts: Record<string, unknown>;
  lineFacts: Record<string, unknown>[];
}

const DAY = "2026-06-03";
/** Four lines of one day: an implant, a revision, programming, injections. */
const DAYS = [
  ["63650", "63650", "63685", "95972"],
  ["63650", "63650", "99213", "64493"],
  ["63688", "63663", "99213", "62323"],
  ["95972", "99214", "62323", "64483"],
  ["99214", "62323", "64483", "64493"],
  ["99213", "64493", "64483", "20553"],
];
/** What a slip puts on one of the lines. */
const SLIPS = [
  "63655",
  "63655",
  "63661",
  "63663",
  "63688",
  "63685",
  "95971",
  "77003",
  "L8680",
  "63661",
  "95971",
];
const MODIFIERS = ["26", "50", "LT", "59", "XS", "76", "58", "AS", "KX", "25"];
const PERMANENT = new Set(["63650", "63655", "63685"]);
const PAYERS = [
  { name: "MEDICARE PART B", id: "04112", indicator: "MB", parameters: {}, mark: null },
  {
    name: "ALPINE HEALTH PLAN",
    id: "10001",
    indicator: "CI",
    parameters: { secondLeadStyle: "units2_one_line" },
    mark: null,
  },
  {
    name: "CIGNA",
    id: "62308",
    indicator: "CI",
    parameters: { secondLeadStyle: "two_lines_59" },
    mark: "59",
  },
  {
    name: "UNITEDHEALTHCARE",
    id: "87726",
    indicator: "CI",
    parameters: { secondLeadStyle: "two_lines_XS" },
    mark: "XS",
  },
  {
    name: "AETNA",
    id: "60054",
    indicator: "CI",
    parameters: { secondLeadStyle: "two_lines_76" },
    mark: "76",
  },
];

/** Claims of four lines as a practice has them, a third with something wrong; the same number, the same claims. */
export function benchClaims(count: number): BenchClaim[] {
  const random = new Random("edits");
  return Array.from({ length: count }, () => benchClaim(random));
}

function benchClaim(random: Random): BenchClaim {
  const payer = random.pick(PAYERS);
  const lines = random.pick(DAYS).map((code) => benchLine(random, code));
  writeSecondLead(lines, payer.mark);
  const claimPayer: Claim["payer"] = {
    ...{ name: payer.name, id: payer.id, filingIndicator: payer.indicator },
    responsibility: random.chance(0.1) ? "S" : "P",
  };
  const claim = aClaim({
    placeOfService: random.chance(0.2) ? "11" : "24",
    payer: claimPayer,
    rendering: aProvider({ name: "OKAFOR, DANA", npi: "1679576722" }),
    authorization: random.chance(0.95) ? "A123456" : null,
    lines,
  });
  if (random.chance(0.02)) claim.chargeCents += 100;
  const profile = resolveProfile({
    ...inferPayer(claimPayer),
    payerName: payer.name,
    practiceVersions: [{ effectiveFrom: "2020-01-01", parameters: payer.parameters, verified: {} }],
    dateOfService: DAY,
  });
  const stage = lines.some(({ code }) => code === "63685") && random.chance(0.95) ? "permanent" : "trial";
  const trialDate = addDays(DAY, -random.integer(8, 60));
  const context: EditContext = {
    asOf: random.chance(0.02) ? "2026-06-01" : addDays(DAY, random.integer(1, random.chance(0.1) ? 85 : 40)),
    profile,
    facts: knownFacts({
      stage,
      trialDate,
      leadsPlaced: 2,
      operativeNoteSigned: true,
      imagingForOtherProcedure: false,
    }),
    history: [],
  };
  return { claim, context, ...readyFacts(claim, context) };
}

/** Two leads as the payer wants them: on one line, or marked on the second. */
function writeSecondLead(lines: ServiceLine[], mark: string | null): void {
  const [first, second] = lines.filter(({ code }) => code === "63650");
  if (first === undefined || second === undefined) return;
  if (mark !== null && !second.modifiers.includes(mark)) second.modifiers.push(mark);
  if (mark !== null) return;
  first.units = 2;
  first.chargeCents = 200_000;
  Object.assign(second, { code: "64450", units: 1 });
}

function benchLine(random: Random, code: string): ServiceLine {
  return aLine({
    code: random.chance(0.08) ? random.pick(SLIPS) : code,
    units: random.chance(0.04) ? 2 : 1,
    modifiers: random.chance(0.05) ? [...new Set([random.pick(MODIFIERS), random.pick(MODIFIERS)])] : [],
    chargeCents: random.chance(0.005) ? 0 : 100_000,
    diagnosisPointers: random.chance(0.005) ? [] : [1, 2],
    ...{ serviceFrom: DAY, serviceTo: DAY },
  });
}

function readyFacts(claim: Claim, context: EditContext): Pick<BenchClaim, "claimFacts" | "lineFacts"> {
  const { values, kind } = context.profile;
  const leads = claim.lines.filter(({ code }) => code === "63650");
  const unitsOf = (wanted: string) =>
    claim.lines.reduce((sum, { code, units }) => (code === wanted ? sum + units : sum), 0);
  const { deadline } = filingDeadline(claim, context.profile);
  const stage = context.facts.stage!.value;
  const shared = {
    ...{ stage, payerKind: kind, responsibility: claim.payer.responsibility },
    codes: claim.lines.map(({ code }) => code),
    generatorModifiers: claim.lines.find(({ code }) => code === "63685")?.modifiers ?? [],
    hasAuthorization: claim.authorization !== null,
    allowLateralModifiers: values.allowLateralModifiers,
    authRequiredCodes: values.authRequiredCodes,
    officeNotAllowedCodes: values.officeNotAllowedCodes,
    asOfDay: toEpochDay(context.asOf),
    birthDay: toEpochDay(claim.patient.birthDate!),
    lastDay: Number.MAX_SAFE_INTEGER,
  };
  const claimFacts = {
    ...shared,
    secondLeadStyle: values.secondLeadStyle,
    wantedModifier: values.secondLeadStyle.slice("two_lines_".length),
    leadUnits: unitsOf("63650"),
    units63661: unitsOf("63661"),
    units63662: unitsOf("63662"),
    leadLines: leads.length,
    mostLeadUnits: Math.max(0, ...leads.map(({ units }) => units)),
    // Modifiers that every lead line behind the first carries.
    secondLeadModifiers: leads
      .slice(1)
      .reduce<string[]>(
        (kept, { modifiers }, at) => (at === 0 ? modifiers : kept.filter((each) => modifiers.includes(each))),
        [],
      ),
    hasPermanentLineWithout58: claim.lines.some(
      ({ code, modifiers }) => PERMANENT.has(code) && !modifiers.includes("58"),
    ),
    daysSinceTrial: daysBetween(context.facts.trialDate!.value, DAY),
    daysToLimit: deadline === null ? Number.MAX_SAFE_INTEGER : daysBetween(context.asOf, deadline),
    chargeCents: claim.chargeCents,
    lineCents: claim.lines.reduce((sum, line) => sum + line.chargeCents, 0),
    surgicalLinesWithoutCharge: claim.lines.filter(
      ({ code, chargeCents }) => chargeCents === 0 && /^[1-6]/.test(code),
    ).length,
  };
  const lineFacts = claim.lines.map((line) => ({
    ...shared,
    ...{ code: line.code, units: line.units, modifiers: line.modifiers },
    place: line.placeOfService ?? claim.placeOfService,
    pointerCount: line.diagnosisPointers.length,
    hasLineAuthorization: line.authorizations.length > 0,
    serviceDay: toEpochDay(line.serviceFrom!),
  }));
  return { claimFacts, lineFacts };
}
