import { isFactName, type FactName } from "@/lib/domain/cases/facts";
import { GENERATOR_CODES, LEAD_PLACEMENT_CODES, LEAD_REVISION_CODES } from "@/lib/domain/code-sets/scs-codes";
import type { ClaimReading } from "./claim-reading";
import type { EditReport } from "./edit-report";

/** Catalogue number under which a required fact is listed when no other edit waits for it. */
const RULE_OF_FACT: Partial<Record<FactName, string>> = {
  stage: "R-T01",
  leadsPlaced: "R-U05",
  contactsPlaced: "R-U06",
  operativeNoteSigned: "R-C14",
  generatorPocket: "R-N09",
  imagingForOtherProcedure: "R-N03",
  trialDate: "R-G01",
  trialReliefPercent: "R-T05",
  psychologicalEvaluationDate: "R-D09",
  painSide: "R-D07",
  leadRegion: "R-C19",
};

const IMAGING = ["77003", "77002", "76000"];

/**
 * Facts that hold this claim's release and are not there: those the payer's profile requires, each only where it
 * matters for what is billed. Only a surgeon's stimulator surgery waits; a void needs no facts. A note that is known to
 * be unsigned holds like an unknown one.
 */
export function requireFacts(reading: ClaimReading, report: EditReport): string[] {
  const { claim, parameters } = reading;
  if (claim.role !== "surgeon" || claim.frequency === "8" || parameters.requiredFacts.length === 0) return [];
  if (!carriesSurgery(reading)) return [];
  const missing: string[] = [];
  for (const name of parameters.requiredFacts) {
    if (!isFactName(name) || isKnown(reading, name) || !matters(reading, name)) continue;
    missing.push(name);
    report.waitsFor(name, RULE_OF_FACT[name] ?? "R-C14");
  }
  return missing;
}

function carriesSurgery({ lines }: ClaimReading): boolean {
  for (const { code } of lines) {
    if (LEAD_PLACEMENT_CODES.has(code) || LEAD_REVISION_CODES.has(code) || GENERATOR_CODES.has(code))
      return true;
    if (code === "0784T" || code === "0785T") return true;
  }
  return false;
}

function isKnown(reading: ClaimReading, name: FactName): boolean {
  if (name === "stage") return reading.stage.stage !== null;
  if (name === "operativeNoteSigned") return reading.fact("operativeNoteSigned") === true;
  return reading.facts[name] !== undefined;
}

function matters(reading: ClaimReading, name: FactName): boolean {
  const places = reading.has("63650") || reading.has("63655");
  const { stage } = reading.stage;
  switch (name) {
    case "operativeNoteSigned":
      return true;
    case "stage":
    case "contactsPlaced":
      return places;
    case "leadsPlaced":
      return reading.has("63650");
    case "psychologicalEvaluationDate":
      return places && stage !== "revision";
    case "trialDate":
    case "trialReliefPercent":
      return places && stage === "permanent";
    case "generatorPocket":
      return reading.has("63685") && reading.has("63688");
    case "imagingForOtherProcedure":
      return IMAGING.some((code) => reading.has(code));
    case "leadRegion":
    case "painSide":
      return places || reading.has("63663") || reading.has("63664");
  }
}
