import type { FactSource, KnownFacts } from "@/lib/domain/cases/facts";
import type { Encounter } from "./encounters";
import type { Random } from "./random";

/** How well the day is documented, in shares. */
const DOCUMENTATION = [
  { weight: 80, kind: "complete" },
  { weight: 8, kind: "leads_missing" },
  { weight: 5, kind: "unsigned" },
  { weight: 7, kind: "nothing" },
] as const;

/** The documented facts of an encounter, true to what was done whatever was billed. */
export function documentFacts(random: Random, encounter: Encounter): KnownFacts {
  const { kind } = random.weighted(DOCUMENTATION);
  if (encounter.stage === null || kind === "nothing") return {};
  const note: FactSource = { kind: "operative_note", text: `${encounter.date}, page 1` };
  const log: FactSource = { kind: "implant_log", text: `${encounter.date}, page 1` };
  const facts: KnownFacts = {
    stage: { value: encounter.stage, source: note },
    operativeNoteSigned: { value: kind !== "unsigned", source: note },
    painSide: { value: encounter.side, source: note },
  };
  const placesLeads = encounter.scenario === "trial" || encounter.scenario === "permanent";
  if (placesLeads || encounter.scenario === "paddle")
    facts.leadRegion = { value: encounter.region, source: note };
  if (placesLeads && kind !== "leads_missing") {
    facts.leadsPlaced = { value: encounter.leads, source: note };
    facts.contactsPlaced = { value: encounter.leads * 8, source: log };
  }
  if (encounter.scenario === "paddle" && kind !== "leads_missing") {
    facts.leadsPlaced = { value: 0, source: note };
    facts.contactsPlaced = { value: 16, source: log };
  }
  if (encounter.scenario === "exchange") facts.generatorPocket = { value: "same", source: note };
  if (placesLeads) facts.imagingForOtherProcedure = { value: false, source: note };
  if (encounter.trialDate !== null && encounter.stage === "permanent") {
    const visit: FactSource = { kind: "office_note", text: `${encounter.trialDate}, page 2` };
    facts.trialDate = { value: encounter.trialDate, source: visit };
    facts.trialReliefPercent = { value: encounter.reliefPercent, source: visit };
  }
  if (encounter.psychologicalEvaluationDate !== null) {
    const date = encounter.psychologicalEvaluationDate;
    facts.psychologicalEvaluationDate = {
      value: date,
      source: { kind: "psychological_report", text: `${date}, page 1` },
    };
  }
  return facts;
}
