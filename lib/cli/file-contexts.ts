import type { KnownFacts } from "@/lib/domain/cases/facts";
import { serviceSpan, type Claim } from "@/lib/domain/claims/claim";
import type { EditContext, PriorService } from "@/lib/domain/edits/context";
import { arrivingEntity, entityKey, patientMatchKey } from "@/lib/domain/imports/arrival-keys";
import { addMonths, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { FactsByClaim } from "./facts-file";
import type { Profiles } from "./profiles-file";

/** How far back the edits look, as in the application. */
const HISTORY_MONTHS = 24;

interface Surroundings {
  profiles: Profiles;
  facts: FactsByClaim;
  asOf: CalendarDate;
}

/**
 * What the edits may look at, for every claim of a file: the file is all the history there is, so the other claims of
 * the same patient are it. Facts hang on the encounter (patient and first day), whichever of its claims names them.
 */
export function contextsOf(claims: readonly Claim[], { profiles, facts, asOf }: Surroundings): EditContext[] {
  const patients = new Map<string, Claim[]>();
  const encounters = new Map<string, KnownFacts>();
  for (const claim of claims) {
    append(patients, patientMatchKey(claim), claim);
    const known = facts.get(claim.claimNumber);
    if (known !== undefined) {
      const key = encounterKey(claim);
      encounters.set(key, { ...encounters.get(key), ...known });
    }
  }
  const factsOf = (claim: Claim): KnownFacts => ({
    ...encounters.get(encounterKey(claim)),
    ...facts.get(claim.claimNumber),
  });
  return claims.map((claim) => ({
    asOf,
    profile: profiles.profileFor(claim.payer, serviceSpan(claim).from),
    facts: factsOf(claim),
    history: historyOf(claim, patients.get(patientMatchKey(claim))!, factsOf),
  }));
}

/** The patient's services of the other claims up to the claim's last day, oldest first. */
function historyOf(
  claim: Claim,
  ofPatient: readonly Claim[],
  factsOf: (claim: Claim) => KnownFacts,
): PriorService[] {
  const { from, to } = serviceSpan(claim);
  if (from === null || to === null || ofPatient.length === 1) return [];
  const earliest = addMonths(from, -HISTORY_MONTHS);
  const services: PriorService[] = [];
  for (const other of ofPatient) {
    if (claimKey(other) === claimKey(claim)) continue;
    const stage = factsOf(other).stage?.value ?? null;
    for (const line of other.lines) {
      const serviceDate = line.serviceFrom;
      if (serviceDate === null || serviceDate < earliest || serviceDate > to) continue;
      services.push({
        claimNumber: other.claimNumber,
        role: other.role,
        billingNpi: other.billing.npi,
        renderingNpi: line.rendering?.npi ?? other.rendering?.npi ?? null,
        serviceDate,
        code: line.code,
        modifiers: line.modifiers,
        units: line.units,
        stage,
        payer: { id: other.payer.id, name: other.payer.name },
        responsibility: other.payer.responsibility,
        // Nobody knows what became of a claim that is in the same file.
        accepted: null,
      });
    }
  }
  return services.sort((a, b) =>
    a.serviceDate < b.serviceDate ? -1 : a.serviceDate > b.serviceDate ? 1 : 0,
  );
}

function claimKey(claim: Claim): string {
  const entity = arrivingEntity(claim);
  return `${entity === null ? "" : entityKey(entity)} ${claim.claimNumber}`;
}

function encounterKey(claim: Claim): string {
  return `${patientMatchKey(claim)} ${serviceSpan(claim).from ?? claim.claimNumber}`;
}

function append<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}
