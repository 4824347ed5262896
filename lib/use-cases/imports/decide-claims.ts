import {
  listCurrentContents,
  listEncounters,
  listKnownPatients,
  listOpenRowsOfClaims,
  listStoredClaims,
  type KnownEncounter,
  type KnownPatient,
  type RowsOfVersion,
  type StoredClaim,
} from "@/lib/data/imports/arrival-records";
import type { StagedClaim } from "@/lib/data/imports/staged-claims";
import { listActiveOverrides, type PayerToEdit } from "@/lib/data/claims/edit-records";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { serviceSpan, type Claim } from "@/lib/domain/claims/claim";
import { patientMatchKey } from "@/lib/domain/imports/arrival-keys";
import { judgeArrival, type Verdict } from "@/lib/domain/imports/judge-arrival";
import { hasUnstorableText, unpostableReason, type Unpostable } from "@/lib/domain/imports/storable-claim";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { ReadClaim, ReadEvent } from "@/lib/edi/types";
import { claimFingerprint } from "../claims/claim-fingerprint";
import { loadEditContexts, ProfileBook, type EditSubject, type KeyedService } from "../claims/edit-contexts";
import { evaluateClaim, overrideKey, type Evaluation } from "../claims/evaluate-claims";
import { arrivalId } from "./arrival-id";
import { quarantinedOnRead, stagedQuarantined, stagedUnchanged, stagedWritten } from "./staged-rows";
import type { FileEntity, FileSurvey } from "./survey-file";

export interface DecideInput {
  importId: string;
  isHistory: boolean;
  asOf: CalendarDate;
  survey: FileSurvey;
  book: ProfileBook;
}

/** The profiles that decisions of a file rest on: those of stored payers, and the shipped ones of new payers. */
export function bookOf(survey: FileSurvey): ProfileBook {
  return new ProfileBook(survey.payers());
}

/** A claim on its way to a decision, with what is known around it. */
interface Arriving {
  event: ReadClaim;
  entity: FileEntity;
  payer: PayerToEdit;
  matchKey: string;
  serviceDate: CalendarDate;
  fingerprint: string;
  content: string;
  source: string;
  patient: KnownPatient | undefined;
  encounterId: string | null;
  stored: StoredClaim[];
}

/** A claim with the decision about it. */
export interface Candidate extends Arriving {
  verdict: Verdict;
}

/**
 * Decides what becomes of some claims of a file, and runs the edits on those that will be written: with the facts and the
 * history of the database and the patient's other claims of the same file. Reads only; one query of each kind.
 */
export async function decideClaims(
  tx: TenantTx,
  input: DecideInput,
  events: readonly ReadEvent[],
): Promise<StagedClaim[]> {
  const staged: StagedClaim[] = [];
  const arriving: Arriving[] = [];
  for (const event of events) {
    if (event.kind === "quarantined") staged.push(quarantinedOnRead(event));
    else {
      const claim = toArriving(event, input.survey);
      if ("reason" in claim) staged.push(stagedQuarantined(event, claim));
      else arriving.push(claim);
    }
  }
  const encounters = await lookUp(tx, arriving);
  const candidates = arriving.map((claim) => ({ ...claim, verdict: judge(claim, input) }));
  staged.push(...(await stageJudged(tx, input, candidates, encounters)));
  return staged.sort((a, b) => a.ordinal - b.ordinal);
}

function toArriving(event: ReadClaim, survey: FileSurvey): Arriving | Unpostable {
  const { claim } = event;
  const unpostable = unpostableReason(claim);
  if (unpostable !== null) return unpostable;
  const entity = survey.entityOf(claim)!;
  if (!entity.active) {
    const message = "Its billing entity is switched off in this organization.";
    return { reason: "billing_entity_inactive", element: null, message };
  }
  const content = JSON.stringify(claim);
  const source = JSON.stringify(event.source);
  if (hasUnstorableText(content) || hasUnstorableText(source)) {
    const message = "The claim holds characters that are not text.";
    return { reason: "not_storable", element: null, message };
  }
  return {
    ...{ event, entity, payer: survey.payerOf(claim), matchKey: patientMatchKey(claim), content, source },
    ...{ serviceDate: serviceSpan(claim).from!, fingerprint: claimFingerprint(claim) },
    ...{ patient: undefined, encounterId: null, stored: [] },
  };
}

/** Finds what is stored of the claims; answers every encounter of their patients. */
async function lookUp(tx: TenantTx, candidates: readonly Arriving[]): Promise<KnownEncounter[]> {
  if (candidates.length === 0) return [];
  const patients = await listKnownPatients(
    tx,
    candidates.map((candidate) => candidate.matchKey),
  );
  const byKey = new Map(patients.map((patient) => [patient.matchKey, patient]));
  const encounters = await listEncounters(
    tx,
    patients.map((patient) => patient.patientId),
  );
  const encounterIds = new Map(
    encounters.map((row) => [dayKey(row.patientId, row.serviceDate), row.encounterId]),
  );
  const keys = candidates
    .filter((candidate) => !candidate.entity.isNew)
    .map(({ entity, event }) => ({ billingEntityId: entity.id, claimNumber: event.claim.claimNumber }));
  const stored = Map.groupBy(
    await listStoredClaims(tx, keys),
    (row) => `${row.billingEntityId} ${row.claimNumber}`,
  );
  for (const candidate of candidates) {
    const { entity, event, matchKey, serviceDate } = candidate;
    candidate.stored = stored.get(`${entity.id} ${event.claim.claimNumber}`) ?? [];
    candidate.patient = byKey.get(matchKey);
    if (candidate.patient === undefined) continue;
    candidate.encounterId = encounterIds.get(dayKey(candidate.patient.patientId, serviceDate)) ?? null;
  }
  return encounters;
}

function judge({ event, fingerprint, stored }: Arriving, input: DecideInput): Verdict {
  const { claim, ordinal } = event;
  const arrival = {
    claimId: arrivalId(input.importId, ordinal),
    fingerprint,
    responsibility: claim.payer.responsibility,
  };
  return judgeArrival(arrival, stored, input.survey.earlierOf(claim, ordinal), input);
}

async function stageJudged(
  tx: TenantTx,
  input: DecideInput,
  candidates: readonly Candidate[],
  encounters: readonly KnownEncounter[],
): Promise<StagedClaim[]> {
  const changed = candidates
    .filter(({ verdict }) => isChange(verdict))
    .map((candidate) => targetOf(candidate)!.claimId);
  const contents = changed.length === 0 ? new Map<string, Claim>() : await listCurrentContents(tx, changed);
  const openRows = changed.length === 0 ? [] : await listOpenRowsOfClaims(tx, changed);
  const rowsByClaim = Map.groupBy(openRows, (row) => row.claimId);
  const evaluations = await evaluate(tx, input, candidates, encounters);
  return candidates.map((candidate) => {
    const { verdict, event } = candidate;
    if (verdict.outcome === "quarantined")
      return stagedQuarantined(event, refusalOf(verdict.reason, event.claim));
    const target = targetOf(candidate);
    if (verdict.outcome === "unchanged") return stagedUnchanged(candidate);
    const before = target === undefined ? null : (contents.get(target.claimId) ?? null);
    const rows: readonly RowsOfVersion[] = (target && rowsByClaim.get(target.claimId)) ?? [];
    return stagedWritten(candidate, {
      ...{ isHistory: input.isHistory, target, before, rows },
      evaluation: evaluations.get(candidate) ?? null,
    });
  });
}

function isChange(verdict: Verdict): boolean {
  return verdict.outcome === "version" || verdict.outcome === "confirmed";
}

/** The stored claim that a verdict speaks of; one of the same file is not stored yet. */
function targetOf({ verdict, stored }: Candidate): StoredClaim | undefined {
  if (!isChange(verdict)) return undefined;
  const { claimId } = verdict as { claimId: string };
  return stored.find((row) => row.claimId === claimId);
}

async function evaluate(
  tx: TenantTx,
  input: DecideInput,
  candidates: readonly Candidate[],
  encounters: readonly KnownEncounter[],
): Promise<Map<Candidate, Evaluation>> {
  const judged = candidates.filter(({ verdict }) => ["new", "cycle", "version"].includes(verdict.outcome));
  if (judged.length === 0) return new Map();
  const keyOfClaim = new Map<Claim, Candidate>();
  const subjects = judged.map((candidate): EditSubject => {
    const { event, entity, payer, patient, encounterId } = candidate;
    keyOfClaim.set(event.claim, candidate);
    return {
      ...{ claim: event.claim, billingEntityId: entity.id, payerId: payer.id, asOf: input.asOf },
      ...{ patientId: patient?.patientId ?? null, encounterId },
    };
  });
  const stages = new Map(encounters.map((row) => [dayKey(row.patientId, row.serviceDate), row.stage]));
  const contexts = await loadEditContexts(tx, subjects, input.book, (subject) => {
    const { matchKey, patient } = keyOfClaim.get(subject.claim)!;
    const services = input.survey.servicesOf(matchKey, serviceSpan(subject.claim).to!);
    return patient === undefined ? services : services.map((service) => withStage(service, patient, stages));
  });
  const targets = judged.flatMap((candidate) => targetOf(candidate)?.claimId ?? []);
  const overrides = Map.groupBy(
    targets.length === 0 ? [] : await listActiveOverrides(tx, targets),
    (row) => row.claimId,
  );
  return new Map(
    judged.map((candidate, index) => {
      const target = targetOf(candidate);
      const standing = (target && overrides.get(target.claimId)) ?? [];
      const keys = new Set(standing.map((row) => overrideKey(row.edit, row.evidenceHash)));
      return [candidate, evaluateClaim(candidate.event.claim, contexts[index]!, keys)];
    }),
  );
}

function withStage(
  service: KeyedService,
  patient: KnownPatient,
  stages: ReadonlyMap<string, KnownEncounter["stage"]>,
): KeyedService {
  const stage = stages.get(dayKey(patient.patientId, service.serviceDate)) ?? null;
  return stage === service.stage ? service : { ...service, stage };
}

function refusalOf(reason: "number_twice" | "open_here", claim: Claim): Unpostable {
  return reason === "number_twice"
    ? {
        ...{ reason, element: "CLM01" },
        message: `Another claim of this file has the number ${claim.claimNumber} and another content.`,
      }
    : {
        ...{ reason, element: "CLM01" },
        message: `Claim ${claim.claimNumber} is open work here with another content, so history cannot change it.`,
      };
}

function dayKey(patientId: string, date: CalendarDate): string {
  return `${patientId} ${date}`;
}
