import type { Claim, ClaimRole, Provider, ServiceLine } from "@/lib/domain/claims/claim";
import { addDays, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { SecondLeadStyle } from "@/lib/domain/payers/parameters";
import type { Encounter } from "./encounters";
import { ANAESTHETISTS, ASSISTANT, ENTITIES, FACILITIES, REFERRING, type BillingEntity } from "./entities";
import { feeOf } from "./fees";
import type { Random } from "./random";

/** A claim before it is numbered and exported. */
export interface DraftClaim {
  claim: Claim;
  entity: BillingEntity;
  encounter: Encounter;
  /** Position of the encounter in the practice, joins its claims. */
  encounterNumber: number;
  exportOn: CalendarDate;
  /** The seeded coding error, null for a clean claim. */
  seeded: { error: string; rule: string; line: number | null } | null;
}

interface LineSpec {
  code: string;
  units?: number;
  modifiers?: string[];
}

/** The claims of one encounter: surgeon, and in the surgery centre anaesthesia and facility, each by its own entity. */
export function codeEncounter(random: Random, encounter: Encounter, encounterNumber: number): DraftClaim[] {
  const authorization =
    encounter.stage !== null && encounter.patient.payer.authorizes ? `A${random.digits(8)}` : null;
  const referring = random.chance(0.3) ? random.pick(REFERRING) : null;
  const exportOn = addDays(encounter.date, random.integer(1, 5));
  const draft = (
    role: ClaimRole,
    entity: BillingEntity,
    rendering: Provider | null,
    specs: LineSpec[],
  ): DraftClaim => {
    const claim = claimOf(random, encounter, { role, entity, rendering, specs, authorization, referring });
    return { claim, entity, encounter, encounterNumber, exportOn, seeded: null };
  };
  const surgical = surgeonLines(encounter);
  const drafts = [draft("surgeon", ENTITIES.group, encounter.surgeon, surgical)];
  if (encounter.stage === null) return drafts;
  if (encounter.scenario === "paddle" && random.chance(0.5)) {
    const assisted = surgical.map((line) => ({ ...line, modifiers: ["AS", ...(line.modifiers ?? [])] }));
    drafts.push(draft("assistant", ENTITIES.group, ASSISTANT, assisted));
  }
  if (encounter.scenario === "permanent" && random.chance(0.05)) {
    const refused = [{ code: "63650", modifiers: ["AS"] }];
    const assistant = draft("assistant", ENTITIES.group, ASSISTANT, refused);
    drafts.push({
      ...assistant,
      seeded: { error: "assistant_at_percutaneous_lead", rule: "R-M09", line: 1 },
    });
  }
  if (encounter.place === "11") return drafts;
  const minutes = random.integer(9, 24) * 5;
  const modifiers = [
    random.chance(0.7) ? "AA" : "QK",
    ...(encounter.patient.payer.key === "medicare" ? ["QS"] : []),
  ];
  const anaesthesia = [{ code: anaesthesiaCode(encounter), units: minutes, modifiers }];
  drafts.push(draft("anaesthesia", ENTITIES.anaesthesia, random.pick(ANAESTHETISTS), anaesthesia));
  if (encounter.place === "24") {
    drafts.push(draft("asc_facility", ENTITIES.asc, null, surgeonLines({ ...encounter, isStaged: false })));
  }
  return drafts;
}

function surgeonLines(encounter: Encounter): LineSpec[] {
  const style = encounter.patient.payer.secondLeadStyle;
  const staged = (lines: LineSpec[]): LineSpec[] =>
    encounter.isStaged
      ? lines.map((line) => ({ ...line, modifiers: ["58", ...(line.modifiers ?? [])] }))
      : lines;
  switch (encounter.scenario) {
    case "trial":
      return leadLines(style, encounter.leads);
    case "permanent":
      return staged([...leadLines(style, encounter.leads), { code: "63685" }]);
    case "paddle":
      return [{ code: "63655" }, { code: "63685" }];
    case "exchange":
      return [{ code: "63685" }];
    case "lead_revision":
      return [{ code: "63663" }];
    case "explant":
      return [{ code: "63661" }, { code: "63688" }];
    case "pocket_revision":
      return [{ code: "63688" }];
    default:
      return encounter.codes.map((code) => ({ code }));
  }
}

/** The leads of one placement as this payer wants them written. */
export function leadLines(style: SecondLeadStyle, leads: number): LineSpec[] {
  if (leads === 1) return [{ code: "63650" }];
  if (style === "units2_one_line") return [{ code: "63650", units: 2 }];
  const mark = style.slice("two_lines_".length);
  return [{ code: "63650" }, { code: "63650", modifiers: [mark] }];
}

function anaesthesiaCode({ scenario, region }: Encounter): string {
  if (scenario === "exchange" || scenario === "pocket_revision") return "00300";
  if (scenario === "paddle") return region === "cervical" ? "00600" : "00620";
  return region === "cervical" ? "01941" : "01942";
}

interface Coding {
  role: ClaimRole;
  entity: BillingEntity;
  rendering: Provider | null;
  specs: LineSpec[];
  authorization: string | null;
  referring: Provider | null;
}

function claimOf(random: Random, encounter: Encounter, coding: Coding): Claim {
  const { patient, place, diagnoses } = encounter;
  const { entity, role } = coding;
  const lines = coding.specs.map((spec, index) => serviceLine(spec, index + 1, encounter, role));
  const facility = place === "24" ? FACILITIES.asc : place === "22" ? FACILITIES.hospital : null;
  const isReplacement = encounter.stage === null && random.chance(0.015);
  return {
    claimNumber: "",
    chargeCents: totalOf(lines),
    placeOfService: place,
    frequency: isReplacement ? "7" : "1",
    role,
    billing: { name: entity.name, npi: entity.npi, taxonomy: entity.taxonomy, taxId: entity.taxId },
    rendering: coding.rendering,
    referring: coding.referring,
    facility: facility === null || role === "asc_facility" ? null : facility.provider,
    supervising: null,
    subscriber: patient.subscriber,
    patient: patient.patient,
    payer: {
      ...{ name: patient.payer.name, id: patient.payer.id, filingIndicator: patient.payer.filingIndicator },
      responsibility: "P",
    },
    otherPayers: [],
    diagnoses: [...diagnoses],
    authorization: role === "anaesthesia" ? null : coding.authorization,
    referral: null,
    payerControlNumber: isReplacement ? `ICN${random.digits(9)}` : null,
    note: null,
    accident: patient.accident,
    delayReason: null,
    lines,
  };
}

/** A line of a claim; charge and pointers follow from the code and the diagnoses. */
export function serviceLine(
  spec: LineSpec,
  number: number,
  encounter: Encounter,
  role: ClaimRole,
): ServiceLine {
  const kind = role === "anaesthesia" ? "anaesthesia" : role === "asc_facility" ? "facility" : "physician";
  const units = spec.units ?? 1;
  return {
    number,
    controlNumber: null,
    code: spec.code,
    codeQualifier: "HC",
    modifiers: spec.modifiers ?? [],
    description: null,
    chargeCents: feeOf(spec.code, kind) * units,
    unitBasis: kind === "anaesthesia" ? "MJ" : "UN",
    units,
    placeOfService: null,
    diagnosisPointers: encounter.diagnoses.slice(0, 2).map((_, index) => index + 1),
    serviceFrom: encounter.date,
    serviceTo: encounter.date,
    authorizations: [],
    rendering: null,
    note: null,
    identifiers: [],
  };
}

export const totalOf = (lines: ServiceLine[]) => lines.reduce((sum, line) => sum + line.chargeCents, 0);
